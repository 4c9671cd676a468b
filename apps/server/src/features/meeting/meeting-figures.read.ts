import type { MeetingFigures } from '@yingce/contracts/meeting/meeting'
import type { RecordView } from '@yingce/contracts/record/record-schema'
import type { LocalDate } from '@yingce/domain/calendar/local-date'
import { fillIns, tellsFillIns } from '@yingce/domain/meeting/fill-ins'
import { meetingActions } from '@yingce/domain/meeting/meeting-actions'
import { meetingFigures } from '@yingce/domain/meeting/meeting-figures'
import { meetingWindow } from '@yingce/domain/meeting/meeting-window'
import { CN_WORK_CALENDAR } from '@yingce/domain/calendar/work-calendar'
import type { Scope } from '../../db/scope.ts'
import { readRecord, readRecords } from '../../records/read-records.ts'
import { boardKpis } from '../board/board-kpis.read.ts'
import { readPlanRecords } from '../board/plan-records.read.ts'
import { readSpendSources } from '../money/spend-sources.read.ts'
import { readTaskWrites } from './fill-ins.read.ts'

/** A meeting talks about the first of a long list. */
const MOST_LISTED = 200

/** What a meeting opens with; of a closed one what was kept at its end. */
export async function readMeetingFigures(
  scope: Scope,
  planId: string,
  meetingId: string,
  today: LocalDate,
): Promise<MeetingFigures> {
  const meeting = await readRecord(scope, planId, 'meeting', meetingId)
  const { values } = meeting
  const kept = values.state === 'closed' ? keptFigures(values.figures) : null
  if (kept === null) return computeFigures(scope, planId, meeting, today)
  return { ...kept, actions: await readActions(scope, planId, meetingId, today) }
}

/** The figures as the plan stands now. */
export async function computeFigures(
  scope: Scope,
  planId: string,
  { id: meetingId, values: { kind, startsAt } }: Pick<RecordView<'meeting'>, 'id' | 'values'>,
  today: LocalDate,
): Promise<MeetingFigures> {
  const day = startsAt?.slice(0, 10) ?? today
  const asOf = day < today ? day : today
  const { back } = meetingWindow(kind, day, CN_WORK_CALENDAR)
  const [records, issues, writes] = await Promise.all([
    readPlanRecords(scope, planId),
    readRecords(scope, planId, 'issue'),
    // Up to the meeting itself: many fill in on the way to it.
    tellsFillIns(kind) ? readTaskWrites(scope, planId, { from: back.from, to: day }) : [],
  ])
  const spend = await readSpendSources(scope, planId, records.daily, back)
  const figures = meetingFigures({
    kind,
    day,
    asOf,
    tasks: records.tasks,
    issues: issues.map(({ id, values }) => ({ ...values, id })),
    spend,
    kpis: await boardKpis(records, asOf),
  })
  const first = <T>(list: readonly T[]): T[] => list.slice(0, MOST_LISTED)
  return {
    kind,
    day,
    isFrozen: false,
    back: figures.back,
    ahead: figures.ahead,
    actions: first(meetingActions(records.tasks, meetingId, asOf)),
    filled: first(fillIns(records.tasks, writes)).map((line) => ({ ...line, fields: [...line.fields] })),
    done: first(figures.done),
    due: first(figures.due),
    late: first(figures.late),
    blocked: first(figures.blocked),
    spend: { ...figures.spend, missing: [...figures.spend.missing], lines: first(figures.spend.lines) },
    kpis: first(figures.kpis),
    briefs: first(figures.briefs).map(({ name, tasks }) => ({ name, tasks: first(tasks) })),
  }
}

async function readActions(
  scope: Scope,
  planId: string,
  meetingId: string,
  today: LocalDate,
): Promise<MeetingFigures['actions']> {
  const rows = await scope.rows<{ id: string }>(
    'select id from task where workspace_id = $1 and plan_id = $2 and meeting_id = $3 order by position, id limit $4',
    [scope.workspaceId, planId, meetingId, MOST_LISTED],
  )
  const tasks = await readRecords(
    scope,
    planId,
    'task',
    rows.map(({ id }) => id),
  )
  return meetingActions(
    tasks.map(({ id, values }) => ({ ...values, id })),
    meetingId,
    today,
  )
}

type Kept = Omit<MeetingFigures, 'filled' | 'spend' | 'kpis'> & {
  readonly kpis: readonly Omit<MeetingFigures['kpis'][number], 'units'>[]
  readonly spend: Omit<MeetingFigures['spend'], 'from' | 'until' | 'missing'>
}

function keptFigures(text: string | null): MeetingFigures | null {
  if (text === null) return null
  try {
    const kept = JSON.parse(text) as Kept
    // A meeting that was closed before fill-ins were kept has none; its spend was always the ledger's, of all its days.
    return {
      filled: [],
      ...kept,
      kpis: kept.kpis.map((kpi) => ({ units: null, ...kpi })),
      spend: { from: 'ledger', until: null, missing: [], ...kept.spend },
      isFrozen: true,
    }
  } catch {
    // Somebody typed over the field through the API: the figures are computed as if it were open.
    return null
  }
}
