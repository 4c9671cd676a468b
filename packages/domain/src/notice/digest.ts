import { NOTICE_KIND_SPECS, NOTICE_KINDS, noticeTextIn } from './notice-kinds.ts'
import type { NoticeKind, NoticeLocale, NoticeSeverity, NoticeText } from './notice-kinds.ts'

/** A notice on its way out. */
export interface OutgoingNotice {
  readonly kind: NoticeKind
  readonly severity: NoticeSeverity
  readonly title: NoticeText
  readonly body: NoticeText
  /** Path of the page, beginning with a slash. */
  readonly link: string
}

/** What leaves, in one language, whatever the connector makes of it. */
export interface Message {
  readonly title: string
  /** Paragraphs in their order; a line with a link can be opened by itself. */
  readonly lines: readonly { readonly text: string; readonly link: string | null }[]
  /** Path of the page that the whole message leads to. */
  readonly link: string
  readonly severity: NoticeSeverity
}

/** More than so many waiting for one place go as one message. */
export const MAX_SINGLE_MESSAGES = 5
/** Lines of a digest; the rest is counted. */
const MAX_DIGEST_LINES = 30
const INBOX = '/inbox'

/**
 * Which waiting notices leave as one message: those for the digest together, and
 * so the others too once they are more than five, so that a burst neither floods a group nor
 * meets the platform's limit. Order is kept.
 */
export function batchesOf<T extends { readonly isDigest: boolean }>(waiting: readonly T[]): T[][] {
  const digest = waiting.filter(({ isDigest }) => isDigest)
  const singles = waiting.filter(({ isDigest }) => !isDigest)
  if (singles.length > MAX_SINGLE_MESSAGES) return [[...waiting]]
  return [...singles.map((each) => [each]), ...(digest.length > 0 ? [digest] : [])]
}

/** One notice as a message. */
export function singleMessage(notice: OutgoingNotice, locale: NoticeLocale): Message {
  const body = noticeTextIn(notice.body, locale)
  return {
    title: noticeTextIn(notice.title, locale),
    lines: body === '' ? [] : body.split('\n').map((text) => ({ text, link: null })),
    link: notice.link,
    severity: notice.severity,
  }
}

/**
 * Several notices as one message: by kind, the critical ones first, each with its
 * own link; beyond thirty lines the rest is a number that leads to the inbox.
 */
export function digestMessage(notices: readonly OutgoingNotice[], locale: NoticeLocale): Message {
  const first = notices[0]
  if (notices.length === 1 && first !== undefined) return singleMessage(first, locale)
  const ordered = notices.toSorted(
    (a, b) =>
      Number(b.severity === 'critical') - Number(a.severity === 'critical') ||
      NOTICE_KINDS.indexOf(a.kind) - NOTICE_KINDS.indexOf(b.kind),
  )
  const shown = ordered.slice(0, MAX_DIGEST_LINES)
  const rest = ordered.length - shown.length
  const lines = shown.map((notice) => ({
    text: `${kindName(notice.kind, locale)}${locale === 'en' ? ': ' : '：'}${noticeTextIn(notice.title, locale)}`,
    link: notice.link as string | null,
  }))
  if (rest > 0) lines.push({ text: locale === 'en' ? `and ${rest} more` : `还有 ${rest} 条`, link: INBOX })
  return {
    title: locale === 'en' ? `${notices.length} notices` : `${notices.length} 条通知`,
    lines,
    link: INBOX,
    severity: ordered[0]?.severity ?? 'info',
  }
}

export function kindName(kind: NoticeKind, locale: NoticeLocale): string {
  return noticeTextIn(NOTICE_KIND_SPECS[kind], locale)
}
