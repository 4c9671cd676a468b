import type { LocalDate } from '@yingce/domain/calendar/local-date'
import { CN_WORK_CALENDAR } from '@yingce/domain/calendar/work-calendar'
import { MEETING_MINUTES, meetingAgenda, meetingName } from '@yingce/domain/meeting/agenda'
import { retrospectiveDay } from '@yingce/domain/meeting/retrospective-day'
import type { AppContext } from '../../app-context.ts'
import type { Scope } from '../../db/scope.ts'
import { postNotice } from '../../notices/post-notice.ts'
import { createRecords } from '../../records/create-records.ts'
import { updateRecords } from '../../records/update-records.ts'
import { keepRetrospective, readRetrospectivePlans, type RetrospectivePlan } from './retrospective.store.ts'

const TIME = '10:00'

/**
 * Schedules the retrospective of each plan as a meeting (R3) and tells whoever made the
 * plan; when the end of the plan moves it moves along, until somebody has touched it:
 * changed, opened or deleted. A day that is over is not scheduled any more.
 *
 * @param today by the clock of the workspace
 * @param planId null = all plans
 */
export async function scheduleRetrospectives(
  app: Pick<AppContext, 'ids' | 'outbox'>,
  scope: Scope,
  today: LocalDate,
  planId: string | null,
): Promise<void> {
  // Two who schedule at once would make two meetings.
  await scope.run('select from workspace where id = $1 for no key update', [scope.workspaceId])
  for (const plan of await readRetrospectivePlans(scope, planId)) {
    const day = retrospectiveDay(plan.phases, plan.periodEnd, CN_WORK_CALENDAR)
    if (day === null || day < today) continue
    if (plan.scheduled === null) await announce(app, scope, plan, day, await create(scope, plan, day))
    else if (await move(scope, plan, plan.scheduled, day))
      await announce(app, scope, plan, day, plan.scheduled.meetingId)
  }
}

const languageOf = ({ locale }: RetrospectivePlan) => locale ?? 'zh-CN'
const nameOf = (plan: RetrospectivePlan, day: LocalDate) =>
  `${meetingName('retrospective', languageOf(plan))} ${day.slice(5)}`

async function create(scope: Scope, plan: RetrospectivePlan, day: LocalDate): Promise<string> {
  const [created] = await createRecords(scope, plan.id, 'meeting', [
    {
      values: {
        kind: 'retrospective',
        name: nameOf(plan, day),
        state: 'planned',
        startsAt: `${day}T${TIME}`,
        agenda: meetingAgenda('retrospective', MEETING_MINUTES.retrospective, languageOf(plan)),
      },
    },
  ])
  if (created === undefined) throw new Error('the meeting was not made')
  await keepRetrospective(scope, plan.id, created.id, created.version)
  return created.id
}

/** @returns whether it was moved */
async function move(
  scope: Scope,
  plan: RetrospectivePlan,
  { meetingId, version, standing }: NonNullable<RetrospectivePlan['scheduled']>,
  day: LocalDate,
): Promise<boolean> {
  if (standing === null || standing.version !== version || standing.day === day) return false
  const { updated } = await updateRecords(scope, plan.id, 'meeting', [
    { id: meetingId, version, values: { name: nameOf(plan, day), startsAt: `${day}T${TIME}` } },
  ])
  await keepRetrospective(scope, plan.id, meetingId, updated[0]?.version ?? version)
  return true
}

async function announce(
  app: Pick<AppContext, 'ids' | 'outbox'>,
  scope: Scope,
  { id, name, createdBy }: RetrospectivePlan,
  day: LocalDate,
  meetingId: string,
): Promise<void> {
  await postNotice(app, scope, {
    kind: 'meeting',
    severity: 'info',
    recipients: createdBy === null ? [] : [createdBy],
    title: {
      zh: `${name}：复盘会排在 ${day} ${TIME}`,
      en: `${name}: retrospective on ${day} at ${TIME}`,
    },
    body: {
      zh: '最后一个阶段结束 3 天后，遇休息日顺延。计划结束日变动时自动跟着移动，改过会议后不再移动。',
      en: 'Three days after the last phase ends, or the next working day. It moves with the plan until somebody changes the meeting.',
    },
    link: `/plans/${id}/meetings?record=${meetingId}`,
    planId: id,
    dedupeKey: `retrospective/${id}/${day}`,
  })
}
