import type { GridStore } from '../grid-store.ts'
import { ROW_NUMBER_WIDTH, visibleColumns, type ColumnLayout } from '../model/column-layout.ts'
import type { DisplayRow } from '../model/display-rows.ts'
import { isSelected } from '../model/selection.ts'
import { scrollToShow, visibleLines } from '../model/virtual-window.ts'
import { RowSlot, type ColumnWindow } from './row-slot.ts'
import { SelectionOverlay } from './selection-overlay.ts'

/** The elements that React made and the surface fills. */
export interface SurfaceParts {
  readonly scroller: HTMLElement
  readonly head: HTMLElement
  /** Holds both panes and the head, as large as everything there is to scroll. */
  readonly table: HTMLElement
  readonly frozenPane: HTMLElement
  readonly mainPane: HTMLElement
}

/** Lines drawn beyond the viewport, so that a wheel step does not show blanks. */
const LINE_OVERSCAN = 6
const COLUMN_OVERSCAN_PX = 160
const KINDS = ['row', 'group', 'append'] as const

/**
 * Draws the lines of a store into two panes. Works outside React: a scroll
 * moves pooled rows and rewrites only what differs, nothing else runs.
 */
export class GridSurface {
  readonly #store: GridStore
  readonly #parts: SurfaceParts
  readonly #id: string
  readonly #overlay: SelectionOverlay
  readonly #slots = new Map<number, RowSlot>()
  readonly #free: Record<DisplayRow['kind'], RowSlot[]> = { row: [], group: [], append: [] }
  readonly #sticky: RowSlot
  #stickyLine = -1
  #activeLine = -1
  #slotCount = 0
  #lines = { first: 0, last: -1 }
  #window: ColumnWindow = { first: 0, last: -1 }
  #layout: ColumnLayout | null = null
  #viewWidth = 0
  #viewHeight = 0
  readonly #stop: (() => void)[] = []

  constructor(store: GridStore, parts: SurfaceParts, id: string) {
    this.#store = store
    this.#parts = parts
    this.#id = id
    this.#overlay = new SelectionOverlay(store, parts.frozenPane, parts.mainPane)
    this.#sticky = new RowSlot(`${id}-sticky`, 'group')
    for (const part of [this.#sticky.frozen, this.#sticky.main]) {
      part.classList.add('yg-sticky')
      part.setAttribute('role', 'presentation')
      part.setAttribute('aria-hidden', 'true')
      part.hidden = true
    }
    this.#sticky.frozen.removeAttribute('aria-owns')
    parts.frozenPane.prepend(this.#sticky.frozen)
    parts.mainPane.prepend(this.#sticky.main)
    const onScroll = (): void => this.scrolled()
    parts.scroller.addEventListener('scroll', onScroll, { passive: true })
    const observer = new ResizeObserver(() => this.#resized())
    observer.observe(parts.scroller)
    this.#stop.push(
      () => parts.scroller.removeEventListener('scroll', onScroll),
      () => observer.disconnect(),
      store.subscribe('layout', () => this.#laidOut()),
      store.subscribe('selection', () => this.#selected()),
    )
    this.#resized()
    this.#laidOut()
  }

  destroy(): void {
    for (const stop of this.#stop) stop()
    for (const slot of this.#slots.values()) slot.detach()
    this.#sticky.detach()
    this.#overlay.destroy()
  }

  /** Id of the drawn cell (or group line) for aria-activedescendant; null when it is not drawn. */
  elementIdAt(line: number, column: number): string | null {
    return this.cellElementAt(line, column)?.id ?? null
  }

  cellElementAt(line: number, column: number): HTMLElement | null {
    const field = this.#store.placed(column)?.column.field
    return field === undefined ? null : (this.#slots.get(line)?.cellElement(field) ?? null)
  }

  /** Line and column under a point of the screen; columns left of 0 are the row numbers (-1). */
  hit(clientX: number, clientY: number): { line: number; column: number } | null {
    const box = this.#parts.scroller.getBoundingClientRect()
    const { layout, lineHeight, lines } = this.#store
    const x = clientX - box.left
    const y = clientY - box.top - this.#headHeight()
    if (y < 0) return null
    let line = Math.floor((y + this.#parts.scroller.scrollTop) / lineHeight)
    if (this.#stickyLine >= 0 && y < lineHeight) line = this.#stickyLine
    if (line >= lines.length) return null
    if (x < ROW_NUMBER_WIDTH) return { line, column: -1 }
    const inFrozen = x < layout.frozenWidth
    const left = inFrozen ? x : x - layout.frozenWidth + this.#parts.scroller.scrollLeft
    const place = layout.columns.find(
      (item) => item.frozen === inFrozen && left >= item.left && left < item.left + item.width,
    )
    return place === undefined ? null : { line, column: place.index }
  }

  /** Box of a cell in the scrolled content; frozen cells move along with the scroll. */
  boxOf(line: number, column: number): { left: number; top: number; width: number; height: number } | null {
    const place = this.#store.placed(column)
    if (place === undefined) return null
    const { lineHeight, layout } = this.#store
    const left = place.frozen ? place.left + this.#parts.scroller.scrollLeft : layout.frozenWidth + place.left
    return { left, top: this.#headHeight() + line * lineHeight, width: place.width, height: lineHeight }
  }

  /** Scroll as little as needed to show a cell clear of the header, the frozen columns and the sticky group. */
  reveal(line: number, column: number): void {
    const { scroller } = this.#parts
    const { lineHeight, layout } = this.#store
    const place = this.#store.placed(column)
    const shown = this.#store.lines[line]
    const covered = this.#store.isGrouped && shown?.kind !== 'group' ? lineHeight : 0
    const height = this.#viewHeight - this.#headHeight()
    const top =
      scrollToShow(scroller.scrollTop + covered, height - covered, line * lineHeight, lineHeight) - covered
    if (Math.abs(top - scroller.scrollTop) > 0.5) scroller.scrollTop = Math.max(0, top)
    if (place === undefined || place.frozen) {
      this.scrolled()
      return
    }
    const left = scrollToShow(
      scroller.scrollLeft,
      this.#viewWidth - layout.frozenWidth,
      place.left,
      place.width,
    )
    if (Math.abs(left - scroller.scrollLeft) > 0.5) scroller.scrollLeft = left
    // The scroll event comes a frame later; who asked to see the cell asks for its element now.
    this.scrolled()
  }

  scrolled(): void {
    const { scroller } = this.#parts
    const { lines, lineHeight, layout } = this.#store
    const range = visibleLines(
      scroller.scrollTop,
      this.#viewHeight - this.#headHeight(),
      lineHeight,
      lines.length,
      LINE_OVERSCAN,
    )
    const window = visibleColumns(
      layout,
      scroller.scrollLeft,
      this.#viewWidth - layout.frozenWidth,
      COLUMN_OVERSCAN_PX,
    )
    const sameColumns = window.first === this.#window.first && window.last === this.#window.last
    if (sameColumns && range.first === this.#lines.first && range.last === this.#lines.last) {
      this.#placeSticky()
      return
    }
    this.#lines = range
    this.#window = window
    for (const [line, slot] of this.#slots) {
      const isKept =
        (line >= range.first && line <= range.last) || line === this.#store.selection?.active.line
      if (isKept && !sameColumns) slot.setWindow(this.#store, window)
      if (!isKept) this.#release(line, slot)
    }
    this.#fill()
    this.#placeSticky()
  }

  #headHeight(): number {
    return this.#parts.head.offsetHeight
  }

  #resized(): void {
    const { scroller } = this.#parts
    this.#viewWidth = scroller.clientWidth
    this.#viewHeight = scroller.clientHeight
    this.#store.resize(
      this.#viewWidth,
      Math.floor((this.#viewHeight - this.#headHeight()) / this.#store.lineHeight) - 1,
    )
    this.scrolled()
  }

  #laidOut(): void {
    const { layout, lines, lineHeight } = this.#store
    if (layout !== this.#layout) {
      // Other columns, other nodes: the pool is thrown away rather than mended.
      for (const [line, slot] of this.#slots) this.#release(line, slot)
      for (const kind of KINDS) for (const slot of this.#free[kind].splice(0)) slot.detach()
      this.#sticky.forget()
      this.#layout = layout
    }
    const { table, frozenPane, mainPane } = this.#parts
    const height = lines.length * lineHeight
    table.style.height = `${this.#headHeight() + height}px`
    table.style.width = `${layout.frozenWidth + layout.mainWidth}px`
    table.style.setProperty('--yg-line', `${lineHeight}px`)
    frozenPane.style.width = `${layout.frozenWidth}px`
    frozenPane.style.height = `${height}px`
    mainPane.style.left = `${layout.frozenWidth}px`
    mainPane.style.width = `${layout.mainWidth}px`
    mainPane.style.height = `${height}px`
    for (const [line, slot] of this.#slots) if (slot.kind !== lines[line]?.kind) this.#release(line, slot)
    this.#lines = { first: 0, last: -1 }
    this.#stickyLine = -1
    this.scrolled()
    for (const [line, slot] of this.#slots) slot.bind(this.#store, line, this.#window)
    this.#selected()
  }

  #fill(): void {
    const { lines, selection } = this.#store
    const fresh: RowSlot[] = []
    const show = (line: number): void => {
      const shown = lines[line]
      if (shown === undefined || this.#slots.has(line)) return
      const slot = this.#free[shown.kind].pop() ?? new RowSlot(`${this.#id}-${this.#slotCount++}`, shown.kind)
      slot.bind(this.#store, line, this.#window)
      this.#slots.set(line, slot)
      fresh.push(slot)
      if (slot.frozen.parentNode === null) {
        this.#parts.frozenPane.append(slot.frozen)
        this.#parts.mainPane.append(slot.main)
      }
      this.#selectSlot(slot)
    }
    for (let line = this.#lines.first; line <= this.#lines.last; line += 1) show(line)
    // The active cell stays drawn wherever it is, so that its id stays valid.
    if (selection !== null) show(selection.active.line)
    for (const kind of KINDS) for (const slot of this.#free[kind]) slot.detach()
  }

  #release(line: number, slot: RowSlot): void {
    this.#slots.delete(line)
    this.#free[slot.kind].push(slot)
  }

  #selected(): void {
    const active = this.#store.selection?.active
    for (const [line, slot] of this.#slots) {
      const isOutside = line < this.#lines.first || line > this.#lines.last
      if (isOutside && line !== active?.line) this.#release(line, slot)
    }
    this.#fill()
    for (const line of new Set([this.#activeLine, active?.line ?? -1]))
      this.#slots.get(line)?.setWindow(this.#store, this.#window)
    this.#activeLine = active?.line ?? -1
    for (const slot of this.#slots.values()) this.#selectSlot(slot)
    this.#overlay.draw()
  }

  #selectSlot(slot: RowSlot): void {
    const { selection } = this.#store
    const { line } = slot
    slot.select(
      this.#store,
      (column) => selection !== null && isSelected(selection, line, column),
      selection?.active.line === line,
    )
  }

  /** The group of the first visible line stays in sight while its rows scroll. */
  #placeSticky(): void {
    const { lines, lineHeight } = this.#store
    const top = Math.floor(this.#parts.scroller.scrollTop / lineHeight)
    let line =
      this.#store.isGrouped && this.#parts.scroller.scrollTop > 0 ? Math.min(top, lines.length - 1) : -1
    while (line >= 0 && lines[line]?.kind !== 'group') line -= 1
    if (line !== this.#stickyLine) {
      this.#stickyLine = line
      const hidden = line < 0
      this.#sticky.frozen.hidden = hidden
      this.#sticky.main.hidden = hidden
    }
    if (line >= 0) this.#sticky.bind(this.#store, line, this.#window)
  }
}
