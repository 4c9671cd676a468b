import type { FillIn, FillInValue } from '../../meeting/fill-ins.ts'
import type { FillInField } from '../../my-day/stale-fields.ts'
import type { KeyFigure, ReportBlock, ReportDocument, ReportTone } from '../report-document.ts'
import type { MeetingMinutesInput } from './document-input.ts'
import { documentOf, textBlocks } from './document-section.ts'
import { DOCUMENT_WORDS } from './document-words.ts'
import { MINUTES_WORDS } from './minutes-words.ts'
import { cells, listedNames, paragraph, type ReportContext, reportContext } from './report-context.ts'
import { NO_FIGURE } from './report-format.ts'
import type { ReportLocale } from './report-input.ts'

/**
 * 会议纪要 (X5): agenda, figures, what was said, decisions and actions of one meeting. Without an agenda
 * of its own a meeting shows that of its kind. Sections: `agenda`, `figures`, `done`, `next`,
 * `blocked`, `discussion`, `decisions`, `actions`.
 */
export function meetingMinutes(
  input: MeetingMinutesInput,
  { locale }: { readonly locale: ReportLocale },
): ReportDocument {
  const context = reportContext(input.board, locale)
  const { title, headings, kinds, facts, noDecisions } = MINUTES_WORDS[locale]
  const { meeting } = input
  const sections = [
    { id: 'agenda', heading: headings.agenda, blocks: agenda(input, context) },
    { id: 'figures', heading: headings.figures, blocks: figures(input, context) },
    { id: 'done', heading: headings.done, blocks: textBlocks(meeting.done ?? '') },
    { id: 'next', heading: headings.next, blocks: textBlocks(meeting.next ?? '') },
    { id: 'blocked', heading: headings.blocked, blocks: blocked(input, context) },
    { id: 'discussion', heading: headings.discussion, blocks: textBlocks(meeting.minutes ?? '') },
    {
      id: 'decisions',
      heading: headings.decisions,
      blocks: meeting.decisions === null ? [paragraph(noDecisions)] : textBlocks(meeting.decisions),
    },
    { id: 'actions', heading: headings.actions, blocks: actions(input, context) },
  ]
  const own = [
    { label: facts.kind, value: kinds[meeting.kind] },
    ...(meeting.startsAt === null ? [] : [{ label: facts.time, value: meeting.startsAt.replace('T', ' ') }]),
    ...(meeting.attendees === null ? [] : [{ label: facts.attendees, value: meeting.attendees }]),
  ]
  return documentOf(context, input, { title, subtitle: meeting.name, facts: own }, sections)
}

function agenda({ meeting }: MeetingMinutesInput, { locale }: ReportContext): ReportBlock[] {
  if (meeting.agenda !== null) return textBlocks(meeting.agenda)
  const points = MINUTES_WORDS[locale].agenda[meeting.kind]
  if (points.length === 0) return []
  return [{ kind: 'list', ordered: true, items: points.map((text) => [{ text }]) }]
}

function figures({ figures: of }: MeetingMinutesInput, context: ReportContext): ReportBlock[] {
  if (of === undefined) return []
  const { locale, format, words } = context
  const { figures: say, planned, fromChannels, spendUntil, spendMissing } = MINUTES_WORDS[locale]
  const met = of.kpis.filter(({ status }) => status === 'met').length
  const missed = of.kpis.filter(({ status }) => status === 'missed').length
  const atRisk = of.kpis.filter(({ status }) => status === 'at_risk').length
  const judged = met + missed + atRisk
  const count = (label: string, value: number, tone?: ReportTone): KeyFigure => ({
    label,
    value: String(value),
    ...(tone === undefined || value === 0 ? {} : { tone }),
  })
  const shown: KeyFigure[] = [
    ...(of.spend.spent === null
      ? []
      : [
          {
            label: of.spend.from === 'channels' ? say.channelCost : say.spent,
            value: format.shortMoney(of.spend.spent),
            ...(of.spend.planned === null ? {} : { note: planned(format.shortMoney(of.spend.planned)) }),
          },
        ]),
    count(say.done, of.done.length),
    count(say.late, of.late.length, 'bad'),
    count(say.due, of.due.length),
    ...(judged === 0
      ? []
      : [{ label: say.kpis, value: `${met}/${judged}`, note: words.figures.kpisNote(missed, atRisk) }]),
  ]
  return [
    { kind: 'keyFigures', figures: shown },
    ...(of.spend.from === 'channels' ? [paragraph(fromChannels)] : []),
    ...(of.spend.until !== null && of.spend.until < of.back.to
      ? [paragraph(spendUntil(of.spend.until))]
      : []),
    ...(of.spend.missing.length === 0
      ? []
      : [paragraph(spendMissing(listedNames(of.spend.missing, words, 10)))]),
    ...fillIns(of.filled, context),
  ]
}

/** What people filled in up to the meeting, a line for each task. */
function fillIns(filled: readonly FillIn[], context: ReportContext): ReportBlock[] {
  if (filled.length === 0) return []
  const { filledCaption, filledIn, fields } = MINUTES_WORDS[context.locale]
  const { format, words } = context
  const shown = (field: FillInField, value: FillInValue): string => {
    if (value === null) return NO_FIGURE
    if (typeof value === 'string') return value
    return field === 'spent' ? format.money(value) : format.percent(value)
  }
  const columns = [
    context.column('task', 'left', 5),
    { title: filledIn, weight: 8 },
    context.column('owner', 'left', 3),
  ]
  const rows = filled.map((line) => ({
    cells: cells(
      line.name,
      line.fields
        .map(({ field, from, to }) =>
          field === 'issue'
            ? fields.issue(shown(field, to))
            : fields[field](shown(field, from), shown(field, to)),
        )
        .join(words.clauseEnd),
      line.by ?? line.owner ?? NO_FIGURE,
    ),
  }))
  return [context.table(filledCaption, columns, rows)]
}

/** What was said of it, and under it what the issue log and the tracker report. */
function blocked(
  { meeting, figures: of }: MeetingMinutesInput,
  { locale, words }: ReportContext,
): ReportBlock[] {
  const reported = of?.blocked ?? []
  const { owed } = DOCUMENT_WORDS[locale]
  return [
    ...textBlocks(meeting.blocked ?? ''),
    ...(reported.length === 0
      ? []
      : [
          {
            kind: 'list' as const,
            ordered: false,
            items: reported.map(({ text, owner, solution, dueDate }) => [
              {
                text: [owed(text, owner, dueDate), solution]
                  .filter((part) => part !== null)
                  .join(words.clauseEnd),
              },
            ]),
          },
        ]),
  ]
}

function actions({ actions: given }: MeetingMinutesInput, context: ReportContext): ReportBlock[] {
  const { actionsCaption, action, noActions } = MINUTES_WORDS[context.locale]
  if (given === undefined || given.length === 0) return [paragraph(noActions)]
  const columns = [
    { title: action, weight: 9 },
    context.column('owner', 'left', 3),
    { title: DOCUMENT_WORDS[context.locale].columns.due, weight: 3 },
  ]
  const rows = given.map(({ name, owner, dueDate }) => ({
    cells: cells(name, owner ?? NO_FIGURE, dueDate ?? NO_FIGURE),
  }))
  return [context.table(actionsCaption, columns, rows)]
}
