import type { ReportLocale } from '../review/document/report-input.ts'
import { NO_FIGURE } from '../review/document/report-format.ts'
import { REPORT_WORDS } from '../review/document/report-words.ts'
import type {
  CalculatedColumn,
  ChartBlock,
  ReportBlock,
  TableCell,
  TableColumn,
  TableRow,
} from '../review/report-document.ts'
import { areGroupsComplete } from './are-groups-complete.ts'
import { axisOf, type BoardCell, changeShare } from './board-cells.ts'
import { type BoardMetric, isRatioMetric } from './board-metric.ts'
import type { BoardWords } from './board-words.ts'
import type { ReportedBoard } from './reported-board.ts'
import { trendDays } from './trend-days.ts'

export interface BoardReportContext {
  readonly board: ReportedBoard
  readonly words: BoardWords
  readonly locale: ReportLocale
  readonly cell: BoardCell
}

/** More groups side by side are no chart, and no table that fits a page. */
const MOST_SERIES = 12
/** Numerator and denominator of the ratios among the board's own columns. */
const PARTS: Partial<Record<BoardMetric, readonly [BoardMetric, BoardMetric]>> = {
  ctr: ['clicks', 'impressions'],
  cvrClick: ['conversions', 'clicks'],
  cpa: ['cost', 'conversions'],
  roas: ['revenue', 'cost'],
}

export const groupName = (name: string, words: BoardWords): string => (name === '' ? words.none : name)

export function tileBlocks({ board, words, locale, cell }: BoardReportContext): ReportBlock[] {
  const { values, previous, marks } = board.total
  const { status } = REPORT_WORDS[locale]
  return [
    {
      kind: 'keyFigures',
      figures: board.metrics.map((metric) => {
        const { text, number } = cell(metric, values[metric])
        const change = changeShare(values[metric], previous?.[metric])
        const notes = [
          ...(change === null ? [] : [words.change(change)]),
          ...marks
            .filter((mark) => mark.metric === metric)
            .map((mark) => words.due(mark.text, cell(metric, mark.due).text, status[mark.status])),
        ]
        return {
          label: words.metric[metric],
          value: text,
          ...(notes.length === 0 ? {} : { note: notes.join('；') }),
          ...(number === undefined ? {} : { number }),
        }
      }),
    },
  ]
}

/** One row a group. A spreadsheet calculates totals and ratios, unless rows are missing that the total has. */
export function groupBlocks({ board, words, locale, cell }: BoardReportContext): ReportBlock[] {
  const { metrics, channels, total, omitted } = board
  const isComplete = areGroupsComplete(board)
  const hasLikes = channels.some(({ meanLikes }) => meanLikes !== null)
  const { status } = REPORT_WORDS[locale]
  const columns: TableColumn[] = [
    { title: words.dimension[board.dimension] },
    ...metrics.map((metric): TableColumn => {
      // A sum of nothing would be a 0 where the figure is missing.
      const isKnown = (total.values[metric] ?? null) !== null
      const calculated = isComplete && isKnown ? calculatedOf(metric, metrics) : null
      return {
        title: words.metric[metric],
        align: 'right',
        ...(calculated === null ? {} : { calculated }),
      }
    }),
    ...(hasLikes ? [{ title: words.meanLikes, align: 'right' as const }] : []),
    { title: words.target },
  ]
  const line = (
    name: string,
    values: ReportedBoard['total']['values'],
    likes: number | null,
    marks: ReportedBoard['total']['marks'],
  ): TableCell[] => [
    { text: name },
    ...metrics.map((metric) => cell(metric, values[metric])),
    ...(hasLikes ? [cell('impressions', likes === null ? null : Math.round(likes))] : []),
    {
      text:
        marks.length === 0
          ? NO_FIGURE
          : marks
              .map((mark) => `${words.metric[mark.metric]} ${mark.text} ${status[mark.status]}`)
              .join('；'),
    },
  ]
  const rows: TableRow[] = [
    ...channels.map((row) => ({
      cells: line(groupName(row.channel, words), row.values, row.meanLikes, row.marks),
    })),
    { kind: 'total', cells: line(words.total, total.values, null, total.marks) },
  ]
  const notes = [
    ...(omitted > 0 ? [words.omitted(String(omitted))] : []),
    ...(isComplete || omitted > 0 ? [] : [words.partial(words.dimension[board.dimension])]),
    words.ratioNote,
  ]
  return [
    { kind: 'table', columns, rows, note: notes.join(words.stop) },
    ...(['cost', 'conversions', 'impressions'] as const)
      .filter((metric) => channels.filter(({ values }) => (values[metric] ?? null) !== null).length > 1)
      .slice(0, 1)
      .flatMap((metric) => groupChart(board, metric, words, cell)),
  ]
}

function calculatedOf(metric: BoardMetric, metrics: readonly BoardMetric[]): CalculatedColumn | null {
  if (!isRatioMetric(metric)) return { kind: 'sum' }
  const [of, by] = PARTS[metric] ?? []
  if (of === undefined || by === undefined || !metrics.includes(of) || !metrics.includes(by)) return null
  // The name stands before the metrics.
  return { kind: 'ratio', of: metrics.indexOf(of) + 1, by: metrics.indexOf(by) + 1 }
}

function groupChart(
  board: ReportedBoard,
  metric: BoardMetric,
  words: BoardWords,
  cell: BoardCell,
): ChartBlock[] {
  const { format, factor } = axisOf(metric)
  const known = board.channels
    .flatMap(({ channel, values }) => {
      const value = values[metric] ?? null
      return value === null ? [] : [{ name: groupName(channel, words), value }]
    })
    .toSorted((a, b) => b.value - a.value)
    .slice(0, MOST_SERIES)
  const [highest] = known
  if (highest === undefined || known.length < 2) return []
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

/** The metric by day, with what happened meanwhile below; the target of a ratio is a dashed line. */
export function trendBlocks({ board, words, cell }: BoardReportContext, metric: BoardMetric): ReportBlock[] {
  const { format, factor } = axisOf(metric)
  const scaled = (value: number | null) => (value === null ? null : value * factor)
  const known = new Map(board.daily.map((day) => [day.day, day.values[metric] ?? null]))
  const days = trendDays(board)
  const values = days.map((day) => scaled(known.get(day) ?? null))
  const mark = isRatioMetric(metric) ? board.total.marks.find((one) => one.metric === metric) : undefined
  const peak = board.daily
    .flatMap((day) => {
      const value = day.values[metric] ?? null
      return value === null ? [] : [{ day: day.day, value }]
    })
    .toSorted((a, b) => b.value - a.value)[0]
  if (peak === undefined) return [{ kind: 'paragraph', spans: [{ text: words.noFigures }] }]
  return [
    {
      kind: 'chart',
      chart: 'line',
      categories: days,
      series: [
        { name: words.metric[metric], values },
        ...(mark === undefined
          ? []
          : [
              {
                name: `${words.target} ${mark.text}`,
                values: values.map(() => scaled(mark.due)),
                role: 'target' as const,
              },
            ]),
      ],
      numberFormat: format,
      heightCm: 7,
      alternativeText: words.highest(peak.day, cell(metric, peak.value).text),
    },
    ...eventBlocks(board, words),
  ]
}

function eventBlocks({ events }: ReportedBoard, words: BoardWords): ReportBlock[] {
  if (events.length === 0) return []
  const { title, kind, columns } = words.events
  return [
    {
      kind: 'table',
      caption: title,
      columns: columns.map((column) => ({ title: column })),
      rows: events.map((event) => ({
        cells: [
          event.day,
          event.endDay,
          kind[event.kind],
          event.competitor,
          event.name,
          event.channel,
          event.source,
        ].map((text) => ({ text: text ?? NO_FIGURE })),
      })),
    },
  ]
}

/** Days down, groups across: a spreadsheet has more rows than columns. */
export function heatBlocks({ board, words, cell }: BoardReportContext, metric: BoardMetric): ReportBlock[] {
  const groups = board.channels.slice(0, MOST_SERIES).map(({ channel }) => channel)
  const values = new Map(
    board.channelDaily.map(({ day, channel, values: own }) => [`${day} ${channel}`, own[metric]]),
  )
  const totals = new Map(board.daily.map(({ day, values: all }) => [day, all[metric]]))
  const rest = board.channels.length - groups.length + board.omitted
  return [
    {
      kind: 'table',
      columns: [
        { title: words.day },
        ...groups.map((group): TableColumn => ({ title: groupName(group, words), align: 'right' })),
        { title: words.total, align: 'right' },
      ],
      rows: trendDays(board).map((day) => ({
        cells: [
          { text: day },
          ...groups.map((group) => cell(metric, values.get(`${day} ${group}`))),
          { ...cell(metric, totals.get(day)), bold: true },
        ],
      })),
      ...(rest > 0 ? { note: words.omitted(String(rest)) } : {}),
    },
  ]
}
