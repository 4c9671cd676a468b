import type { DayEntry, MyDay } from '@yingce/contracts/my-day/my-day'
import type { RecordView } from '@yingce/contracts/record/record-schema'
import { addDays } from '@yingce/domain/calendar/date-arithmetic'
import type { LocalDate } from '@yingce/domain/calendar/local-date'
import { compareDayEntries, type DayReason, dayReason } from '@yingce/domain/my-day/day-entry'
import { isOwnedBy } from '@yingce/domain/my-day/owner-names'
import { spendAgainstPlan } from '@yingce/domain/my-day/spend-against-plan'
import { BOUND_FIELDS } from '@yingce/domain/assignment/bound-field'
import { fieldsToFillIn, staleFields } from '@yingce/domain/my-day/stale-fields'
import { evaluateKpi } from '@yingce/domain/objective/evaluate-kpi'
import { countWorkingDays, paceOfTask, type PlanPace } from '@yingce/domain/objective/target-pace'
import { arrayLiteral } from '../../db/array-literal.ts'
import type { Scope } from '../../db/scope.ts'
import { ACCEPTOR } from '../../records/acceptor.ts'
import { IS_SPENT_ON_ITS_DAY, IS_TASK_COST } from '../../records/ledger.ts'
import { readStatusPolicy } from '../../records/status-policy.ts'
import { readRecords } from '../../records/read-records.ts'
import { countAttachments } from '../attachment/attachment-counts.read.ts'
import { readPhaseSharesOf } from '../kpi-tree/phase-shares.read.ts'
import { readBoundRecords } from '../metrics/binding/bound-records.read.ts'
import { readFieldChanges } from './field-changes.read.ts'

interface Candidate {
  id: string
  planId: string
  planName: string
  currency: string
  planStart: LocalDate | null
  planEnd: LocalDate | null
  phaseName: string | null
  owner: string | null
  acceptor: string
  name: string
  status: RecordView<'task'>['values']['status']
  plannedStart: LocalDate | null
  plannedEnd: LocalDate | null
  actualEnd: LocalDate | null
}

/** A day is for doing, not for browsing. */
const MOST_ENTRIES = 200

/**
 * What a member has to do today over all plans that run. Owner cells are texts, so whoever is named in one,
 * alone or among others, owns the task.
 */
export async function readMyDay(
  scope: Scope,
  memberId: string,
  today: LocalDate,
  timeZone: string,
): Promise<MyDay> {
  const [member] = await scope.rows<{ name: string }>(
    'select name from member where workspace_id = $1 and id = $2',
    [scope.workspaceId, memberId],
  )
  const name = member?.name ?? ''
  const candidates = await readCandidates(scope)
  const handedIn = candidates.filter(
    (task) => task.status === 'pending_acceptance' && task.acceptor === memberId,
  )
  const own = candidates.filter((task) => isOwnedBy(task.owner, name) && !handedIn.includes(task))
  const due = [
    ...handedIn.map((task) => ({ ...task, reason: 'accept' as const })),
    ...own.flatMap((task) => {
      const reason = dayReason(task, today)
      return reason === null ? [] : [{ ...task, reason }]
    }),
  ].toSorted(compareDayEntries)
  const shown = due.slice(0, MOST_ENTRIES)
  const items = await readEntries(scope, shown, memberId, today, timeZone)
  const doneToday = own.filter((task) => task.status === 'done' && task.actualEnd === today)
  return {
    today,
    name,
    items,
    doneToday: doneToday.map(({ id, planId, planName, name }) => ({ id, planId, planName, name })),
    otherCount: own.length + handedIn.length - due.length - doneToday.length,
  }
}

function readCandidates(scope: Scope): Promise<Candidate[]> {
  return scope.rows<Candidate>(
    `with open_plan as materialized (
       select p.*, ${ACCEPTOR} as acceptor from plan p where p.workspace_id = $1 and p.state in ('draft', 'running')
     )
     select t.id, t.plan_id as "planId", p.acceptor, p.name as "planName", p.currency, p.period_start as "planStart", p.period_end as "planEnd", h.name as "phaseName", t.owner, t.name, t.status,
       t.planned_start as "plannedStart", t.planned_end as "plannedEnd", t.actual_end as "actualEnd"
     from task t join open_plan p on p.workspace_id = t.workspace_id and p.id = t.plan_id
     left join phase h on h.workspace_id = t.workspace_id and h.plan_id = t.plan_id and h.id = t.phase_id
     where t.workspace_id = $1 and t.status <> 'cancelled' and (t.owner is not null or t.status = 'pending_acceptance')
     order by t.plan_id, t.position, t.id`,
    [scope.workspaceId],
  )
}

async function readEntries(
  scope: Scope,
  due: readonly (Candidate & { reason: DayReason })[],
  memberId: string,
  today: LocalDate,
  timeZone: string,
): Promise<DayEntry[]> {
  const yesterday = addDays(today, -1)
  const entries: DayEntry[] = []
  const policy = await readStatusPolicy(scope)
  const phases = await readPhaseSharesOf(scope, [...new Set(due.map(({ planId }) => planId))])
  for (const [planId, tasks] of Map.groupBy(due, (task) => task.planId)) {
    const ids = tasks.map(({ id }) => id)
    const [records, changes, spends, attachments, bound] = await Promise.all([
      readRecords(scope, planId, 'task', ids),
      readFieldChanges(scope, planId, ids, timeZone),
      readSpends(scope, planId, ids, yesterday),
      countAttachments(scope, planId, ids),
      readBoundRecords(scope, planId),
    ])
    for (const record of records) {
      const task = tasks.find(({ id }) => id === record.id)
      if (task === undefined) continue
      const { values } = record
      const plan = { start: task.planStart, end: task.planEnd, phases: phases.get(planId) ?? [], policy }
      const isTyped = (field: string) => field !== BOUND_FIELDS.task || !bound.has(record.id)
      entries.push({
        planId,
        planName: task.planName,
        currency: task.currency,
        phaseName: task.phaseName,
        reason: task.reason,
        task: record,
        asks: task.reason === 'accept' ? [] : fieldsToFillIn(values).filter(isTyped),
        stale:
          task.reason === 'accept'
            ? []
            : staleFields(values, changes.get(record.id) ?? {}, today, countWorkingDays).filter(({ field }) =>
                isTyped(field),
              ),
        handsIn: (values.standard ?? '').trim() !== '' && task.acceptor !== memberId,
        attachmentCount: attachments.get(record.id) ?? 0,
        spend: spendAgainstPlan(values, yesterday, spends.get(record.id) ?? null, countWorkingDays),
        kpis: kpisOf(values, plan, today),
      })
    }
  }
  const order = new Map(due.map(({ id }, index) => [id, index]))
  return entries.toSorted((a, b) => (order.get(a.task.id) ?? 0) - (order.get(b.task.id) ?? 0))
}

/** What the ledger holds for one day, by task. */
async function readSpends(
  scope: Scope,
  planId: string,
  taskIds: readonly string[],
  day: LocalDate,
): Promise<ReadonlyMap<string, number>> {
  const rows = await scope.rows<{ id: string; amount: number }>(
    `select task_id as id, sum(amount)::bigint as amount from ledger_entry
     where workspace_id = $1 and plan_id = $2 and task_id = any($3::uuid[]) and date = $4 and ${IS_TASK_COST} and ${IS_SPENT_ON_ITS_DAY} group by task_id`,
    [scope.workspaceId, planId, arrayLiteral(taskIds), day],
  )
  return new Map(rows.map(({ id, amount }) => [id, amount]))
}

function kpisOf(values: RecordView<'task'>['values'], plan: PlanPace, today: LocalDate): DayEntry['kpis'] {
  const { targets } = evaluateKpi({
    kpiText: values.kpi,
    reachedText: values.reached,
    remark: values.remark,
    today,
    ...paceOfTask(values, plan),
  })
  return targets.map(({ metric, text, attainment, status }) => ({ metric, text, attainment, status }))
}
