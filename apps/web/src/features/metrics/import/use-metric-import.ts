import {
  confirmMetricImport,
  getMetricImport,
  type MetricImportView,
  previewMetricImport,
  updateMetricImport,
} from '@yingce/contracts/metrics/metric-import'
import type { BodyInputOf } from '@yingce/contracts/route'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { call } from '../../../api/call.ts'

export type MetricImportChange = BodyInputOf<typeof updateMetricImport>

/** One import of metrics, what confirming it would do, and the two things that are done to a draft. */
export function useMetricImport(importId: string) {
  const client = useQueryClient()
  const key = ['metric-import', importId]
  const params = { importId }
  const abort = useRef<AbortController | null>(null)
  const query = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => call(getMetricImport, { params, signal }),
  })
  const isDraft = query.data?.state === 'draft'
  const effect = useQuery({
    queryKey: [...key, 'effect'],
    queryFn: ({ signal }) => call(previewMetricImport, { params, signal }),
    enabled: isDraft,
    staleTime: 0,
  })
  const keep = async (view: MetricImportView) => {
    client.setQueryData(key, view)
    if (view.state === 'draft') await client.invalidateQueries({ queryKey: [...key, 'effect'] })
  }
  const update = useMutation({
    mutationFn: (body: MetricImportChange) => call(updateMetricImport, { params, body }),
    onSuccess: keep,
  })
  const confirm = useMutation({
    mutationFn: () => {
      abort.current = new AbortController()
      return call(confirmMetricImport, { params, body: {}, signal: abort.current.signal })
    },
    onSuccess: async (view) => {
      await keep(view)
      await client.invalidateQueries({
        predicate: ({ queryKey }) => String(queryKey[0]).startsWith('metric-') && queryKey[1] !== importId,
      })
    },
  })
  /** Cuts the line; the server then takes back what it had begun to write. */
  const cancel = async () => {
    abort.current?.abort()
    await query.refetch()
  }
  return { query, effect, update, confirm, cancel }
}
