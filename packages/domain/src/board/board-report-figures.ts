import { quantityText } from '../quantity/quantity-text.ts'
import { NO_FIGURE } from '../review/document/report-format.ts'
import { REPORT_WORDS } from '../review/document/report-words.ts'
import type { ReportLocale } from '../review/document/report-input.ts'
import type {
  CalculatedColumn,
  ChartBlock,
  KeyFiguresBlock,
  TableBlock,
  TableCell,
  TableColumn,
} from '../review/report-document.ts'
import { axisOf, type BoardCell, changeShare } from './board-cells.ts'
import { type BoardMetric, type BoardValues, isRatioMetric } from './board-metric.ts'
import type { TargetMark } from './board-target.ts'
import type { BoardWords } from './board-words.ts'

/** What texts and figures of a board are written with. */
export interface FigureContext {
  readonly metrics: readonly BoardMetric[]
  readonly words: BoardWords
  readonly locale: ReportLocale
  readonly cell: BoardCell
}

interface FigureRow {
  readonly name: string
  readonly values: BoardValues
  readonly meanLikes: number | null
  /** Null: no targets are held against these. */
  readonly marks: readonly TargetMark[] | null
}

interface FigureTable {
  /** Over the names. */
  readonly head: string
  readonly rows: readonly FigureRow[]
  readonly total: Pick<FigureRow, 'values' | 'marks'>
  /** The rows make up the total, so that a spreadsheet may calculate it. */
  readonly isComplete: boolean
  readonly note: string
}

/** More groups side by side are no chart, and no table that fits a page. */
export const MOST_SERIES = 12
/** Numerator and denominator of the ratios among the board's own columns. */
const PARTS: Partial<Record<BoardMetric, readonly [BoardMetric, BoardMetric]>> = {
  ctr: ['clicks', 'impressions'],
  cvrClick: ['conversions', 'clicks'],
  cpa: ['cost', 'conversions'],
  roas: ['revenue', 'cost'],
}

/** What is due of a sum after some of the days is a fraction, which nobody counts; a ratio stays as it is. */
function dueFigure({ metric, due }: Pick<TargetMark, 'metric' | 'due'>): number {
  return isRatioMetric(metric) ? due : Math.round(due)
}

/** Figures of all together, each with its change against the period before and its targets. */
export function keyFigures(
  { metrics, words, locale, cell }: FigureContext,
  total: {
    readonly values: BoardValues
    readonly previous: BoardValues | null
    readonly marks: readonly TargetMark[]
  },
): KeyFiguresBlock {
  const { values, previous, marks } = total
  const { status, clauseEnd } = REPORT_WORDS[locale]
  return {
    kind: 'keyFigures',
    figures: metrics.map((metric) => {
      const { text, number } = cell(metric, values[metric])
      const change = changeShare(values[metric], previous?.[metric])
      const notes = [
        ...(change === null ? [] : [words.change(change)]),
        ...marks
          .filter((mark) => mark.metric === metric)
          .map((mark) =>
            words.due(
              quantityText(mark.text, locale),
              cell(metric, dueFigure(mark)).text,
              status[mark.status],
            ),
          ),
      ]
      return {
        label: words.metric[metric],
        value: text,
        ...(notes.length === 0 ? {} : { note: notes.join(clauseEnd) }),
        ...(number === undefined ? {} : { number }),
      }
    }),
  }
}

/** One row a group. A spreadsheet calculates totals and ratios, unless rows are missing that the total has. */
export function figureTable(
  { metrics, words, locale, cell }: FigureContext,
  { head, rows, total, isComplete, note }: FigureTable,
): TableBlock {
  const hasLikes = rows.some(({ meanLikes }) => meanLikes !== null)
  const hasMarks = rows.some(({ marks }) => marks !== null)
  const { status, clauseEnd } = REPORT_WORDS[locale]
  const columns: TableColumn[] = [
    { title: head },
    ...metrics.map((metric): TableColumn => {
      // A sum of nothing would be a 0 where the figure is missing.
      const isKnown = (total.values[metric] ?? null) !== null
      const calculated = isComplete && isKnown ? calculatedOf(metric, metrics) : null
      return { title: words.metric[metric], align: 'right', ...(calculated === null ? {} : { calculated }) }
    }),
    ...(hasLikes ? [{ title: words.meanLikes, align: 'right' as const }] : []),
    ...(hasMarks ? [{ title: words.target }] : []),
  ]
  const marksText = (marks: readonly TargetMark[]) =>
    marks
      .map(({ metric, text, status: of }) =>
        [words.metric[metric], quantityText(text, locale), status[of]].join(' '),
      )
      .join(clauseEnd)
  const line = ({ name, values, meanLikes, marks }: FigureRow): TableCell[] => [
    { text: name },
    ...metrics.map((metric) => cell(metric, values[metric])),
    ...(hasLikes ? [cell('impressions', meanLikes === null ? null : Math.round(meanLikes))] : []),
    ...(hasMarks ? [{ text: marks === null || marks.length === 0 ? NO_FIGURE : marksText(marks) }] : []),
  ]
  return {
    kind: 'table',
    columns,
    rows: [
      ...rows.map((row) => ({ cells: line(row) })),
      { kind: 'total', cells: line({ name: words.total, meanLikes: null, ...total }) },
    ],
    note,
  }
}

function calculatedOf(metric: BoardMetric, metrics: readonly BoardMetric[]): CalculatedColumn | null {
  if (!isRatioMetric(metric)) return { kind: 'sum' }
  const [of, by] = PARTS[metric] ?? []
  if (of === undefined || by === undefined || !metrics.includes(of) || !metrics.includes(by)) return null
  // The name stands before the metrics.
  return { kind: 'ratio', of: metrics.indexOf(of) + 1, by: metrics.indexOf(by) + 1 }
}

/** The first of cost, conversions and impressions that two rows know, as bars from the highest; else nothing. */
export function figureChart(
  { words, cell }: FigureContext,
  rows: readonly Pick<FigureRow, 'name' | 'values'>[],
): ChartBlock[] {
  const knownOf = (metric: BoardMetric) =>
    rows.flatMap(({ name, values }) => {
      const value = values[metric] ?? null
      return value === null ? [] : [{ name, value }]
    })
  const metric = (['cost', 'conversions', 'impressions'] as const).find((one) => knownOf(one).length > 1)
  if (metric === undefined) return []
  const { format, factor } = axisOf(metric)
  const known = knownOf(metric)
    .toSorted((a, b) => b.value - a.value)
    .slice(0, MOST_SERIES)
  const [highest] = known
  if (highest === undefined) return []
  return [
    {
      kind: 'chart',
      caption: words.metric[metric],
      chart: 'bar',
      categories: known.map(({ name }) => name),
      series: [{ name: words.metric[metric], values: known.map(({ value }) => value * factor) }],
      numberFormat: format,
      heightCm: Math.min(10, 2 + known.length * 0.9),
      alternativeText: words.highest(highest.name, cell(metric, highest.value).text),
    },
  ]
}
