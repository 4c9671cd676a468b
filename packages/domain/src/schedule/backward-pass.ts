import { CHECK_EVERY, FINISHED } from './compiled-network.ts'
import type { CompiledNetwork, CompiledTask, PassDates } from './compiled-network.ts'
import { latestPointOf } from './link-dates.ts'
import { checkIn } from '../computation/long-work.ts'
import type { LongWork } from '../computation/long-work.ts'
import type { WorkClock } from './work-clock.ts'

/** Late dates of every task, from the project's finish. */
export function backwardPass(
  network: CompiledNetwork,
  dates: PassDates,
  projectFinish: number,
  long: LongWork,
): void {
  const { order } = network
  for (let done = 0; done < order.length; done++) {
    if (done % CHECK_EVERY === 0) checkIn(long, done / order.length)
    backwardTask(network, dates, order[order.length - 1 - done] ?? 0, projectFinish)
  }
}

/** Late dates of one task from those of its successors. @returns whether they are other than before */
export function backwardTask(
  network: CompiledNetwork,
  dates: PassDates,
  index: number,
  projectFinish: number,
): boolean {
  const beforeFinish = dates.lateFinish[index]
  const beforeResume = dates.lateResume[index]
  if (network.columns.isSimple[index] === 1) simple(network, dates, index, projectFinish)
  else special(network, dates, index, projectFinish)
  return dates.lateFinish[index] !== beforeFinish || dates.lateResume[index] !== beforeResume
}

function simple(network: CompiledNetwork, dates: PassDates, index: number, projectFinish: number): void {
  const clock = network.projectClock
  const finish = limitBySuccessors(network, dates, index, clock, projectFinish)
  const resume = finish - (network.columns.duration[index] ?? 0)
  const start = clock.startAt(resume)
  dates.lateFinishPoint[index] = finish
  dates.lateResumePoint[index] = resume
  dates.lateFinish[index] = clock.finishAt(finish)
  dates.lateResume[index] = start
  dates.lateStart[index] = start
}

function special(network: CompiledNetwork, dates: PassDates, index: number, projectFinish: number): void {
  const task = network.tasks[index] as CompiledTask
  const { clock } = task
  if (task.actualFinish !== null) {
    dates.lateStart[index] = dates.earlyStart[index] ?? 0
    dates.lateFinish[index] = dates.earlyFinish[index] ?? 0
    dates.lateResume[index] = dates.earlyFinish[index] ?? 0
    dates.lateFinishPoint[index] = dates.earlyFinishPoint[index] ?? 0
    dates.lateResumePoint[index] = dates.earlyFinishPoint[index] ?? 0
    return
  }
  let point = constrained(network, task, limitBySuccessors(network, dates, index, clock, projectFinish))
  if (task.deadline !== null) point = Math.min(point, clock.pointAt(task.deadline))
  const finish = clock.finishAt(point)
  const resume = task.remaining === 0 ? finish : clock.startAt(point - task.remaining)
  dates.lateFinish[index] = finish
  dates.lateFinishPoint[index] = point
  dates.lateResume[index] = resume
  dates.lateResumePoint[index] = point - task.remaining
  dates.lateStart[index] = task.actualStart ?? resume
}

/** As a point of the task's clock. */
function limitBySuccessors(
  network: CompiledNetwork,
  dates: PassDates,
  index: number,
  clock: WorkClock,
  projectFinish: number,
): number {
  const limit = latestPointOf(network, index, FINISHED, {
    start: dates.lateResume,
    finish: dates.lateFinish,
    startPoint: dates.lateResumePoint,
    finishPoint: dates.lateFinishPoint,
  })
  if (limit === Infinity && network.policy.openEnds === 'own-finish')
    return dates.earlyFinishPoint[index] ?? 0
  return Math.min(limit, clock.pointAt(projectFinish))
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
