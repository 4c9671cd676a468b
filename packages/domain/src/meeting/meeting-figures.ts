import { eachDay } from '../calendar/date-arithmetic.ts'
import type { LocalDate } from '../calendar/local-date.ts'
import { CN_WORK_CALENDAR } from '../calendar/work-calendar.ts'
import { comparedSpend } from '../money/compared-spend.ts'
import { spendByDay, spendOfDays, type SpendSource, type SpendSources } from '../money/spend-of-days.ts'
import { ownerNames } from '../my-day/owner-names.ts'
import { plannedPerDay } from '../my-day/spend-against-plan.ts'
import type { KpiStatus } from '../objective/kpi-status.ts'
import { countWorkingDays } from '../objective/target-pace.ts'
import { delayOf } from '../plan/delay.ts'
import type { MeetingKind, RecordValues, TaskValues } from '../records/entities.ts'
import { sumStated } from '../review/effect-analysis.ts'
import { type DaySpan, meetingWindow, type MeetingWindow } from './meeting-window.ts'

export type MeetingTask = TaskValues & { readonly id: string }
type OpenIssue = RecordValues<'issue'> & { readonly id: string }

export interface MeetingInput {
  readonly kind: MeetingKind
  /** Day of the meeting. */
  readonly day: LocalDate
  /** Day up to which delays are counted: that of the meeting, or today while it lies ahead. */
  readonly asOf: LocalDate
  readonly tasks: readonly MeetingTask[]
  readonly issues: readonly OpenIssue[]
  readonly spend: SpendSources
  readonly kpis: readonly MeetingKpi[]
}

export interface MeetingKpi {
  readonly source: string
  readonly metric: string
  readonly targetText: string
  readonly actualText: string | null
  /** Of a target for every unit: how many there are, `actualText` being the worst's; else null. */
  readonly units: number | null
  readonly attainment: number | null
  readonly status: KpiStatus
}

export interface TaskLine {
  readonly id: string
  readonly name: string
  readonly owner: string | null
  readonly date: LocalDate | null
  /** Days late; null: in time. */
  readonly lateDays: number | null
}

export interface SpendLine {
  /** null: entries that belong to no task. */
  readonly taskId: string | null
  /** '' where there is no task. */
  readonly name: string
  /** Fen; null: nothing was entered. */
  readonly spent: number | null
  /** Fen planned for those of the days looked back on that count; null: no plan for them. */
  readonly planned: number | null
  readonly difference: number | null
}

/** What a meeting opens with, so that nobody reads figures out (X5). */
export interface MeetingFigures extends MeetingWindow {
  readonly done: readonly TaskLine[]
  readonly due: readonly TaskLine[]
  readonly late: readonly TaskLine[]
  readonly blocked: readonly {
    readonly id: string
    readonly entity: 'issue' | 'task'
    readonly text: string
    readonly owner: string | null
    readonly solution: string | null
    readonly dueDate: LocalDate | null
    readonly severity: OpenIssue['severity'] | null
  }[]
  readonly spend: {
    /** Where `spent` is from; what the channels cost is of no task and has no lines. */
    readonly from: SpendSource
    readonly spent: number | null
    readonly planned: number | null
    readonly difference: number | null
    /** Last day with spend; null: none has any. */
    readonly until: LocalDate | null
    /** Days before it that had a plan and have no spend: they count on neither side. */
    readonly missing: readonly LocalDate[]
    readonly lines: readonly SpendLine[]
  }
  readonly kpis: readonly MeetingKpi[]
  /** Of a kick-off: what each person takes on, by name. */
  readonly briefs: readonly { readonly name: string; readonly tasks: readonly TaskLine[] }[]
}

/** The figures of a meeting, from what the plan holds on its day. */
export function meetingFigures(input: MeetingInput): MeetingFigures {
  const window = meetingWindow(input.kind, input.day, CN_WORK_CALENDAR)
  const line = (task: MeetingTask, date: LocalDate | null): TaskLine => ({
    id: task.id,
    name: task.name,
    owner: task.owner,
    date,
    lateDays: delayOf(task, input.asOf)?.days ?? null,
  })
  const open = input.tasks.filter(({ status }) => status !== 'done' && status !== 'cancelled')
  return {
    ...window,
    done: input.tasks.flatMap((task) =>
      task.status === 'done' && isIn(task.actualEnd, window.back) ? [line(task, task.actualEnd)] : [],
    ),
    due: open.flatMap((task) => {
      const date = isIn(task.plannedEnd, window.ahead)
        ? task.plannedEnd
        : task.status === 'not_started' && isIn(task.plannedStart, window.ahead)
          ? task.plannedStart
          : null
      return date === null ? [] : [line(task, date)]
    }),
    late: open
      .map((task) => line(task, task.plannedEnd))
      .filter(({ lateDays }) => lateDays !== null)
      .toSorted((a, b) => (b.lateDays ?? 0) - (a.lateDays ?? 0)),
    blocked: blockedOf(input, open),
    spend: spendOf(input, window.back),
    kpis: input.kpis,
    briefs: input.kind === 'kick_off' ? briefsOf(open, line) : [],
  }
}

function isIn(date: LocalDate | null, { from, to }: DaySpan): boolean {
  return date !== null && from <= date && date <= to
}

/** Open entries of the issue log, the grave ones first, then what stands in the tracker's issue column. */
function blockedOf(input: MeetingInput, open: readonly MeetingTask[]): MeetingFigures['blocked'] {
  const rank = { serious: 0, normal: 1, minor: 2 }
  return [
    ...input.issues
      .filter(({ state }) => state !== 'resolved')
      .toSorted((a, b) => rank[a.severity] - rank[b.severity])
      .map((issue) => ({
        id: issue.id,
        entity: 'issue' as const,
        text: issue.name,
        owner: issue.solutionOwner ?? issue.owner,
        solution: issue.solution,
        dueDate: issue.dueDate,
        severity: issue.severity,
      })),
    ...open
      .filter(({ issue }) => issue !== null && issue.trim() !== '')
      .map((task) => ({
        id: task.id,
        entity: 'task' as const,
        text: `${task.name} · ${task.issue ?? ''}`,
        owner: task.owner,
        solution: task.solution,
        dueDate: null,
        severity: null,
      })),
  ]
}

/**
 * Spend against the plan of the days that it stands for, as in the weekly report. A task that is done was planned
 * to cost something on those days all the same; one that is cancelled was not.
 */
function spendOf({ tasks, spend, asOf }: MeetingInput, span: DaySpan): MeetingFigures['spend'] {
  const days = span.from <= span.to ? eachDay(span.from, span.to) : []
  const told = spendOfDays(spend, span)
  const { from, entries } = told
  const amountsOf = Map.groupBy(from === 'ledger' ? entries : [], ({ taskId }) => taskId)
  const line = (taskId: string | null, name: string, planned: number | null): SpendLine[] => {
    const spent = sumStated((amountsOf.get(taskId) ?? []).map(({ amount }) => amount))
    if (spent === null && (planned === null || planned === 0)) return []
    return [{ taskId, name, spent, planned, difference: minus(spent, planned) }]
  }
  const counted = tasks.filter(({ status }) => status !== 'cancelled')
  const planOf = (of: readonly MeetingTask[], day: LocalDate): number | null =>
    sumStated(of.map((task) => plannedPerDay(task, day, countWorkingDays)))
  const amounts = spendByDay(told)
  const { differences, ...compared } = comparedSpend(
    days.map((day) => ({ day, planned: planOf(counted, day), spent: amounts.get(day) ?? null })),
    asOf,
    from,
  )
  const known = days.filter((day) => (compared.until === null ? day <= asOf : differences.has(day)))
  const plans = tasks.map((task) =>
    task.status === 'cancelled' ? null : sumStated(known.map((day) => planOf([task], day))),
  )
  return {
    from,
    ...compared,
    lines: [
      ...tasks.flatMap((task, index) => line(task.id, task.name, plans[index] ?? null)),
      ...line(null, '', null),
    ],
  }
}

/** Every person of the open tasks with what is theirs; a task of two stands with both. */
function briefsOf(
  open: readonly MeetingTask[],
  line: (task: MeetingTask, date: LocalDate | null) => TaskLine,
): MeetingFigures['briefs'] {
  const byName = new Map<string, { name: string; tasks: TaskLine[] }>()
  for (const task of open)
    for (const name of ownerNames(task.owner)) {
      const brief = byName.get(name) ?? { name, tasks: [] }
      brief.tasks.push(line(task, task.plannedEnd))
      byName.set(name, brief)
    }
  return [...byName.values()]
}

function minus(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : a - b
}
