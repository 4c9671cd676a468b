import { describe, expect, test } from 'vitest'
import { DEFAULT_VIEW, readView, viewDifference, type GridView } from './grid-view.ts'

describe('X1 saved views', () => {
  test('only what differs goes into the URL, and comes back', () => {
    const view: GridView = {
      ...DEFAULT_VIEW,
      grouped: false,
      sort: [{ field: 'budget', direction: 'desc' }],
      frozen: 2,
      widths: { name: 240 },
      filters: [
        { field: 'status', op: 'oneOf', values: ['done', null] },
        { field: 'end', op: 'between', from: '2025-06-01', to: null },
        { field: 'end', op: 'unread' },
      ],
    }
    const short = viewDifference(view)
    expect(Object.keys(short).sort()).toEqual(['filters', 'frozen', 'grouped', 'sort', 'widths'])
    expect(readView(JSON.parse(JSON.stringify(short)))).toEqual(view)
  })
  test.each<[string, unknown, Partial<GridView>]>([
    ['no object', 'x', {}],
    [
      'a filter of unknown form',
      {
        filters: [
          { field: 'a', op: 'drop' },
          { field: 'a', op: 'empty' },
        ],
      },
      { filters: [{ field: 'a', op: 'empty' }] },
    ],
    ['a width out of bounds', { widths: { a: 5, b: 100, c: 'x' } }, { widths: { b: 100 } }],
    ['frozen beyond reason', { frozen: 99 }, {}],
    ['lists that are none', { hidden: 'a', sort: {}, collapsed: [1, 'p1'] }, { collapsed: ['p1'] }],
  ])('what cannot be read falls back: %s', (_, input, expected) => {
    expect(readView(input)).toEqual({ ...DEFAULT_VIEW, ...expected })
  })
})
