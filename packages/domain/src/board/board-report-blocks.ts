import { quantityText } from '../quantity/quantity-text.ts'
import type { ReportLocale } from '../review/document/report-input.ts'
import { NO_FIGURE } from '../review/document/report-format.ts'
import type { ChartEvent, ReportBlock, TableColumn } from '../review/report-document.ts'
import { areGroupsComplete } from './are-groups-complete.ts'
import { axisOf, type BoardCell } from './board-cells.ts'
import { type BoardMetric, isRatioMetric } from './board-metric.ts'
import {
  figureChart,
  type FigureContext,
  figureTable,
  keyFigures,
  MOST_SERIES,
} from './board-report-figures.ts'
import type { BoardWords } from './board-words.ts'
import type { ReportedBoard } from './reported-board.ts'
import { trendDays } from './trend-days.ts'

export interface BoardReportContext {
  readonly board: ReportedBoard
  readonly words: BoardWords
  readonly locale: ReportLocale
  readonly cell: BoardCell
}

export const groupName = (name: string, words: BoardWords): string => (name === '' ? words.none : name)

export function tileBlocks(context: BoardReportContext): ReportBlock[] {
  return [keyFigures(figuresOf(context), context.board.total)]
}

/** One row a group, and the first of cost, conversions and impressions that two groups know as bars. */
export function groupBlocks(context: BoardReportContext): ReportBlock[] {
  const { board, words } = context
  const isComplete = areGroupsComplete(board)
  const notes = [
    ...(board.omitted > 0 ? [words.omitted(String(board.omitted))] : []),
    ...(isComplete || board.omitted > 0 ? [] : [words.partial(words.dimension[board.dimension])]),
    words.ratioNote,
  ]
  const rows = board.channels.map((row) => ({ ...row, name: groupName(row.channel, words) }))
  return [
    figureTable(figuresOf(context), {
      head: words.dimension[board.dimension],
      rows,
      total: board.total,
      isComplete,
      note: notes.join(words.stop),
    }),
    ...figureChart(figuresOf(context), rows),
  ]
}

const figuresOf = ({ board, ...rest }: BoardReportContext): FigureContext => ({
  ...rest,
  metrics: board.metrics,
})

/** The metric by day, with what happened meanwhile below; the target of a ratio is a dashed line. */
export function trendBlocks(
  { board, words, locale, cell }: BoardReportContext,
  metric: BoardMetric,
): ReportBlock[] {
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
                name: `${words.target} ${quantityText(mark.text, locale)}`,
                values: values.map(() => scaled(mark.due)),
                role: 'target' as const,
              },
            ]),
      ],
      numberFormat: format,
      heightCm: 7,
      events: chartEvents(board.events, days, words),
      alternativeText: words.highest(peak.day, cell(metric, peak.value).text),
    },
    ...eventBlocks(board, words),
  ]
}

/** The events that touch the days, as marks of the axis; what began before or ends after is cut at its ends. */
function chartEvents(
  events: ReportedBoard['events'],
  days: readonly string[],
  { events: { mark, kind: names } }: BoardWords,
): ChartEvent[] {
  const [first, last] = [days[0] ?? '', days.at(-1) ?? '']
  const at = (day: string): number => days.indexOf(day < first ? first : day > last ? last : day)
  return events
    .filter(({ day, endDay }) => day <= last && (endDay ?? day) >= first)
    .map(({ kind, day, endDay, competitor, name }) => ({
      kind,
      kindName: names[kind],
      from: at(day),
      to: endDay === null ? null : at(endDay),
      label: mark(kind, competitor, name),
    }))
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
