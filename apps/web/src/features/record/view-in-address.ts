import { DEFAULT_VIEW, readView, viewDifference, type GridView } from '../../ui/grid/model/grid-view.ts'

/** The grid's view as one search parameter: only what differs from the page's own default. */
export function viewToText(view: GridView, base: GridView): string | undefined {
  const difference = viewDifference(view, base)
  return Object.keys(difference).length === 0 ? undefined : JSON.stringify(difference)
}

/** The view of an address; what somebody broke by hand falls back to the default. */
export function viewFromText(text: string | undefined, base: GridView = DEFAULT_VIEW): GridView {
  if (text === undefined) return base
  try {
    return readView(JSON.parse(text), base)
  } catch {
    return base
  }
}
