import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback, useMemo } from 'react'
import { DEFAULT_VIEW, type GridView } from '../../ui/grid/model/grid-view.ts'
import { viewFromText, viewToText } from './view-in-address.ts'

/** View and open record of a grid page, kept in the address: a link shows another person the same. */
export function useGridAddress(base: GridView = DEFAULT_VIEW) {
  const search = useSearch({ strict: false }) as { view?: string; record?: string }
  const navigate = useNavigate()
  const view = useMemo(() => viewFromText(search.view, base), [search.view, base])
  const setView = useCallback(
    (next: GridView) => {
      const text = viewToText(next, base)
      void navigate({
        to: '.',
        replace: true,
        search: ((previous: Record<string, unknown>) => ({ ...previous, view: text })) as never,
      })
    },
    [navigate, base],
  )
  const openRecord = useCallback(
    (id: string | null) => {
      void navigate({
        to: '.',
        search: ((previous: Record<string, unknown>) => ({ ...previous, record: id ?? undefined })) as never,
      })
    },
    [navigate],
  )
  return { view, setView, record: search.record ?? null, openRecord }
}
