import type { PlanBoard } from '@yingce/contracts/plan/board'
import { addDays, maxDate, minDate } from '@yingce/domain/calendar/date-arithmetic'
import type { LocalDate } from '@yingce/domain/calendar/local-date'
import type { LocalDateTime } from '@yingce/domain/calendar/local-date-time'
import { expectedShare } from '@yingce/domain/objective/expected-share'
import { countWorkingDays } from '@yingce/domain/objective/target-pace'
import { budgetTiles } from '@yingce/domain/plan/budget-tiles'
import { findContradictions } from '@yingce/domain/plan/contradictions/find-contradictions'
import { planHeader, type PlanHeader } from '@yingce/domain/plan/plan-header'
import { progressByMethod, progressOf, type Progress } from '@yingce/domain/plan/progress'
import { sumStated } from '@yingce/domain/review/effect-analysis'
import { boardDaily, boardEffect, boardReconciliation } from './board-effect.ts'
import { boardKpis, countKpis } from './board-kpis.read.ts'
import { inSlices } from './in-slices.ts'
import type { BoardRecords } from './plan-records.read.ts'

/** Lists on the board are for looking at; their counts say how many there are in all. */
const MOST_LISTED = 50
const NEXT_DAYS = 14

/**
 * What the plan board shows, computed from the plan's records.
 *
 * @param now wall clock of the workspace's time zone
 */
export async function boardOf(records: BoardRecords, now: LocalDateTime): Promise<PlanBoard> {
  const { tasks } = records
  const today = now.slice(0, 10)
  const counted = tasks.filter((task) => task.status !== 'cancelled')
  const kpis = await boardKpis(records, today)
  const header = headerOf(records, today)
  return {
    today,
    period: boardPeriod(records, header, today),
    phases: boardPhases(records),
    taskCount: counted.length,
    doneCount: counted.filter((task) => task.status === 'done').length,
    inProgressCount: counted.filter(
      (task) => task.status === 'in_progress' || task.status === 'pending_acceptance',
    ).length,
    progress: boardProgress(records, today),
    money: boardMoney(records),
    policy: { ...records.policy },
    kpis: kpis.slice(0, 500),
    kpiCounts: countKpis(kpis),
    ...boardTasks(records, header, today),
    ...(await boardContradictions(records, now)),
    effect: boardEffect(records, today),
    reconciliation: boardReconciliation(records),
    daily: boardDaily(records),
    events: [...records.events],
  }
}

function headerOf({ plan, phases, tasks }: BoardRecords, today: LocalDate): PlanHeader {
  const span = { startDate: plan.periodStart, endDate: plan.periodEnd }
  return planHeader(span, phases, tasks, today, MOST_LISTED)
}

function boardPeriod(
  { plan, phases }: BoardRecords,
  header: PlanHeader,
  today: LocalDate,
): PlanBoard['period'] {
  const phase = phases.find(({ id }) => id === header.phaseIds[0])
  return {
    start: plan.periodStart,
    end: plan.periodEnd,
    week: header.week,
    daysLeft: header.daysLeft,
    phase: phase?.name ?? null,
    elapsed:
      plan.periodStart === null || plan.periodEnd === null
        ? null
        : expectedShare(
            { start: plan.periodStart, end: plan.periodEnd, countDays: null },
            addDays(today, -1),
          ),
  }
}

function boardPhases({ phases, tasks }: BoardRecords): PlanBoard['phases'] {
  const byPhase = Map.groupBy(
    tasks.filter((task) => task.status !== 'cancelled'),
    (task) => task.phaseId,
  )
  return phases.map((phase) => {
    const own = byPhase.get(phase.id) ?? []
    const done = own.filter((task) => task.status === 'done').length
    const hasBegun = own.some((task) => task.status !== 'not_started')
    return {
      id: phase.id,
      name: phase.name,
      start: phase.startDate ?? minDate(own.map((task) => task.plannedStart)),
      end: phase.endDate ?? maxDate(own.map((task) => task.plannedEnd)),
      taskCount: own.length,
      doneCount: done,
      progress: progressOf(own, 'weight').value,
      budget: sumStated(own.map((task) => task.budget)),
      spent: sumStated(own.map((task) => task.spent)),
      state: own.length > 0 && done === own.length ? 'done' : hasBegun ? 'in_progress' : 'not_started',
    }
  })
}

function boardProgress({ plan, tasks }: BoardRecords, today: LocalDate): PlanBoard['progress'] {
  const { count, weight, budget } = progressByMethod(tasks)
  const formula = ({ value, numerator, denominator }: Progress) => ({ value, numerator, denominator })
  const start = plan.periodStart ?? minDate(tasks.map((task) => task.plannedStart))
  const end = plan.periodEnd ?? maxDate(tasks.map((task) => task.plannedEnd))
  return {
    byCount: formula(count),
    byWeight: formula(weight),
    byBudget: formula(budget),
    expected:
      start === null || end === null
        ? null
        : expectedShare({ start, end, countDays: null }, addDays(today, -1)),
  }
}

/** Planned stands without the reserve: what may be spent. */
export function boardMoney({
  plan,
  tasks,
  budgetLines,
}: Pick<BoardRecords, 'plan' | 'tasks' | 'budgetLines'>): PlanBoard['money'] {
  const tiles = budgetTiles(plan.totalBudget, tasks, budgetLines)
  // A reserve stated on the plan itself wins over one that is a budget line: they are the same money.
  const reserve = plan.reserve ?? (budgetLines.some((line) => line.isReserve) ? tiles.reserve : null)
  const planned = tiles.total === null ? null : tiles.total - (reserve ?? 0)
  const hasSpend =
    tasks.some((task) => task.spent !== null) || budgetLines.some((line) => line.spent !== null)
  return {
    currency: plan.currency,
    planned,
    spent: hasSpend ? tiles.spent : null,
    remaining: planned === null ? null : planned - tiles.spent,
    reserve,
    total: tiles.total,
  }
}

function boardTasks(
  { phases, tasks }: BoardRecords,
  header: PlanHeader,
  today: LocalDate,
): Pick<PlanBoard, 'late' | 'lateCount' | 'next' | 'issues'> {
  const phaseNames = new Map(phases.map((phase) => [phase.id, phase.name]))
  const byId = new Map(tasks.map((task) => [task.id, task]))
  const ref = (id: string) => {
    const task = byId.get(id)
    return {
      id,
      name: task?.name ?? '',
      owner: task?.owner ?? null,
      phaseName: phaseNames.get(task?.phaseId ?? '') ?? null,
    }
  }
  const until = addDays(today, NEXT_DAYS)
  return {
    lateCount: header.late.length,
    late: header.late.slice(0, MOST_LISTED).map(({ taskId, delay }) => ({
      ...ref(taskId),
      plannedEnd: byId.get(taskId)?.plannedEnd ?? today,
      days: delay.days,
    })),
    next: header.next
      .filter(({ date }) => date <= until)
      .map(({ taskId, date, event }) => ({
        ...ref(taskId),
        date,
        what: event === 'start' ? 'starts' : 'ends',
      })),
    issues: tasks
      .filter((task) => task.issue !== null && task.issue.trim() !== '')
      .slice(0, MOST_LISTED)
      .map((task) => ({ ...ref(task.id), text: task.issue ?? '', solution: task.solution })),
  }
}

async function boardContradictions(
  { plan, tasks, steps, budgetLines }: BoardRecords,
  now: LocalDateTime,
): Promise<Pick<PlanBoard, 'contradictions' | 'contradictionCount'>> {
  const tiles = budgetTiles(plan.totalBudget, tasks, budgetLines)
  const distributable = tiles.source === 'tasks' ? null : tiles.distributable
  const found = await inSlices(
    findContradictions(
      { id: plan.id, startDate: plan.periodStart, endDate: plan.periodEnd, distributable },
      tasks,
      steps,
      now,
      countWorkingDays,
    ),
  )
  const names = new Map([
    [plan.id, plan.name],
    ...tasks.map((task) => [task.id, task.name] as const),
    ...steps.map((step) => [step.id, step.name] as const),
  ])
  return {
    contradictionCount: found.length,
    contradictions: found.slice(0, MOST_LISTED).map((item) => ({
      code: item.code,
      severity: item.severity,
      entity: item.entity,
      recordId: item.id,
      recordName: names.get(item.id) ?? '',
      fields: [...item.fields],
      params: { ...item.params },
    })),
  }
}
