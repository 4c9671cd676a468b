import type {
  getNoticePreference,
  NoticePreferenceBody,
  NoticeSetting,
} from '@yingce/contracts/notice/preference'
import type { AnswerOf } from '@yingce/contracts/route'
import { completePreference, type StoredPreference } from '@yingce/domain/notice/preference'
import {
  ROBOT_PLATFORMS,
  type RobotAddresses,
  robotAddressProblem,
  type RobotPlatform,
} from '@yingce/domain/notice/robot-address'
import type { AppContext } from '../../app-context.ts'
import type { Scope } from '../../db/scope.ts'
import { ruleViolated } from '../../http/refusal.ts'
import type { MemberPrincipal } from '../../identity/principal.ts'
import { readNoticeSetting } from './notice-setting.read.ts'

type PreferenceView = AnswerOf<typeof getNoticePreference>

interface Robot {
  id: string
  platform: RobotPlatform
  name: string
}

export async function readPreference(scope: Scope, principal: MemberPrincipal): Promise<PreferenceView> {
  const [row] = await scope.rows<{ preference: StoredPreference }>(
    'select preference from notice_preference where workspace_id = $1 and member_id = $2',
    [scope.workspaceId, principal.member.id],
  )
  const mail = await scope.rows(
    "select from notice_channel where workspace_id = $1 and type = 'mail' and is_active",
    [scope.workspaceId],
  )
  const robots = await readRobots(scope)
  const preference = completePreference(row?.preference ?? null) as NoticePreferenceBody
  const personalRobot = robots.some(({ id }) => id === preference.personalRobot)
    ? preference.personalRobot
    : null
  return {
    // A robot that was removed since tells nobody any more.
    preference: { ...preference, personalRobot },
    hasMail: mail.length > 0,
    robots,
    email: principal.account.email,
  }
}

/** @throws Refusal `rule_violated` at an address that the platform does not know, or at a robot that cannot call me */
export async function changePreference(
  scope: Scope,
  principal: MemberPrincipal,
  preference: NoticePreferenceBody,
): Promise<PreferenceView> {
  const { addresses, personalRobot } = preference
  requireAddresses(addresses)
  if (personalRobot !== null) requireRobot(await readRobots(scope), personalRobot, addresses)
  await scope.run(
    `insert into notice_preference (workspace_id, member_id, preference, updated_at) values ($1, $2, $3, $4)
     on conflict (workspace_id, member_id) do update set preference = excluded.preference, updated_at = excluded.updated_at`,
    [scope.workspaceId, principal.member.id, preference, scope.at],
  )
  return readPreference(scope, principal)
}

function requireAddresses(addresses: RobotAddresses): void {
  for (const platform of ROBOT_PLATFORMS) {
    const address = addresses[platform]
    const problem = address === null ? null : robotAddressProblem(platform, address)
    if (problem !== null)
      throw ruleViolated(`body.addresses.${platform}.value`, problem, `No address of a person at ${platform}`)
  }
}

function requireRobot(robots: readonly Robot[], id: string, addresses: RobotAddresses): void {
  const robot = robots.find((each) => each.id === id)
  if (robot === undefined)
    throw ruleViolated('body.personalRobot', 'unknown_robot', 'No active group robot of this workspace')
  if (addresses[robot.platform] === null)
    throw ruleViolated(
      'body.personalRobot',
      'no_address_there',
      `The robot calls me by my address at ${robot.platform}, which is not set`,
    )
}

/** Group robots that are switched on, by name. */
function readRobots(scope: Scope): Promise<Robot[]> {
  return scope.rows<Robot>(
    'select id, type as platform, name from notice_channel where workspace_id = $1 and is_active and type = any($2) order by name, id',
    [scope.workspaceId, [...ROBOT_PLATFORMS]],
  )
}

/** The jobs take the new times over once this is committed. */
export async function changeSetting(
  app: AppContext,
  scope: Scope,
  setting: NoticeSetting,
): Promise<NoticeSetting> {
  await scope.run(
    `insert into notice_setting (workspace_id, setting, updated_at) values ($1, $2, $3)
     on conflict (workspace_id) do update set setting = excluded.setting, updated_at = excluded.updated_at`,
    [scope.workspaceId, setting, scope.at],
  )
  scope.afterCommit(() => void app.jobs.reschedule(scope.workspaceId))
  return readNoticeSetting(scope)
}
