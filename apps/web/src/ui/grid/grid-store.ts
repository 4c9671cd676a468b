import { UndoStack } from '../undo/undo-stack.ts'
import type { TrackerGridProps } from './grid-props.ts'
import type { GridColumn, GridRow } from './grid-types.ts'
import { fill, GRID_LABELS, type GridLabels } from './labels.ts'
import type { FormatContext } from './model/cell-format.ts'
import { layOutColumns, type ColumnLayout, type PlacedColumn } from './model/column-layout.ts'
import { displayRows, type DisplayRow } from './model/display-rows.ts'
import { DERIVED, whyLocked } from './model/locked-cell.ts'
import type { PastePlan } from './model/paste-plan.ts'
import {
  clampSelection,
  selectCell,
  type CellPosition,
  type CellRange,
  type GridSelection,
} from './model/selection.ts'
import type { CellErrorCode } from './parse-cell.ts'

/** What changed, so that each part of the view redraws only for its own concerns. */
export type Topic = 'layout' | 'selection' | 'editing' | 'notice' | 'panel'

/** A cell being edited. `row` null = the line that adds a row. */
export interface EditState {
  readonly row: GridRow | null
  readonly column: GridColumn
  readonly at: CellPosition
  readonly text: string
  /** `replace` began by typing; arrows then leave the cell as in a spreadsheet. */
  readonly mode: 'replace' | 'modify'
  readonly error: CellErrorCode | null
  /** Option of the list that Enter takes; -1 = the text as typed. */
  readonly highlight: number
  /** The text is no longer what the editor began with. */
  readonly isTouched: boolean
}

/** The pop-up that is open beside the editor's own. */
export type Panel =
  | { readonly kind: 'column'; readonly field: string; readonly x: number; readonly y: number }
  | { readonly kind: 'cell'; readonly x: number; readonly y: number }
  | { readonly kind: 'columns'; readonly x: number; readonly y: number }
  | { readonly kind: 'addFilter'; readonly x: number; readonly y: number }
  | { readonly kind: 'paste'; readonly plan: PastePlan }
  | { readonly kind: 'find' }

export interface Notice {
  readonly text: string
  /** A thing to do about it. */
  readonly action?: { readonly label: string; readonly run: () => void }
  /** Shown on screen, not only said to screen readers. */
  readonly isShown: boolean
}

/**
 * State of one grid outside React: which lines and columns there are, what is
 * selected and edited. The row surface and the React parts subscribe by topic.
 */
export class GridStore {
  props: TrackerGridProps
  labels: GridLabels
  columns: ReadonlyMap<string, GridColumn> = new Map()
  layout: ColumnLayout = { columns: [], frozenCount: 0, frozenWidth: 0, mainWidth: 0 }
  lines: readonly DisplayRow[] = []
  rows: readonly GridRow[] = []
  selection: GridSelection | null = null
  editing: EditState | null = null
  copied: { readonly range: CellRange } | null = null
  fillPreview: CellRange | null = null
  panel: Panel | null = null
  notice: Notice = { text: '', isShown: false }
  viewWidth = 1200
  /** Whole lines that fit, for PageDown. */
  pageLines = 20
  readonly ownUndo = new UndoStack()
  readonly kept = new Set<string>()
  /** Row to select as soon as it appears, with the column to stand in. */
  pendingRow: { readonly id: string; readonly column: number } | null = null
  #rowById: ReadonlyMap<string, GridRow> | null = null
  #lineOfRow: ReadonlyMap<string, number> | null = null
  #order: ReadonlyMap<string, number> = new Map()
  #layoutBasis: readonly unknown[] = []
  #listeners = new Map<Topic, Set<() => void>>()
  #versions: Record<Topic, number> = { layout: 0, selection: 0, editing: 0, notice: 0, panel: 0 }

  constructor(props: TrackerGridProps) {
    this.props = props
    this.labels = { ...GRID_LABELS[props.locale], ...props.labels }
    this.#derive(true)
    const firstRow = this.lines.findIndex((line) => line.kind !== 'group')
    if (this.lines.length > 0 && this.layout.columns.length > 0)
      this.selection = selectCell({ line: Math.max(0, firstRow), column: 0 })
  }

  get undoStack(): UndoStack {
    return this.props.undoStack ?? this.ownUndo
  }

  get lineHeight(): number {
    return this.props.view.density === 'compact' ? 28 : 34
  }

  get format(): FormatContext {
    return { locale: this.props.locale, year: this.props.year, yes: this.labels.yes, no: this.labels.no }
  }

  get isGrouped(): boolean {
    return this.props.view.grouped && (this.props.groups?.length ?? 0) > 0
  }

  /** Take new props; everything that hangs on them is worked out again, the selection stays on its cells. */
  update(props: TrackerGridProps): void {
    const before = this.props
    if (before === props) return
    this.props = props
    if (before.locale !== props.locale || before.labels !== props.labels)
      this.labels = { ...GRID_LABELS[props.locale], ...props.labels }
    const isNewView =
      before.view !== props.view &&
      (before.view.sort !== props.view.sort ||
        before.view.filters !== props.view.filters ||
        before.view.grouped !== props.view.grouped)
    if (isNewView) this.kept.clear()
    const isSame =
      DERIVED_FROM.every((key) => before[key] === props[key]) &&
      (before.onInsertRows === undefined) === (props.onInsertRows === undefined)
    if (!isSame) {
      this.#derive(isNewView || before.columns !== props.columns)
      this.emit('layout')
    }
    if (!isSame || before.presence !== props.presence) this.emit('selection')
  }

  resize(viewWidth: number, pageLines: number): void {
    this.pageLines = Math.max(1, pageLines)
    if (Math.abs(viewWidth - this.viewWidth) < 1) return
    this.viewWidth = viewWidth
    this.#layOut()
    this.emit('layout')
    this.emit('selection')
  }

  row(id: string): GridRow | undefined {
    this.#rowById ??= new Map(this.props.rows.map((row) => [row.id, row]))
    return this.#rowById.get(id)
  }

  lineOf(rowId: string): number | undefined {
    if (this.#lineOfRow === null) {
      const lines = new Map<string, number>()
      for (const [index, line] of this.lines.entries()) if (line.kind === 'row') lines.set(line.row.id, index)
      this.#lineOfRow = lines
    }
    return this.#lineOfRow.get(rowId)
  }

  placed(column: number): PlacedColumn | undefined {
    return this.layout.columns[column]
  }

  /** Why a cell cannot be changed, in words; null when it can. */
  lockReason(column: GridColumn, row: GridRow | null): string | null {
    if (this.props.readOnly !== undefined) return this.props.readOnly
    const why = whyLocked(column, row)
    return why === DERIVED ? this.labels.derived : why
  }

  select(selection: GridSelection): void {
    const before = this.selection
    this.selection = selection
    this.emit('selection')
    if (before?.active.line !== selection.active.line || before.active.column !== selection.active.column)
      this.#reportActive()
  }

  edit(editing: EditState | null): void {
    this.editing = editing
    this.emit('editing')
  }

  openPanel(panel: Panel | null): void {
    this.panel = panel
    this.emit('panel')
  }

  /** Say something to screen readers, and show it when `isShown`. */
  announce(
    text: string,
    options: { readonly isShown?: boolean; readonly action?: Notice['action'] } = {},
  ): void {
    this.notice = {
      text,
      isShown: options.isShown ?? false,
      ...(options.action === undefined ? {} : { action: options.action }),
    }
    this.emit('notice')
  }

  say(label: string, values: Readonly<Record<string, string | number>>, isShown = false): void {
    this.announce(fill(label, values), { isShown })
  }

  subscribe(topic: Topic, listener: () => void): () => void {
    const listeners = this.#listeners.get(topic) ?? new Set()
    this.#listeners.set(topic, listeners.add(listener))
    return () => listeners.delete(listener)
  }

  version(topic: Topic): number {
    return this.#versions[topic]
  }

  emit(topic: Topic): void {
    this.#versions[topic] += 1
    for (const listener of this.#listeners.get(topic) ?? []) listener()
  }

  /** Kept as it is while nothing it depends on changed, so that cells are not placed again on every edit. */
  #layOut(): void {
    const { columns, view } = this.props
    const basis = [columns, view.hidden, view.order, view.widths, view.frozen, this.viewWidth]
    if (basis.every((part, index) => part === this.#layoutBasis[index])) return
    this.#layoutBasis = basis
    this.layout = layOutColumns(
      this.props.columns,
      this.props.view,
      Math.max(ROW_NUMBER_ONLY, this.viewWidth * 0.6),
    )
  }

  #derive(isFresh: boolean): void {
    const { props } = this
    const oldLines = this.lines
    const oldColumns = this.layout.columns
    this.columns = new Map(props.columns.map((column) => [column.field, column]))
    this.#layOut()
    const result = displayRows({
      rows: props.rows,
      groups: props.groups ?? [],
      columns: this.columns,
      view: props.view,
      locale: props.locale,
      noGroupTitle: this.labels.noGroup,
      canAppend: props.onInsertRows !== undefined && props.readOnly === undefined,
      kept: this.kept,
      previousOrder: isFresh ? null : this.#order,
    })
    this.lines = result.lines
    this.rows = result.rows
    this.#order = result.order
    this.#rowById = null
    this.#lineOfRow = null
    this.#followSelection(oldLines, oldColumns)
  }

  /** Keep the selection on the same records when lines or columns move. */
  #followSelection(oldLines: readonly DisplayRow[], oldColumns: readonly PlacedColumn[]): void {
    const pending = this.pendingRow === null ? undefined : this.lineOf(this.pendingRow.id)
    if (pending !== undefined && this.pendingRow !== null) {
      this.selection = selectCell({ line: pending, column: this.pendingRow.column })
      this.pendingRow = null
      return
    }
    if (this.selection === null || oldLines.length === 0) return
    const columnAt = (index: number): number => {
      const field = oldColumns[index]?.column.field
      const now = this.layout.columns.findIndex((place) => place.column.field === field)
      return now < 0 ? index : now
    }
    const lineAt = (index: number): number => {
      const line = oldLines[index]
      if (line?.kind === 'row') return this.lineOf(line.row.id) ?? index
      if (line?.kind === 'append')
        return Math.max(
          0,
          this.lines.findLastIndex((now) => now.kind === 'append'),
        )
      if (line?.kind === 'group') {
        const now = this.lines.findIndex(
          (other) => other.kind === 'group' && other.group.id === line.group.id,
        )
        return now < 0 ? index : now
      }
      return index
    }
    const follow = ({ line, column }: CellPosition): CellPosition => ({
      line: lineAt(line),
      column: columnAt(column),
    })
    const { active, anchor, head, others, tabColumn } = this.selection
    this.selection = clampSelection(
      { active: follow(active), anchor: follow(anchor), head: follow(head), others, tabColumn },
      this.lines.length,
      this.layout.columns.length,
    )
  }

  #reportActive(): void {
    if (this.props.onActiveChange === undefined || this.selection === null) return
    const line = this.lines[this.selection.active.line]
    const field = this.placed(this.selection.active.column)?.column.field
    this.props.onActiveChange(
      line?.kind === 'row' && field !== undefined ? { rowId: line.row.id, field } : null,
    )
  }
}

/** Lines and columns hang on these alone; a page that only renders again costs nothing. */
const DERIVED_FROM = ['rows', 'columns', 'groups', 'view', 'locale', 'labels', 'readOnly', 'year'] as const

/** Frozen columns may vanish on a narrow screen, the row numbers never do. */
const ROW_NUMBER_ONLY = 60
