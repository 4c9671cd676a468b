import type { CompiledLink, CompiledNetwork, CompiledTask, PassDates } from './compiled-network.ts'
import { latestPointBy } from './link-dates.ts'

/** Late dates of every task, from the project's finish. */
export function backwardPass(network: CompiledNetwork, dates: PassDates, projectFinish: number): void {
  for (let place = network.order.length - 1; place >= 0; place--)
    backwardTask(network, dates, network.order[place] ?? 0, projectFinish)
}

/** Late dates of one task from those of its successors. @returns whether they are other than before */
export function backwardTask(
  network: CompiledNetwork,
  dates: PassDates,
  index: number,
  projectFinish: number,
): boolean {
  const task = network.tasks[index] as CompiledTask
  const { clock } = task
  const beforeFinish = dates.lateFinish[index]
  const beforeResume = dates.lateResume[index]
  if (task.actualFinish !== null) {
    dates.lateStart[index] = dates.earlyStart[index] ?? 0
    dates.lateFinish[index] = dates.earlyFinish[index] ?? 0
    dates.lateResume[index] = dates.earlyFinish[index] ?? 0
    dates.lateFinishPoint[index] = dates.earlyFinishPoint[index] ?? 0
    dates.lateResumePoint[index] = dates.earlyFinishPoint[index] ?? 0
  } else {
    let point = constrained(network, task, limitBySuccessors(network, dates, index, projectFinish))
    if (task.deadline !== null) point = Math.min(point, clock.pointAt(task.deadline))
    const finish = clock.finishAt(point)
    const resume = task.remaining === 0 ? finish : clock.startAt(point - task.remaining)
    dates.lateFinish[index] = finish
    dates.lateFinishPoint[index] = point
    dates.lateResume[index] = resume
    dates.lateResumePoint[index] = point - task.remaining
    dates.lateStart[index] = task.actualStart ?? resume
  }
  return dates.lateFinish[index] !== beforeFinish || dates.lateResume[index] !== beforeResume
}

/** As a point of the task's clock. */
function limitBySuccessors(
  network: CompiledNetwork,
  dates: PassDates,
  index: number,
  projectFinish: number,
): number {
  const { starts, items } = network.outgoing
  const end = starts[index + 1] ?? 0
  const late = {
    start: dates.lateResume,
    finish: dates.lateFinish,
    startPoint: dates.lateResumePoint,
    finishPoint: dates.lateFinishPoint,
  }
  let limit = Infinity
  for (let place = starts[index] ?? 0; place < end; place++) {
    const link = network.links[items[place] ?? 0] as CompiledLink
    if (network.tasks[link.to]?.actualFinish === null)
      limit = Math.min(limit, latestPointBy(network, link, late))
  }
  if (limit === Infinity && network.policy.openEnds === 'own-finish')
    return dates.earlyFinishPoint[index] ?? 0
  return Math.min(limit, (network.tasks[index] as CompiledTask).clock.pointAt(projectFinish))
}

/** The finish after the task's constraint, counted backwards, as a point of its clock. */
function constrained(network: CompiledNetwork, task: CompiledTask, finish: number): number {
  const { constraint, constraintAt, clock, duration } = task
  const isHonoured = network.policy.dateConstraints === 'honour'
  switch (constraint) {
    case 'ASAP':
    case 'ALAP':
    case 'SNET':
    case 'FNET':
      return finish
    case 'MSO':
    case 'SNLT': {
      if (task.actualStart !== null) return finish
      const latest = clock.pointAt(constraintAt) + duration
      return constraint === 'MSO' && isHonoured ? latest : Math.min(finish, latest)
    }
    case 'MFO':
    case 'FNLT': {
      const latest = clock.pointAt(constraintAt)
      return constraint === 'MFO' && isHonoured ? latest : Math.min(finish, latest)
    }
  }
}
