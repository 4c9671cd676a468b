import type { LocalTime } from '../calendar/local-date-time.ts'
import { NOTICE_KIND_SPECS, NOTICE_KINDS } from './notice-kinds.ts'
import type { NoticeKind, NoticeLocale, NoticeMode, NoticeSeverity } from './notice-kinds.ts'

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
}

/** What one person wants to hear, and when. */
export interface NoticePreference extends SendingHours {
  readonly locale: NoticeLocale
  readonly kinds: Readonly<Record<NoticeKind, KindPreference>>
}

/** Of whoever has chosen nothing: everything in the inbox, one digest at nine, quiet from nine in the evening to eight. */
export const DEFAULT_NOTICE_PREFERENCE: NoticePreference = {
  locale: 'zh-CN',
  digestAt: '09:00',
  quiet: { from: '21:00', to: '08:00' },
  isWorkdaysOnly: true,
  kinds: Object.fromEntries(
    NOTICE_KINDS.map((kind) => [kind, { isInInbox: true, mail: NOTICE_KIND_SPECS[kind].mode }]),
  ) as Record<NoticeKind, KindPreference>,
}

/** Is the notice kept in the person's inbox? A critical one always is. */
export function isInInbox(
  preference: NoticePreference,
  notice: { readonly kind: NoticeKind; readonly severity: NoticeSeverity },
): boolean {
  return notice.severity === 'critical' || preference.kinds[notice.kind].isInInbox
}
