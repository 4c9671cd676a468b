import type { GridColumn } from '../grid-types.ts'
import type { PlacedColumn } from '../model/column-layout.ts'
import { alignOf, lookOf, type DrawnFace, type Look } from './cell-look.ts'

/**
 * One cell of the pool: its nodes are made once and only their text and classes
 * change as rows pass through, because making nodes is what makes grids slow.
 */
export class CellView {
  readonly el: HTMLElement
  readonly #look: Look
  readonly #text: Text
  readonly #first: HTMLElement | null
  readonly #bar: HTMLElement | null
  readonly #base: string
  #shownText: string | null = null
  #shownClass = ''
  #shownFirst = ''
  #selected = false

  constructor(id: string, { column, index }: PlacedColumn, role: 'gridcell' | 'rowheader' = 'gridcell') {
    this.#look = lookOf(column)
    const el = document.createElement('div')
    el.id = id
    el.setAttribute('role', role)
    el.setAttribute('aria-colindex', String(index + 2))
    this.#base = `yg-cell yg-${alignOf(column)} yg-look-${this.#look}`
    el.className = this.#base
    this.#shownClass = this.#base
    this.#text = document.createTextNode('')
    let first: HTMLElement | null = null
    let bar: HTMLElement | null = null
    if (this.#look === 'progress') {
      first = span('yg-bar')
      bar = document.createElement('b')
      first.append(bar)
      const label = span('yg-percent')
      label.append(this.#text)
      el.append(first, label)
    } else if (this.#look === 'status') {
      first = span('yg-shape')
      const tag = span('yg-tag')
      tag.append(first, this.#text)
      el.append(tag)
    } else if (this.#look === 'person') {
      first = span('yg-avatar')
      el.append(first, this.#text)
    } else el.append(this.#text)
    first?.setAttribute('aria-hidden', 'true')
    this.#first = first
    this.#bar = bar
    this.el = el
  }

  place(left: number, width: number): void {
    this.el.style.left = `${left}px`
    this.el.style.width = `${width}px`
  }

  draw(face: DrawnFace): void {
    if (face.text !== this.#shownText) {
      this.#text.data = face.text
      this.#shownText = face.text
    }
    const className =
      this.#base +
      (face.tone === null ? '' : ` yg-tone-${face.tone}`) +
      (face.isUnread ? ' yg-unread' : '') +
      (face.mark === null ? '' : ` yg-mark yg-mark-${face.mark}`) +
      (face.isLocked ? ' yg-locked' : '') +
      (face.text === '' ? ' yg-blank' : '')
    if (className !== this.#shownClass) {
      this.el.className = className
      this.#shownClass = className
    }
    if (this.#first === null) return
    const first =
      this.#look === 'progress'
        ? String(face.share)
        : this.#look === 'status'
          ? face.shape
          : face.text.slice(0, 1)
    if (first === this.#shownFirst) return
    this.#shownFirst = first
    if (this.#bar === null) this.#first.textContent = first
    else {
      this.#first.style.visibility = face.share === null ? 'hidden' : 'visible'
      this.#bar.style.transform = `scaleX(${face.share ?? 0})`
    }
  }

  select(isSelected: boolean): void {
    if (isSelected === this.#selected) return
    this.#selected = isSelected
    if (isSelected) this.el.setAttribute('aria-selected', 'true')
    else this.el.removeAttribute('aria-selected')
  }
}

/** A cell of a group line: the title in the first one, totals in the others. */
export class TotalView {
  readonly el: HTMLElement
  readonly #text: Text
  #shown = ''

  constructor(id: string, column: GridColumn, index: number) {
    this.el = document.createElement('div')
    this.el.id = id
    this.el.setAttribute('role', 'gridcell')
    this.el.setAttribute('aria-colindex', String(index + 2))
    this.el.className = `yg-cell yg-${index === 0 ? 'left yg-group-title' : alignOf(column)}`
    this.#text = document.createTextNode('')
    this.el.append(this.#text)
  }

  place(left: number, width: number): void {
    this.el.style.left = `${left}px`
    this.el.style.width = `${width}px`
  }

  draw(text: string): void {
    if (text === this.#shown) return
    this.#shown = text
    this.#text.data = text
  }
}

function span(className: string): HTMLElement {
  const el = document.createElement('span')
  el.className = className
  return el
}
