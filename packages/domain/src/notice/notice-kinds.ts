export const NOTICE_SEVERITIES = ['info', 'warning', 'critical'] as const
export type NoticeSeverity = (typeof NOTICE_SEVERITIES)[number]

/** How soon a person hears of a notice outside the inbox: at once, in the daily digest, or not at all. */
export const NOTICE_MODES = ['now', 'digest', 'off'] as const
export type NoticeMode = (typeof NOTICE_MODES)[number]

interface NoticeKindSpec {
  /** How it leaves by mail for whoever has chosen nothing. */
  readonly mode: NoticeMode
  readonly zh: string
  readonly en: string
}

/**
 * Every kind of notice (X7). One daily digest is the default; only what somebody
 * waits for goes out at once: an approval, an alert, a mention.
 */
export const NOTICE_KIND_SPECS = {
  milestone: { mode: 'digest', zh: '里程碑', en: 'Milestone' },
  due: { mode: 'digest', zh: '即将到期', en: 'Due' },
  overdue: { mode: 'digest', zh: '已逾期', en: 'Overdue' },
  fill_in_daily: { mode: 'now', zh: '每日填报', en: 'Daily fill-in' },
  fill_in_weekly: { mode: 'now', zh: '每周填报', en: 'Weekly fill-in' },
  approval: { mode: 'now', zh: '待审批', en: 'Approval waiting' },
  alert: { mode: 'now', zh: '预警', en: 'Alert' },
  mention: { mode: 'now', zh: '提到我', en: 'Mention' },
  meeting: { mode: 'now', zh: '会议', en: 'Meeting' },
  report: { mode: 'digest', zh: '报告', en: 'Report' },
  booking: { mode: 'digest', zh: '预订未确认', en: 'Unconfirmed booking' },
  licence: { mode: 'digest', zh: '授权到期', en: 'Licence expiring' },
} as const satisfies Record<string, NoticeKindSpec>

export type NoticeKind = keyof typeof NOTICE_KIND_SPECS
export const NOTICE_KINDS = Object.keys(NOTICE_KIND_SPECS) as [NoticeKind, ...NoticeKind[]]

/** Kinds that nothing posts yet: what was chosen of them stays stored, and nobody is asked to choose. */
const UNPOSTED: readonly NoticeKind[] = ['mention', 'booking', 'licence']
/** Kinds that people can choose. */
export const OFFERED_NOTICE_KINDS = NOTICE_KINDS.filter((kind) => !UNPOSTED.includes(kind))

/** A text of a notice in both languages; each reader gets their own. */
export interface NoticeText {
  readonly zh: string
  readonly en: string
}

export type NoticeLocale = 'zh-CN' | 'en'

export function noticeTextIn(text: NoticeText, locale: NoticeLocale): string {
  return locale === 'en' ? text.en : text.zh
}
