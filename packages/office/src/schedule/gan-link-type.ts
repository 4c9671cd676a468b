import type { LinkType } from '@yingce/domain/sheets/resolve-dependencies'

/** GanttProject's numbers for the kinds of dependencies. */
const LINK_TYPES: Readonly<Record<string, LinkType>> = { '1': 'SS', '2': 'FS', '3': 'FF', '4': 'SF' }

/** Kind of a dependency by GanttProject's number; finish-to-start when it is missing or unknown. */
export function linkTypeOfGan(number: string | null): LinkType {
  return LINK_TYPES[number ?? '2'] ?? 'FS'
}
