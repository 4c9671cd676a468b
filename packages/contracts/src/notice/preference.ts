import { NOTICE_KINDS, NOTICE_MODES } from '@yingce/domain/notice/notice-kinds'
import { ADDRESS_FORMS, ROBOT_PLATFORMS } from '@yingce/domain/notice/robot-address'
import { z } from 'zod'
import { Id, LocaleCode } from '../common.ts'
import { defineRoute } from '../route.ts'

/** Time of day, `HH:mm`. */
export const TimeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'HH:mm')

/** When things may be sent. */
export const SendingHours = {
  digestAt: TimeOfDay,
  /** From and to; the night where from is later. null: never quiet. */
  quiet: z.strictObject({ from: TimeOfDay, to: TimeOfDay }).nullable(),
  isWorkdaysOnly: z.boolean(),
}

const KindPreference = z.strictObject({
  isInInbox: z.boolean(),
  mail: z.enum(NOTICE_MODES),
  /** By the robot of `personalRobot`; nothing while none is chosen. */
  robot: z.enum(NOTICE_MODES),
})

/** Mobile number or id under which a platform's robot calls a person. */
const RobotAddress = z.strictObject({ by: z.enum(ADDRESS_FORMS), value: z.string().trim().min(1).max(80) })

export const NoticePreferenceBody = z.strictObject({
  locale: LocaleCode,
  ...SendingHours,
  /** null: the robots there say my name and do not call me. */
  addresses: z.strictObject({
    wecom: RobotAddress.nullable(),
    dingtalk: RobotAddress.nullable(),
    feishu: RobotAddress.nullable(),
  }),
  /** Robot that also tells me what is for me alone, for all its group to see; it needs my address there. */
  personalRobot: Id.nullable(),
  kinds: z.strictObject(
    Object.fromEntries(NOTICE_KINDS.map((kind) => [kind, KindPreference])) as Record<
      (typeof NOTICE_KINDS)[number],
      typeof KindPreference
    >,
  ),
})
export type NoticePreferenceBody = z.infer<typeof NoticePreferenceBody>

const NoticePreferenceView = z.object({
  preference: NoticePreferenceBody,
  /** Whether the workspace has a mail channel at all; without one nothing is mailed. */
  hasMail: z.boolean(),
  /** Robots that a person can be told by. */
  robots: z.array(z.object({ id: Id, platform: z.enum(ROBOT_PLATFORMS), name: z.string() })),
  email: z.string(),
})

export const getNoticePreference = defineRoute({
  method: 'GET',
  path: '/api/notice-preference',
  operationId: 'getNoticePreference',
  tag: 'notice',
  permission: 'notice.read',
  summary: 'What I want to hear, and when',
  response: NoticePreferenceView,
})

export const updateNoticePreference = defineRoute({
  method: 'PUT',
  path: '/api/notice-preference',
  operationId: 'updateNoticePreference',
  tag: 'notice',
  permission: 'notice.read',
  summary: 'Change what I want to hear; for what comes from now on',
  body: NoticePreferenceBody,
  response: NoticePreferenceView,
  errors: ['rule_violated'],
})

export const NoticeSetting = z.strictObject({
  /** Reminders of due and overdue tasks go out then. */
  morningAt: TimeOfDay,
  /** The daily fill-in is asked for one hour before. */
  workEndsAt: TimeOfDay,
  /** Monday 1 to Sunday 7; null: nobody is asked weekly. */
  weeklyOn: z.number().int().min(1).max(7).nullable(),
})
export type NoticeSetting = z.infer<typeof NoticeSetting>

export const getNoticeSetting = defineRoute({
  method: 'GET',
  path: '/api/notice-setting',
  operationId: 'getNoticeSetting',
  tag: 'notice',
  permission: 'notice.read',
  summary: 'When the workspace reminds',
  response: NoticeSetting,
})

export const updateNoticeSetting = defineRoute({
  method: 'PUT',
  path: '/api/notice-setting',
  operationId: 'updateNoticeSetting',
  tag: 'notice',
  permission: 'notice.manage',
  summary: 'Change when the workspace reminds',
  body: NoticeSetting,
  response: NoticeSetting,
})
