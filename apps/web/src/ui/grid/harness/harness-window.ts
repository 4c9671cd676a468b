import type { CommitReason, GridChange, GridRow } from '../grid-types.ts'
import type { GridView } from '../model/grid-view.ts'

declare global {
  interface Window {
    /** What the grid reported, for the browser tests. */
    harness: {
      commits: { changes: readonly GridChange[]; reason: CommitReason }[]
      rows: () => readonly GridRow[]
      remote: (rowId: string, field: string, value: string | number) => void
      view: () => GridView
    }
  }
}
