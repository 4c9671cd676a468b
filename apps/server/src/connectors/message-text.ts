import type { AddressForm } from '@yingce/domain/notice/robot-address'
import type { Mention, OutgoingMessage } from './connector.ts'

const MORE = '…'
const MENTION_TAG = /<(?=\s*\/?\s*(?:@|at\b))/gi
const MENTION_ALL = /@(?=\s*(?:all|everyone|所有人))/gi

/** Bytes in UTF-8, which is what the platforms count: a Chinese character is three. */
export function byteLength(text: string): number {
  return Buffer.byteLength(text, 'utf8')
}

/** At most so many bytes, cut between characters and marked with “…”. */
export function truncateBytes(text: string, maxBytes: number): string {
  if (byteLength(text) <= maxBytes) return text
  const room = maxBytes - byteLength(MORE)
  let used = 0
  let kept = ''
  for (const character of text) {
    used += byteLength(character)
    if (used > room) break
    kept += character
  }
  return room < 0 ? '' : kept + MORE
}

/** Text that came from people must not call a whole group to its phones: neither by a tag nor by name. */
export function withoutMentions(text: string): string {
  return text.replaceAll(MENTION_TAG, '＜').replaceAll(MENTION_ALL, '@\u200B')
}

/** The same inside Markdown: nothing in it may become a link, a tag or a heading. */
export function plainInMarkdown(text: string): string {
  return withoutMentions(text)
    .replaceAll('<', '＜')
    .replaceAll('[', '［')
    .replaceAll(']', '］')
    .replaceAll('`', 'ˋ')
    .replaceAll('*', '＊')
    .replaceAll(/^[#>]/gm, (mark) => (mark === '#' ? '＃' : '＞'))
}

/** The lines between head and foot, as many as there is room for. */
export function fitLines(head: string, lines: readonly string[], foot: string, maxBytes: number): string {
  const footPart = foot === '' ? '' : `\n${foot}`
  let text = truncateBytes(head, maxBytes - byteLength(footPart))
  for (const [index, line] of lines.entries()) {
    const isLast = index === lines.length - 1
    const reserve = byteLength(footPart) + (isLast ? 0 : byteLength(`\n${MORE}`))
    if (byteLength(text) + byteLength(`\n${line}`) + reserve > maxBytes) {
      if (byteLength(text) + byteLength(`\n${MORE}`) + byteLength(footPart) <= maxBytes) text += `\n${MORE}`
      break
    }
    text += `\n${line}`
  }
  return text + footPart
}

/**
 * The whole message as Markdown within the limit; the link to open and whom it
 * calls stay whatever is cut.
 *
 * @param calls people called in the platform's own signs; the one part that is not escaped
 */
export function markdownOf(
  message: OutgoingMessage,
  maxBytes: number,
  { titleMark = '### ', calls = '' }: { readonly titleMark?: string; readonly calls?: string } = {},
): string {
  const lines = message.lines.map(({ text, link }) =>
    link === null ? plainInMarkdown(text) : `- [${plainInMarkdown(text)}](${link})`,
  )
  const open = message.link === null ? '' : `[${plainInMarkdown(message.linkText)}](${message.link})`
  return fitLines(`${titleMark}${plainInMarkdown(message.title)}`, lines, footOf(calls, open), maxBytes)
}

/** The whole message as plain text within the limit; addresses stand in full. @param calls as of Markdown */
export function plainTextOf(message: OutgoingMessage, maxBytes: number, calls = ''): string {
  return fitLines(
    withoutMentions(message.title),
    message.lines.map(({ text, link }) =>
      link === null ? withoutMentions(text) : `${withoutMentions(text)} ${link}`,
    ),
    footOf(calls, message.link ?? ''),
    maxBytes,
  )
}

function footOf(calls: string, open: string): string {
  return [calls, open].filter((part) => part !== '').join('\n')
}

/** Whom to call by mobile number, or by id. */
export function addressesBy(form: AddressForm, mentions: readonly Mention[]): string[] {
  return mentions.filter(({ by }) => by === form).map(({ value }) => value)
}

/** The title with the word that a robot asks for in every message, where it lacks it. */
export function withKeyword(message: OutgoingMessage, keyword: string | null): OutgoingMessage {
  if (keyword === null || keyword === '' || message.title.includes(keyword)) return message
  return { ...message, title: `${message.title} ${keyword}` }
}
