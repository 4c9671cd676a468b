// @vitest-environment happy-dom
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { GridStore } from '../grid-store.ts'
import type { GridColumn } from '../grid-types.ts'
import { DEFAULT_VIEW, type GridFilter } from '../model/grid-view.ts'
import { FilterFields } from './FilterFields.tsx'
import { GridContext } from './grid-context.ts'

let root: Root
let host: HTMLElement
let filters: readonly GridFilter[]

beforeEach(() => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })
  host = document.body.appendChild(document.createElement('div'))
  root = createRoot(host)
  filters = []
})
afterEach(() => {
  act(() => root.unmount())
  document.body.replaceChildren()
})

/** Applies a range to the column, as a person types it; answers with what is said of it. */
function apply(column: GridColumn, ...texts: readonly [string, string]): string | null {
  const store = new GridStore({
    columns: [column],
    rows: [],
    groups: [],
    view: DEFAULT_VIEW,
    locale: 'zh-CN',
    label: '跟踪表',
    today: '2025-06-08',
    year: 2025,
    onViewChange: (view) => {
      filters = view.filters
    },
    onCommit: () => undefined,
  })
  const handle = { store, id: 'g', surface: () => null, focus: () => undefined }
  act(() =>
    root.render(
      <GridContext value={handle}>
        <FilterFields column={column} onDone={() => undefined} />
      </GridContext>,
    ),
  )
  for (const [place, input] of [...host.querySelectorAll('input')].entries())
    act(() => {
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, texts[place])
      input.dispatchEvent(new Event('input', { bubbles: true }))
    })
  act(() => {
    host.querySelector('form')?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }))
  })
  return host.querySelector('[role=alert]')?.textContent ?? null
}

const column = (kind: 'ratio' | 'money', range: GridColumn['range']): GridColumn => ({
  field: 'figure',
  title: '数',
  kind,
  width: 100,
  ...(range === undefined ? {} : { range }),
})

describe('bounds of a filter', () => {
  test('above 100 % of a progress and below 0 of a budget are bounds like any other: no value is written', () => {
    expect(apply(column('ratio', { min: 0, max: 1 }), '100', '120')).toBeNull()
    expect(filters).toEqual([{ field: 'figure', op: 'between', from: 1, to: 1.2 }])
    act(() => root.unmount())
    root = createRoot(host)
    expect(apply(column('money', { min: 0, max: null }), '-100', '')).toBeNull()
    expect(filters).toEqual([{ field: 'figure', op: 'between', from: -100_00, to: null }])
  })

  test('a text that is no amount is refused and filters nothing', () => {
    expect(apply(column('money', { min: 0, max: null }), '很多', '')).not.toBeNull()
    expect(filters).toEqual([])
  })
})
