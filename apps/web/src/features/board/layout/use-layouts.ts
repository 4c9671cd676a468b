import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'

interface Layouts<B> {
  own: B[] | null
  shared: B[] | null
  ownVersion: number
  sharedVersion: number
}

export interface SavedLayout<B> {
  isShared: boolean
  blocks: B[] | null
  /** The version that was arranged anew. */
  version: number
}

interface LayoutsOf<B> {
  key: readonly unknown[]
  load: (signal: AbortSignal) => Promise<Layouts<B>>
  save: (saved: SavedLayout<B>) => Promise<Layouts<B>>
  /** The arrangement of whoever made none. */
  fallback: readonly B[]
}

/** The arrangement of a board: the own one, else the shared one, else the default. */
export function useLayouts<B extends object>({ key, load, save, fallback }: LayoutsOf<B>) {
  const client = useQueryClient()
  const layouts = useQuery({ queryKey: key, queryFn: ({ signal }) => load(signal) })
  const saving = useMutation({
    mutationFn: save,
    onSuccess: (saved) => client.setQueryData(key, saved),
  })
  const { own = null, shared = null, ownVersion = 0, sharedVersion = 0 } = layouts.data ?? {}
  return {
    layouts,
    shared,
    versions: { own: ownVersion, shared: sharedVersion },
    blocks: own ?? shared ?? fallback,
    fallback,
    save: saving,
  }
}

export type BoardLayouts<B extends object> = ReturnType<typeof useLayouts<B>>
