import type { CellErrorCode } from './parse-cell.ts'
import { LABELS_EN } from './labels-en.ts'
import { LABELS_ZH_CN } from './labels-zh-cn.ts'

/** Every word the grid says. `{…}` is filled in with `fill`. */
export interface GridLabels {
  readonly rowNumber: string
  readonly newRow: string
  readonly untitled: string
  readonly items: string
  readonly noGroup: string
  readonly empty: string
  readonly noMatch: string
  readonly clearFilters: string
  readonly yes: string
  readonly no: string
  readonly missing: string
  readonly cellInput: string
  readonly toolbar: string
  readonly groupBy: string
  readonly filter: string
  readonly addFilter: string
  readonly columns: string
  readonly density: string
  readonly densityNormal: string
  readonly densityCompact: string
  readonly undo: string
  readonly redo: string
  readonly undone: string
  readonly redone: string
  readonly nothingToUndo: string
  readonly nothingToRedo: string
  readonly undoConflict: string
  readonly undoForce: string
  readonly hintUndo: string
  readonly hintPaste: string
  readonly hintFill: string
  readonly stepEdit: string
  readonly stepPaste: string
  readonly stepFill: string
  readonly stepCut: string
  readonly stepClear: string
  readonly stepInsert: string
  readonly stepDelete: string
  readonly copied: string
  readonly cut: string
  readonly pasted: string
  readonly filled: string
  readonly cleared: string
  readonly added: string
  readonly deleted: string
  readonly skippedLocked: string
  readonly droppedColumns: string
  readonly droppedRows: string
  readonly derived: string
  readonly lockedCell: string
  readonly oneRange: string
  readonly nothingToPaste: string
  readonly pasteDenied: string
  readonly pasteTitle: string
  readonly pasteSummary: string
  readonly pasteSummaryRows: string
  readonly pasteColumnCell: string
  readonly pasteColumnText: string
  readonly pasteColumnWhy: string
  readonly pasteNewRow: string
  readonly pasteMore: string
  readonly pasteSkip: string
  readonly pasteKeepText: string
  readonly pasteCancel: string
  readonly pasteKeepTextHint: string
  readonly sortAsc: string
  readonly sortDesc: string
  readonly sortClear: string
  readonly columnMenu: string
  readonly hideColumn: string
  readonly showColumn: string
  readonly freezeTo: string
  readonly unfreeze: string
  readonly autoWidth: string
  readonly moveLeft: string
  readonly moveRight: string
  readonly resetColumns: string
  readonly resize: string
  readonly contains: string
  readonly from: string
  readonly to: string
  readonly isEmpty: string
  readonly notEmpty: string
  readonly isUnread: string
  readonly isMarked: string
  readonly anyValue: string
  readonly apply: string
  readonly clear: string
  readonly close: string
  readonly searchChoices: string
  readonly insertAbove: string
  readonly insertBelow: string
  readonly deleteRows: string
  readonly copy: string
  readonly cutAction: string
  readonly paste: string
  readonly fillDown: string
  readonly selected: string
  readonly sum: string
  readonly average: string
  readonly total: string
  readonly shownOf: string
  readonly unread: string
  readonly find: string
  readonly findNone: string
  readonly findCount: string
  readonly findNext: string
  readonly findPrevious: string
  readonly today: string
  readonly previousMonth: string
  readonly nextMonth: string
  readonly weekdays: readonly string[]
  readonly monthTitle: string
  readonly dayOff: string
  readonly pickerHint: string
  readonly noSuggestion: string
  readonly readAs: string
  readonly keptAsText: string
  readonly partUnread: string
  readonly expand: string
  readonly collapse: string
  readonly editing: string
  readonly menu: string
  readonly openMark: string
  readonly leaveHint: string
  /** Joins sentences, and words of a list. */
  readonly joiner: string
  readonly comma: string
  readonly named: string
  readonly withUnit: string
  readonly errors: Readonly<Record<CellErrorCode, string>>
}

export const GRID_LABELS: Readonly<Record<'zh-CN' | 'en', GridLabels>> = {
  'zh-CN': LABELS_ZH_CN,
  en: LABELS_EN,
}

/** `{n} 格` with `{ n: 3 }` → "3 格". */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replaceAll(/\{(\w+)\}/gu, (whole, name: string) => String(values[name] ?? whole))
}
