import type { ReactNode } from 'react'
import type { UndoStack } from '../undo/undo-stack.ts'
import type {
  CommitReason,
  GridChange,
  GridColumn,
  GridDayInfo,
  GridGroup,
  GridPresence,
  GridRow,
  NewGridRow,
} from './grid-types.ts'
import type { GridLabels } from './labels.ts'
import type { GridView } from './model/grid-view.ts'

/** Everything the grid is told. It keeps no records of its own: what `rows` says is what is shown. */
export interface TrackerGridProps {
  readonly columns: readonly GridColumn[]
  readonly rows: readonly GridRow[]
  /** In order; empty = the grid cannot be grouped. */
  readonly groups?: readonly GridGroup[]
  readonly view: GridView
  readonly onViewChange: (view: GridView) => void
  /**
   * Changed cells, to be shown at once through `rows` and sent on. A refusal or
   * a conflict comes back as a mark on the row.
   */
  readonly onCommit: (changes: readonly GridChange[], reason: CommitReason) => void
  /** Creates rows and answers their ids in the same order. Without it no row can be added. */
  readonly onInsertRows?: (rows: readonly NewGridRow[]) => readonly string[] | Promise<readonly string[]>
  readonly onDeleteRows?: (rowIds: readonly string[]) => void
  /** Shared with other views of the same records; without it the grid keeps its own. */
  readonly undoStack?: UndoStack
  readonly locale: 'zh-CN' | 'en'
  /** Words that differ from the built-in ones. */
  readonly labels?: Partial<GridLabels>
  /** What the grid shows, for screen readers: 跟踪表. */
  readonly label: string
  /** `YYYY-MM-DD`, for 今天 and Ctrl+;. */
  readonly today: string
  /** Year of dates typed without one; dates of this year are shown as MM-DD. */
  readonly year: number
  /** First day of the plan, for dates typed as 第5周周一. */
  readonly planStart?: string
  /** Period of the plan: a date typed without a year is put inside it. */
  readonly period?: { readonly from: string; readonly to: string }
  /** Why nothing may be changed; absent = it may. */
  readonly readOnly?: string
  readonly presence?: readonly GridPresence[]
  /** A cell with a mark was opened: the page may show both sides of a conflict. */
  readonly onMarkOpen?: (rowId: string, field: string) => void
  /** The cell the person stands on, for showing it to others. */
  readonly onActiveChange?: (cell: { readonly rowId: string; readonly field: string } | null) => void
  /** Days off and festivals of the working calendar, for the month panel. */
  readonly dayInfo?: (date: string) => GridDayInfo
  /** Further chips and buttons at the left of the toolbar. */
  readonly toolbar?: ReactNode
  /** Said when there is no row at all, with the next step. */
  readonly empty?: ReactNode
  readonly loading?: boolean
}
