import type { ReportBlock, ReportDocument, TableRow } from '../report-document.ts'
import type { EffectReviewInput, EffectReviewRow } from './document-input.ts'
import { documentOf } from './document-section.ts'
import { DOCUMENT_WORDS } from './document-words.ts'
import { EFFECT_WORDS } from './effect-words.ts'
import { cells, listedNames, paragraph, type ReportContext, reportContext } from './report-context.ts'
import { NO_FIGURE } from './report-format.ts'
import type { ReportLocale } from './report-input.ts'
import { STATUS_TONES } from './target-section.ts'

/** Attainment is shown up to this (docs/domain/status.md). */
const MOST_SHOWN = 2
/** More bars say less. */
const MOST_DRAWN = 12

/**
 * 营销效果复盘表 (T6, R2): target and result of each strategy with attainment, gap, improvement, owner
 * and date. A gap nobody described is worded from the attainment. Sections: `summary`, `table`,
 * `measures`.
 */
export function effectReviewReport(
  input: EffectReviewInput,
  { locale }: { readonly locale: ReportLocale },
): ReportDocument {
  const context = reportContext(input.board, locale)
  const say = EFFECT_WORDS[locale]
  const rows = input.rows.map((row) => ({
    ...row,
    targetText: context.format.quantity(row.targetText, null),
  }))
  const sections =
    rows.length === 0
      ? [{ id: 'table', heading: say.headings.table, blocks: [paragraph(say.review.none)] }]
      : [
          { id: 'summary', heading: say.headings.summary, blocks: summary(rows, context) },
          {
            id: 'table',
            heading: say.headings.table,
            blocks: [reviewTable(rows, context), ...attainmentChart(rows, context)],
          },
          { id: 'measures', heading: say.headings.measures, blocks: measures(rows, context) },
        ]
  return documentOf(context, input, { title: say.reviewTitle, orientation: 'landscape' }, sections)
}

const known = (rows: readonly EffectReviewRow[]) =>
  rows
    .flatMap((row) => (row.attainment === null ? [] : [{ ...row, attainment: row.attainment }]))
    .toSorted((a, b) => a.attainment - b.attainment)

function summary(rows: readonly EffectReviewRow[], context: ReportContext): ReportBlock[] {
  const { locale, format, words } = context
  const say = EFFECT_WORDS[locale]
  const met = rows.filter(({ status }) => status === 'met').length
  const missed = rows.filter(({ status }) => status === 'missed').length
  const judged = known(rows)
  const weakest = judged.find(({ status }) => status !== 'met')
  const sentences = [
    say.review.summary(rows.length, met, missed),
    ...(weakest === undefined
      ? []
      : [say.review.weakest(weakest.strategy, weakest.targetText, format.percent(weakest.attainment))]),
  ]
  const tone = missed > met ? 'bad' : missed > 0 ? 'warning' : 'good'
  return [{ kind: 'callout', tone, spans: [{ text: words.join(sentences) }] }]
}

/** Attainment of each target, the lowest on top. */
function attainmentChart(rows: readonly EffectReviewRow[], context: ReportContext): ReportBlock[] {
  const { locale, format, words } = context
  const say = EFFECT_WORDS[locale]
  const judged = known(rows)
  const [lowest] = judged
  if (judged.length < 2 || lowest === undefined) return []
  const shown = judged.slice(0, MOST_DRAWN)
  return [
    {
      kind: 'chart',
      caption: context.figureCaption(say.attainmentChart),
      chart: 'bar',
      categories: shown.map(({ strategy, targetText }) => `${strategy} ${targetText}`),
      series: [
        {
          name: words.columns.attainment,
          values: shown.map(({ attainment }) => Math.min(attainment, MOST_SHOWN)),
        },
      ],
      numberFormat: '0.0%',
      heightCm: Math.min(10, 1.6 + shown.length * 0.8),
      alternativeText: say.chart(lowest.strategy, format.percent(lowest.attainment)),
    },
  ]
}

function reviewTable(rows: readonly EffectReviewRow[], context: ReportContext): ReportBlock {
  const { locale, words, format } = context
  const say = EFFECT_WORDS[locale]
  const titles = DOCUMENT_WORDS[locale].columns
  const columns = [
    { title: titles.strategy, weight: 4 },
    context.column('target', 'left', 4),
    context.column('actual', 'left', 3),
    context.column('attainment', 'right', 2.2),
    context.column('status', 'center', 2.2),
    { title: titles.gap, weight: 5.5 },
    { title: titles.improvement, weight: 5.5 },
    context.column('owner', 'left', 2.6),
    { title: titles.reviewed, weight: 2.8 },
  ]
  const lines = rows.map((row): TableRow => ({
    cells: cells(
      row.strategy,
      row.targetText,
      format.reached(row, null),
      format.cell.percent(row.attainment === null ? null : Math.min(row.attainment, MOST_SHOWN)),
      { text: words.status[row.status], tone: STATUS_TONES[row.status] },
      row.gap ?? { text: gapOf(row, context), tone: 'muted' },
      row.improvement ?? (isOpen(row) ? { text: say.review.noMeasure, tone: 'warning' } : NO_FIGURE),
      row.owner ?? NO_FIGURE,
      row.reviewDate ?? NO_FIGURE,
    ),
  }))
  return context.table(say.reviewCaption, columns, lines, say.reviewNote(context.board.policy.ceilingMethod))
}

const isOpen = ({ status }: EffectReviewRow): boolean => status === 'missed' || status === 'at_risk'

function gapOf({ attainment }: EffectReviewRow, { locale, format }: ReportContext): string {
  const say = EFFECT_WORDS[locale].review
  if (attainment === null) return NO_FIGURE
  if (attainment === 1) return say.exactly
  return attainment > 1
    ? say.above(format.percent(attainment - 1))
    : say.below(format.percent(1 - attainment))
}

/** Missed targets for which nobody decided anything yet. */
function measures(rows: readonly EffectReviewRow[], { locale, words }: ReportContext): ReportBlock[] {
  const without = rows.filter((row) => row.status === 'missed' && row.improvement === null)
  if (without.length === 0) return []
  const names = without.map(({ strategy, targetText }) => `${strategy} ${targetText}`)
  return [paragraph(EFFECT_WORDS[locale].review.withoutMeasure(listedNames(names, words, 10)))]
}
