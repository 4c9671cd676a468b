import { createImport } from '@yingce/contracts/import/import'
import {
  createMetricImport,
  discardMetricImport,
  MAX_METRICS_BYTES,
  type MetricImportView,
} from '@yingce/contracts/metrics/metric-import'
import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { call } from '../../../api/call.ts'
import { ApiProblem } from '../../../api/errors.ts'

/** Where a file went: facts, or a workbook of a plan. */
export interface Uploaded {
  readonly kind: 'metrics' | 'workbook'
  readonly id: string
  readonly fileName: string
}

export interface FailedUpload {
  readonly fileName: string
  readonly error: unknown
}

function hasMetrics({ tables }: MetricImportView): boolean {
  return tables.some(({ kind }) => kind === 'metrics')
}

/** Reads one file as metrics; one without a table of metrics is a workbook of a plan. */
async function uploadOne(file: File, signal: AbortSignal): Promise<Uploaded> {
  const fileName = file.name
  try {
    const view = await call(createMetricImport, { file, body: {}, signal })
    if (hasMetrics(view)) return { kind: 'metrics', id: view.id, fileName }
    await call(discardMetricImport, { params: { importId: view.id } })
  } catch (error) {
    if (!(error instanceof ApiProblem) || error.problem.code !== 'file_no_table') throw error
  }
  const { id } = await call(createImport, { file, body: {}, signal })
  return { kind: 'workbook', id, fileName }
}

/** Reads files one after the other; what was read before a cancel stays as a draft. */
export function useMetricUploads(onDone: (uploaded: readonly Uploaded[]) => void) {
  const client = useQueryClient()
  const abort = useRef<AbortController | null>(null)
  const [current, setCurrent] = useState<{ name: string; number: number; count: number } | null>(null)
  const [failed, setFailed] = useState<readonly FailedUpload[]>([])
  const [tooLarge, setTooLarge] = useState<readonly string[]>([])
  const take = async (files: readonly File[]) => {
    const taken = files.filter(({ size }) => size <= MAX_METRICS_BYTES)
    setTooLarge(files.filter(({ size }) => size > MAX_METRICS_BYTES).map(({ name }) => name))
    const control = new AbortController()
    abort.current = control
    const uploaded: Uploaded[] = []
    const failures: FailedUpload[] = []
    for (const [index, file] of taken.entries()) {
      if (control.signal.aborted) break
      setCurrent({ name: file.name, number: index + 1, count: taken.length })
      try {
        uploaded.push(await uploadOne(file, control.signal))
      } catch (error) {
        if (!control.signal.aborted) failures.push({ fileName: file.name, error })
      }
    }
    setCurrent(null)
    setFailed(failures)
    await client.invalidateQueries({ queryKey: ['metric-imports'] })
    onDone(uploaded)
  }
  return { take, cancel: () => abort.current?.abort(), current, failed, tooLarge }
}
