import { getMyDay, listStaleCells } from '@yingce/contracts/my-day/my-day'
import type { AppContext } from '../../app-context.ts'
import { mountAction } from '../../http/mount-route.ts'
import { localToday } from '../../identity/local-today.ts'
import { readMyDay } from './my-day.read.ts'
import { readStaleCells } from './stale-cells.read.ts'

export function mountMyDay(app: AppContext): void {
  mountAction(app, getMyDay, ({ principal, now }, scope) => {
    const { timeZone } = principal.workspace
    return readMyDay(scope, principal.member.id, localToday(now, timeZone), timeZone)
  })
  mountAction(app, listStaleCells, ({ params, principal, now }, scope) => {
    const { timeZone } = principal.workspace
    return readStaleCells(scope, params.planId, localToday(now, timeZone), timeZone)
  })
}
