import { useState } from 'react'
import { isRefusal } from '../../../api/errors.ts'
import type { BlockMove } from './BlockTools.tsx'
import { areSameBlocks, draftOf, movedBlock, withBlock } from './layout-draft.ts'
import type { BoardLayouts } from './use-layouts.ts'

/**
 * An arrangement while it is changed. It is saved against the versions that stood when the changing began:
 * what somebody else saved meanwhile is not overwritten, but can be loaded.
 */
export function useLayoutDraft<B extends object>(layout: BoardLayouts<B>, onClose: () => void) {
  const [draft, setDraft] = useState(() => draftOf(layout.blocks))
  const [seen, setSeen] = useState(layout.versions)
  const [moved, setMoved] = useState<number | null>(null)
  const blocks = draft.map(({ block }) => block)
  const { fallback, shared } = layout
  return {
    draft,
    /** The new place of what was moved last, from 0. */
    moved,
    isStale: isRefusal(layout.save.error, 'wrong_state'),
    reset: (to: readonly B[]) => setDraft(draftOf(to)),
    add: (block: B) => setDraft(withBlock(draft, block)),
    change: (key: number, block: B) => setDraft(draft.map((one) => (one.key === key ? { key, block } : one))),
    remove: (key: number) => setDraft(draft.filter((one) => one.key !== key)),
    move: (key: number, way: BlockMove) => {
      const next = movedBlock(draft, key, way === 'up' ? -1 : 1)
      setDraft(next)
      setMoved(next.findIndex((one) => one.key === key))
    },
    save: (isShared: boolean) => {
      // What equals the arrangement behind it is none of its own, so that it follows when that changes.
      const behind = isShared ? fallback : (shared ?? fallback)
      layout.save.mutate(
        {
          isShared,
          blocks: areSameBlocks(blocks, behind) ? null : blocks,
          version: isShared ? seen.shared : seen.own,
        },
        { onSuccess: onClose },
      )
    },
    /** Takes what stands now instead of the own changes. */
    reload: async () => {
      const { data } = await layout.layouts.refetch()
      if (data === undefined) return
      layout.save.reset()
      setSeen({ own: data.ownVersion, shared: data.sharedVersion })
      setDraft(draftOf(data.own ?? data.shared ?? fallback))
    },
  }
}
