import type { GridStore } from '../grid-store.ts'
import { allRanges, currentRange, type CellRange } from '../model/selection.ts'

/**
 * Ranges, the active cell, copied and filled areas and other people's cursors,
 * drawn as a few boxes over each pane: selecting ten thousand cells touches no cell.
 */
export class SelectionOverlay {
  readonly #store: GridStore
  readonly #layers: readonly {
    readonly el: HTMLElement
    readonly boxes: HTMLElement[]
    readonly frozen: boolean
  }[]

  constructor(store: GridStore, frozenPane: HTMLElement, mainPane: HTMLElement) {
    this.#store = store
    this.#layers = [frozenPane, mainPane].map((pane, index) => {
      const el = document.createElement('div')
      el.className = 'yg-overlay'
      el.setAttribute('role', 'presentation')
      pane.append(el)
      return { el, boxes: [], frozen: index === 0 }
    })
  }

  destroy(): void {
    for (const { el } of this.#layers) el.remove()
  }

  draw(): void {
    const { selection, copied, fillPreview, props } = this.#store
    for (const layer of this.#layers) {
      let used = 0
      const put = (range: CellRange, className: string, style?: (box: HTMLElement) => void): void => {
        const area = this.#clip(range, layer.frozen)
        if (area === null) return
        let box = layer.boxes[used]
        if (box === undefined) {
          box = document.createElement('div')
          layer.boxes.push(box)
          layer.el.append(box)
        }
        used += 1
        box.hidden = false
        box.removeAttribute('style')
        box.replaceChildren()
        delete box.dataset['name']
        box.className = `${className}${area.openLeft ? ' yg-open-left' : ''}${area.openRight ? ' yg-open-right' : ''}`
        box.style.transform = `translate(${area.left}px, ${area.top}px)`
        box.style.width = `${area.width}px`
        box.style.height = `${area.height}px`
        style?.(box)
      }
      if (copied !== null) put(copied.range, 'yg-copied')
      if (fillPreview !== null) put(fillPreview, 'yg-fill-preview')
      if (selection !== null) {
        const current = currentRange(selection)
        for (const range of allRanges(selection)) {
          if (range.top !== range.bottom || range.left !== range.right) put(range, 'yg-range')
        }
        const { line, column } = selection.active
        put({ top: line, bottom: line, left: column, right: column }, 'yg-active')
        // The handle hangs on the last cell of the range; its pane draws it.
        const corner = {
          top: current.bottom,
          bottom: current.bottom,
          left: current.right,
          right: current.right,
        }
        if (selection.others.length === 0 && props.readOnly === undefined)
          put(corner, 'yg-corner', (box) => {
            const handle = document.createElement('i')
            handle.className = 'yg-handle'
            box.append(handle)
          })
      }
      for (const person of props.presence ?? []) {
        const line = this.#store.lineOf(person.rowId)
        const column = this.#store.layout.columns.findIndex((place) => place.column.field === person.field)
        if (line === undefined || column < 0) continue
        put({ top: line, bottom: line, left: column, right: column }, 'yg-presence', (box) => {
          box.style.setProperty('--yg-person', person.color)
          box.dataset['name'] = person.name
        })
      }
      for (let index = used; index < layer.boxes.length; index += 1) {
        const box = layer.boxes[index]
        if (box === undefined) continue
        box.hidden = true
        box.replaceChildren()
      }
    }
  }

  #clip(
    range: CellRange,
    frozen: boolean,
  ): {
    left: number
    top: number
    width: number
    height: number
    openLeft: boolean
    openRight: boolean
  } | null {
    const { layout, lineHeight } = this.#store
    const first = frozen ? range.left : Math.max(range.left, layout.frozenCount)
    const last = frozen ? Math.min(range.right, layout.frozenCount - 1) : range.right
    const start = layout.columns[first]
    const end = layout.columns[last]
    if (start === undefined || end === undefined || last < first) return null
    return {
      left: start.left,
      width: end.left + end.width - start.left,
      top: range.top * lineHeight,
      height: (range.bottom - range.top + 1) * lineHeight,
      openLeft: first !== range.left,
      openRight: last !== range.right,
    }
  }
}
