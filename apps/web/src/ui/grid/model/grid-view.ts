/** Which rows a filter keeps. Money bounds are fen, ratio bounds 0–1, dates `YYYY-MM-DD`; null = open end. */
export type GridFilter =
  | { readonly field: string; readonly op: 'contains'; readonly text: string }
  | { readonly field: string; readonly op: 'oneOf'; readonly values: readonly (string | null)[] }
  | {
      readonly field: string
      readonly op: 'between'
      readonly from: string | number | null
      readonly to: string | number | null
    }
  | { readonly field: string; readonly op: 'empty' | 'notEmpty' | 'unread' | 'marked' }

export interface GridSort {
  readonly field: string
  readonly direction: 'asc' | 'desc'
}

/** What one person looks at: plain data, so that it can live in the URL. */
export interface GridView {
  readonly sort: readonly GridSort[]
  readonly filters: readonly GridFilter[]
  readonly hidden: readonly string[]
  /** Fields in the order wanted; fields not named follow in their own order. */
  readonly order: readonly string[]
  readonly widths: Readonly<Record<string, number>>
  /** How many visible columns stay at the left. */
  readonly frozen: number
  readonly grouped: boolean
  readonly collapsed: readonly string[]
  readonly density: 'normal' | 'compact'
}

export const DEFAULT_VIEW: GridView = {
  sort: [],
  filters: [],
  hidden: [],
  order: [],
  widths: {},
  frozen: 1,
  grouped: true,
  collapsed: [],
  density: 'normal',
}

/** Only what differs from `base`, for a short URL. */
export function viewDifference(view: GridView, base: GridView = DEFAULT_VIEW): Partial<GridView> {
  const entries = Object.entries(view).filter(
    ([key, value]) => JSON.stringify(value) !== JSON.stringify(base[key as keyof GridView]),
  )
  return Object.fromEntries(entries) as Partial<GridView>
}

const isText = (value: unknown): value is string => typeof value === 'string'
const isBound = (value: unknown): value is string | number | null =>
  value === null || isText(value) || (typeof value === 'number' && Number.isFinite(value))

function isFilter(value: unknown): value is GridFilter {
  if (typeof value !== 'object' || value === null) return false
  const filter = value as Record<string, unknown>
  if (!isText(filter['field'])) return false
  switch (filter['op']) {
    case 'contains':
      return isText(filter['text'])
    case 'oneOf':
      return (
        Array.isArray(filter['values']) && filter['values'].every((item) => item === null || isText(item))
      )
    case 'between':
      return isBound(filter['from']) && isBound(filter['to'])
    case 'empty':
    case 'notEmpty':
    case 'unread':
    case 'marked':
      return true
    default:
      return false
  }
}

function isSort(value: unknown): value is GridSort {
  if (typeof value !== 'object' || value === null) return false
  const sort = value as Record<string, unknown>
  return isText(sort['field']) && (sort['direction'] === 'asc' || sort['direction'] === 'desc')
}

/**
 * A view from untrusted data (a URL somebody edited, a view saved by an older
 * version): what cannot be read falls back to `base`, part by part.
 */
export function readView(input: unknown, base: GridView = DEFAULT_VIEW): GridView {
  if (typeof input !== 'object' || input === null) return base
  const given = input as Record<string, unknown>
  const texts = (key: 'hidden' | 'order' | 'collapsed'): readonly string[] => {
    const value = given[key]
    return Array.isArray(value) ? value.filter(isText) : base[key]
  }
  const list = <T>(
    key: 'sort' | 'filters',
    is: (value: unknown) => value is T,
    fallback: readonly T[],
  ): readonly T[] => {
    const value = given[key]
    return Array.isArray(value) ? value.filter(is) : fallback
  }
  const widths = given['widths']
  const frozen = given['frozen']
  return {
    sort: list('sort', isSort, base.sort),
    filters: list('filters', isFilter, base.filters),
    hidden: texts('hidden'),
    order: texts('order'),
    widths:
      typeof widths === 'object' && widths !== null
        ? Object.fromEntries(
            Object.entries(widths).filter(
              (pair): pair is [string, number] =>
                typeof pair[1] === 'number' && pair[1] >= 40 && pair[1] <= 1200,
            ),
          )
        : base.widths,
    frozen:
      Number.isInteger(frozen) && (frozen as number) >= 0 && (frozen as number) <= 10
        ? (frozen as number)
        : base.frozen,
    grouped: typeof given['grouped'] === 'boolean' ? given['grouped'] : base.grouped,
    collapsed: texts('collapsed'),
    density:
      given['density'] === 'compact' || given['density'] === 'normal' ? given['density'] : base.density,
  }
}
