import type { LocalDateTime } from '../../calendar/local-date-time.ts'
import type { ExecutionStepValues } from '../../records/entities.ts'
import { stepTiming } from '../step-timing.ts'
import type { Contradiction, ContradictionCode } from './contradiction.ts'

export type CheckedStep = Pick<
  ExecutionStepValues,
  'startDate' | 'endDate' | 'plannedFinish' | 'actualFinish' | 'status' | 'statusNote'
> & {
  readonly id: string
}

/** "延期1小时", "late by 2 days", "1 hour late". */
const STATED_DELAY =
  /(?:延期|超时|晚|late by\s*)\s*(\d+(?:\.\d+)?)\s*(个?小时|h(?:ours?)?|分钟|min(?:ute)?s?|天|日|days?)|(\d+(?:\.\d+)?)\s*(h(?:ours?)?|min(?:ute)?s?|days?)\s*late/i

/** What contradicts itself in a step of the execution detail (T2). */
export function stepContradictions(step: CheckedStep, now: LocalDateTime): readonly Contradiction[] {
  const { status, actualFinish, startDate, endDate, statusNote } = step
  const found: Contradiction[] = []
  const add = (
    code: ContradictionCode,
    severity: Contradiction['severity'],
    fields: readonly string[],
    params: Contradiction['params'] = {},
  ) => {
    found.push({ code, severity, entity: 'execution_step', id: step.id, fields, params })
  }
  if (status === 'done' && actualFinish === null)
    add('done_without_actual_end', 'error', ['actualFinish', 'status'])
  if ((status === 'not_started' || status === 'in_progress') && actualFinish !== null) {
    add('actual_end_while_open', 'error', ['status', 'actualFinish'], { actualEnd: actualFinish, status })
  }
  if (startDate !== null && endDate !== null && endDate < startDate) {
    add('planned_end_before_start', 'error', ['endDate', 'startDate'], { start: startDate, end: endDate })
  }
  if (actualFinish !== null && actualFinish > now)
    add('actual_in_future', 'error', ['actualFinish'], { date: actualFinish, today: now })
  const stated = statedDelayMinutes(statusNote)
  const timing = stepTiming(step, now)
  if (stated !== null && timing !== null && status === 'done') {
    const minutes = timing.code === 'done_late' ? timing.minutes : 0
    if (stated !== minutes)
      add('stated_delay_differs', 'warning', ['statusNote', 'actualFinish'], { stated, minutes })
  }
  return found
}

function statedDelayMinutes(note: string | null): number | null {
  const match = note === null ? null : STATED_DELAY.exec(note)
  if (match === null) return null
  const amount = Number(match[1] ?? match[3])
  const unit = (match[2] ?? match[4] ?? '').toLowerCase()
  const minutes = /小时|^h/.test(unit) ? 60 : /天|日|^d/.test(unit) ? 1440 : 1
  return Math.round(amount * minutes)
}
