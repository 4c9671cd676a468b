import { LINK_FROM_FINISH, LINK_IS_PLAIN, LINK_TO_FINISH } from './compiled-network.ts'
import type { CompiledLink, CompiledTask, LinkColumns } from './compiled-network.ts'
import type { SchedulePolicy } from './schedule-network.ts'
import type { WorkClock } from './work-clock.ts'

/** Working or elapsed minutes of a link's lag; a share is one of the predecessor's duration. */
export function lagMinutes(link: CompiledLink, from: CompiledTask): number {
  return link.isShare ? Math.round(link.amount * from.duration) : link.amount
}

/** The links as columns. */
export function linkColumns(
  links: readonly CompiledLink[],
  tasks: readonly CompiledTask[],
  policy: SchedulePolicy,
  projectClock: WorkClock,
): LinkColumns {
  const from = new Int32Array(links.length)
  const to = new Int32Array(links.length)
  const kind = new Uint8Array(links.length)
  const lag = new Float64Array(links.length)
  const source = new Int32Array(links.length)
  const hasOneClock = tasks.every(({ clock }) => clock === projectClock)
  const isOfOneClock = (link: CompiledLink): boolean => {
    const clock = tasks[link.to]?.clock
    return tasks[link.from]?.clock === clock && (policy.lagCalendar !== 'project' || projectClock === clock)
  }
  for (let number = 0; number < links.length; number++) {
    const link = links[number] as CompiledLink
    from[number] = link.from
    to[number] = link.to
    source[number] = link.source
    kind[number] =
      (link.type === 'FS' || link.type === 'FF' ? LINK_FROM_FINISH : 0) |
      (link.type === 'FF' || link.type === 'SF' ? LINK_TO_FINISH : 0) |
      ((hasOneClock || isOfOneClock(link)) && !link.isElapsed ? LINK_IS_PLAIN : 0)
    lag[number] = link.isShare ? lagMinutes(link, tasks[link.from] as CompiledTask) : link.amount
  }
  return { from, to, kind, lag, source }
}
