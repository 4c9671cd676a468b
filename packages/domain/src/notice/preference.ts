import type { LocalTime } from '../calendar/local-date-time.ts'
import { NOTICE_KIND_SPECS, NOTICE_KINDS } from './notice-kinds.ts'
import type { NoticeKind, NoticeLocale, NoticeMode, NoticeSeverity } from './notice-kinds.ts'
import type { RobotAddresses } from './robot-address.ts'

/** Hours in which nothing is sent; `from` may be later than `to`, and then the night lies between. */
export interface QuietHours {
  readonly from: LocalTime
  readonly to: LocalTime
}

/** When things may be sent, of a person or of a group. */
export interface SendingHours {
  /** When the daily digest goes out. */
  readonly digestAt: LocalTime
  readonly quiet: QuietHours | null
  /** On days off everything waits for the next working day. */
  readonly isWorkdaysOnly: boolean
}

export interface KindPreference {
  readonly isInInbox: boolean
  readonly mail: NoticeMode
  /** By the robot of `personalRobot`, where one is chosen. */
  readonly robot: NoticeMode
}

/** What one person wants to hear, and when. */
export interface NoticePreference extends SendingHours {
  readonly locale: NoticeLocale
  /** How the robots of each platform call me. */
  readonly addresses: RobotAddresses
  /** Channel of the group robot that tells me what is for me alone, with a call; null: none does. */
  readonly personalRobot: string | null
  readonly kinds: Readonly<Record<NoticeKind, KindPreference>>
}

/** Of whoever has chosen nothing: everything in the inbox, one digest at nine, quiet from nine in the evening to eight. */
export const DEFAULT_NOTICE_PREFERENCE: NoticePreference = {
  locale: 'zh-CN',
  digestAt: '09:00',
  quiet: { from: '21:00', to: '08:00' },
  isWorkdaysOnly: true,
  addresses: { wecom: null, dingtalk: null, feishu: null },
  personalRobot: null,
  kinds: Object.fromEntries(
    NOTICE_KINDS.map((kind) => {
      const { mode } = NOTICE_KIND_SPECS[kind]
      return [kind, { isInInbox: true, mail: mode, robot: mode }]
    }),
  ) as Record<NoticeKind, KindPreference>,
}

/** A preference as it was saved; what came with a later version is not in it. */
export type StoredPreference = Partial<Omit<NoticePreference, 'kinds'>> & {
  readonly kinds?: Partial<Record<NoticeKind, Partial<KindPreference>>>
}

/** Kinds and ways that came with a later version have their defaults until somebody chooses. */
export function completePreference(stored: StoredPreference | null): NoticePreference {
  const { kinds: defaults, ...rest } = DEFAULT_NOTICE_PREFERENCE
  const kinds = NOTICE_KINDS.map((kind) => [kind, { ...defaults[kind], ...stored?.kinds?.[kind] }])
  return { ...rest, ...stored, kinds: Object.fromEntries(kinds) as NoticePreference['kinds'] }
}

/** Is the notice kept in the person's inbox? A critical one always is. */
export function isInInbox(
  preference: NoticePreference,
  notice: { readonly kind: NoticeKind; readonly severity: NoticeSeverity },
): boolean {
  return notice.severity === 'critical' || preference.kinds[notice.kind].isInInbox
}
