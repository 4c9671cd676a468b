import { paths } from '../../paths.ts'
import type { ShellIconName } from './ShellIcon.tsx'

export interface NavItem {
  to: string
  key: string
  icon: ShellIconName
  /** Pages that belong to this place under an address of their own. */
  also?: readonly string[]
  /** Without room in the narrow bar of a phone; there it stands in the menu 更多. */
  isDeskOnly?: boolean
}

/** Is this address the place, or under it? */
export function isUnder(address: string, place: string): boolean {
  return address === place || address.startsWith(`${place}/`)
}

export const TODAY: NavItem = { to: paths.today, key: 'today', icon: 'today' }
export const WORK: readonly NavItem[] = [
  { to: paths.plans, key: 'plans', icon: 'plans', also: [paths.boards] },
  { to: paths.alerts, key: 'alerts', icon: 'alerts' },
  { to: paths.data, key: 'data', icon: 'imports', also: [paths.imports] },
  { to: paths.templates, key: 'templates', icon: 'templates', isDeskOnly: true },
]
export const TEAM: readonly NavItem[] = [
  { to: paths.members, key: 'members', icon: 'members', isDeskOnly: true },
  { to: paths.settings, key: 'settings', icon: 'settings', isDeskOnly: true },
]
