import type { ReportBlock } from '../report-document.ts'
import type { ReportContext } from './report-context.ts'

/** Parameters that are money in fen; all others are shown as they are. */
const MONEY = new Set([
  'daily',
  'product',
  'budget',
  'difference',
  'spent',
  'over',
  'planned',
  'distributable',
])

function shownParams(
  params: Readonly<Record<string, unknown>>,
  { words, format }: ReportContext,
): Readonly<Record<string, string>> {
  const shown = (name: string, value: unknown): string => {
    if (typeof value === 'number' && MONEY.has(name)) return format.money(Math.abs(value))
    if (typeof value === 'number' && name === 'progress') return format.percent(value)
    if (name === 'status') return words.contradictions.taskStatus[String(value)] ?? String(value)
    return String(value).replace('T', ' ')
  }
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, shown(name, value)]))
}

/** Entries that cannot both be true, each as a sentence with its figures (X3); nothing where there are none. */
export function contradictionSection(context: ReportContext): readonly ReportBlock[] {
  const { board, words } = context
  if (board.contradictions.length === 0) return []
  const items = board.contradictions.map(({ code, recordName, params }) => {
    const say = words.contradictions.sentence[code]
    return [
      { text: recordName, bold: true },
      { text: `${words.colon}${say === undefined ? code : say(shownParams(params, context))}` },
    ]
  })
  return [
    context.heading(words.headings.contradictions),
    { kind: 'paragraph', spans: [{ text: words.contradictions.intro(board.contradictionCount) }] },
    { kind: 'list', ordered: false, items },
  ]
}
