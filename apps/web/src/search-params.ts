/** Search params of the grids: the whole view lives in the address, as one compact text that the grid's page reads. */
export const viewSearch = (search: Record<string, unknown>): { view?: string; record?: string } => ({
  ...(typeof search.view === 'string' ? { view: search.view } : {}),
  ...(typeof search.record === 'string' ? { record: search.record } : {}),
})

/** Of the review page: `day` names the week of the weekly report, as the notice of it does. The page looks whether it is a day. */
export const reviewSearch = (
  search: Record<string, unknown>,
): ReturnType<typeof viewSearch> & { day?: string } => ({
  ...viewSearch(search),
  ...(typeof search.day === 'string' ? { day: search.day } : {}),
})
