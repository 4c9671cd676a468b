import { confirmImport, getImport, updateImport, type ImportView } from '@yingce/contracts/import/import'
import type { BodyInputOf } from '@yingce/contracts/route'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { call } from '../../api/call.ts'

export type ImportTableView = ImportView['tables'][number]
export type ImportChange = BodyInputOf<typeof updateImport>
export type ImportDecisions = NonNullable<BodyInputOf<typeof confirmImport>['decisions']>
export type RowDifference = NonNullable<ImportView['comparison']>['rows'][number]

/** One import with the two things that are done to it before it is written. */
export function useImport(importId: string) {
  const client = useQueryClient()
  const key = ['import', importId]
  const params = { importId }
  const query = useQuery({ queryKey: key, queryFn: ({ signal }) => call(getImport, { params, signal }) })
  const keep = (view: ImportView) => client.setQueryData(key, view)
  const update = useMutation({
    mutationFn: (body: ImportChange) => call(updateImport, { params, body }),
    onSuccess: keep,
  })
  const confirm = useMutation({
    mutationFn: (body: BodyInputOf<typeof confirmImport>) => call(confirmImport, { params, body }),
    onSuccess: async (view) => {
      keep(view)
      await client.invalidateQueries({ queryKey: ['plans'] })
      if (view.planId !== null) await client.invalidateQueries({ queryKey: ['plan', view.planId] })
    },
  })
  return { query, update, confirm }
}
