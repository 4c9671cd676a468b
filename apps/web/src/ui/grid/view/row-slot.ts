import type { GridStore } from '../grid-store.ts'
import type { PlacedColumn } from '../model/column-layout.ts'
import type { DisplayRow } from '../model/display-rows.ts'
import { displayText } from '../model/cell-format.ts'
import { columnTotal } from '../model/totals.ts'
import { fill } from '../labels.ts'
import { CellView, TotalView } from './cell-view.ts'
import { faceOf } from './cell-look.ts'

/** Columns of the scrolling pane that are drawn now, inclusive. */
export interface ColumnWindow {
  readonly first: number
  readonly last: number
}

type Kind = DisplayRow['kind']

/**
 * One line of the pool. It stands in two panes (frozen and scrolling); the
 * frozen part is the row for assistive technology and owns the other part.
 */
export class RowSlot {
  readonly kind: Kind
  readonly frozen: HTMLElement
  readonly main: HTMLElement
  line = -1
  readonly #id: string
  readonly #head: HTMLElement
  readonly #headText: Text
  readonly #cells = new Map<string, CellView | TotalView>()
  readonly #attached = new Map<string, PlacedColumn>()
  #top = -1
  #shown: DisplayRow | null = null

  constructor(id: string, kind: Kind) {
    this.#id = id
    this.kind = kind
    this.frozen = document.createElement('div')
    this.main = document.createElement('div')
    this.frozen.className = `yg-row yg-row-${kind}`
    this.main.className = `yg-row yg-row-${kind}`
    this.frozen.setAttribute('role', 'row')
    this.main.setAttribute('role', 'presentation')
    this.main.id = `${id}m`
    this.frozen.setAttribute('aria-owns', this.main.id)
    this.#head = document.createElement('div')
    this.#head.className = 'yg-cell yg-number'
    this.#head.setAttribute('role', 'rowheader')
    this.#head.setAttribute('aria-colindex', '1')
    this.#headText = document.createTextNode('')
    this.#head.append(this.#headText)
    this.frozen.append(this.#head)
  }

  /** The drawn cell of a column, when it stands in the window. */
  cellElement(field: string): HTMLElement | null {
    return this.#attached.has(field) ? (this.#cells.get(field)?.el ?? null) : null
  }

  bind(store: GridStore, line: number, window: ColumnWindow): void {
    const shown = store.lines[line]
    if (shown === undefined) return
    if (line !== this.line) {
      this.line = line
      this.frozen.setAttribute('aria-rowindex', String(line + 2))
    }
    const top = line * store.lineHeight
    if (top !== this.#top) {
      this.#top = top
      this.frozen.style.transform = `translateY(${top}px)`
      this.main.style.transform = `translateY(${top}px)`
    }
    this.#shown = shown
    this.#drawHead(store, shown)
    this.setWindow(store, window)
  }

  /** Attach the cells of the window, detach the others, and draw all of them. */
  setWindow(store: GridStore, window: ColumnWindow): void {
    const { columns, frozenCount } = store.layout
    // The active cell stays drawn wherever it is, so that its id stays valid.
    const active = store.selection?.active
    const kept = active?.line === this.line ? active.column : -1
    for (const [field, place] of this.#attached) {
      const now = columns[place.index]
      if (
        now?.column.field === field &&
        (now.index < frozenCount ||
          now.index === kept ||
          (now.index >= window.first && now.index <= window.last))
      )
        continue
      this.#cells.get(field)?.el.remove()
      this.#attached.delete(field)
    }
    for (let index = 0; index < frozenCount; index += 1) this.#show(store, columns[index])
    for (let index = window.first; index <= window.last; index += 1) this.#show(store, columns[index])
    if (kept >= frozenCount && (kept < window.first || kept > window.last)) this.#show(store, columns[kept])
  }

  select(store: GridStore, isSelected: (column: number) => boolean, isActive: boolean): void {
    this.#head.classList.toggle('yg-current', isActive)
    if (this.kind === 'group') return
    for (const [field, place] of this.#attached) {
      const cell = this.#cells.get(field)
      if (cell instanceof CellView) cell.select(isSelected(place.index))
    }
    if (store.selection === null) this.#head.classList.remove('yg-current')
  }

  detach(): void {
    this.frozen.remove()
    this.main.remove()
    this.line = -1
  }

  /** Throw the cells away: the columns have changed under them. */
  forget(): void {
    for (const cell of this.#cells.values()) cell.el.remove()
    this.#cells.clear()
    this.#attached.clear()
  }

  #show(store: GridStore, place: PlacedColumn | undefined): void {
    const shown = this.#shown
    if (place === undefined || shown === null) return
    const { field } = place.column
    let cell = this.#cells.get(field)
    if (cell === undefined) {
      const id = `${this.#id}-${this.#cells.size}`
      cell = this.kind === 'group' ? new TotalView(id, place.column, place.index) : new CellView(id, place)
      this.#cells.set(field, cell)
    }
    if (this.#attached.get(field) !== place) {
      cell.place(place.left, place.width)
      const parent = place.frozen ? this.frozen : this.main
      if (cell.el.parentNode !== parent) parent.append(cell.el)
      this.#attached.set(field, place)
    }
    if (shown.kind === 'row' && cell instanceof CellView)
      cell.draw(faceOf(place.column, shown.row, store.labels, store.format))
    else if (shown.kind === 'group' && cell instanceof TotalView) cell.draw(groupText(store, shown, place))
    else if (shown.kind === 'append' && cell instanceof CellView) {
      cell.draw({
        text: place.index === 0 ? store.labels.newRow : '',
        tone: null,
        shape: '',
        share: null,
        isUnread: false,
        mark: null,
        isLocked: false,
      })
    }
  }

  #drawHead(store: GridStore, shown: DisplayRow): void {
    const text =
      shown.kind === 'row'
        ? String(shown.number)
        : shown.kind === 'append'
          ? '＋'
          : shown.collapsed
            ? '▸'
            : '▾'
    if (this.#headText.data !== text) this.#headText.data = text
    if (store.isGrouped) this.frozen.setAttribute('aria-level', shown.kind === 'group' ? '1' : '2')
    else this.frozen.removeAttribute('aria-level')
    if (shown.kind === 'group') {
      this.frozen.setAttribute('aria-expanded', String(!shown.collapsed))
      this.#head.setAttribute(
        'aria-label',
        fill(shown.collapsed ? store.labels.expand : store.labels.collapse, { title: shown.group.title }),
      )
    }
    if (shown.kind === 'append') this.#head.setAttribute('aria-label', store.labels.newRow)
  }
}

const totals = new WeakMap<object, Map<string, string>>()

/** Totals are worked out once for each set of rows, not on every scroll. */
function groupText(
  store: GridStore,
  shown: DisplayRow & { kind: 'group' },
  { column, index }: PlacedColumn,
): string {
  if (index === 0) {
    const count = fill(store.labels.items, { n: shown.rows.length })
    return [shown.group.title, shown.group.subtitle, count].filter((part) => part !== undefined).join(' · ')
  }
  let texts = totals.get(shown.rows)
  if (texts === undefined) totals.set(shown.rows, (texts = new Map()))
  let text = texts.get(column.field)
  if (text === undefined) {
    text = displayText(column, columnTotal(column, shown.rows), store.format)
    texts.set(column.field, text)
  }
  return text
}
