import { NO_FIGURE } from '../review/document/report-format.ts'
import type { ReportLocale } from '../review/document/report-input.ts'
import { REPORT_WORDS } from '../review/document/report-words.ts'
import type { ReportBlock, ReportDocument } from '../review/report-document.ts'
import { boardCells } from './board-cells.ts'
import type { BoardMetric, BoardValues } from './board-metric.ts'
import { type FigureContext, figureChart, figureTable, keyFigures } from './board-report-figures.ts'
import type { BoardSpan } from './board-span.ts'
import type { TargetMark } from './board-target.ts'
import { BOARD_WORDS } from './board-words.ts'
import type { PeriodBlock } from './period-layout.ts'
import { PERIOD_WORDS } from './period-words.ts'
import type { NamedDoubleCount } from '../metrics/double-count-text.ts'
import { doubleCountNotes } from './double-count-notes.ts'
import { type ReportedSetAside, setAsideNotes } from './set-aside-notes.ts'
import type { TargetTotal } from './target-roll-up.ts'

/** What a document needs of the board over all plans; amounts in fen, ratios 0–1. */
export interface ReportedPeriodBoard {
  readonly period: BoardSpan
  /** Name of the quarter or year before. */
  readonly previous: string
  readonly today: string
  readonly currency: string
  readonly metrics: readonly BoardMetric[]
  readonly total: { readonly values: BoardValues; readonly previous: BoardValues | null }
  readonly targets: readonly TargetTotal[]
  readonly plans: readonly {
    /** Null: facts of no plan. */
    readonly planId: string | null
    readonly name: string
    readonly values: BoardValues
    readonly marks: readonly TargetMark[]
  }[]
  readonly channels: readonly { readonly channel: string; readonly values: BoardValues }[]
  readonly setAside: readonly ReportedSetAside[]
}

export interface PeriodReportFrame {
  readonly locale: ReportLocale
  readonly workspaceName: string
  /** Names of the sources that the figures come from; null: filled in by hand. */
  readonly sources: readonly (string | null)[]
  /** What two sources report of the period, as far as nobody has said which one counts. */
  readonly doubleCounts: readonly NamedDoubleCount[]
}

/**
 * The quarterly or annual board as a document (M5): a section for each block of the arrangement, tables
 * whose totals a spreadsheet calculates, plans and channels also as charts.
 */
export function periodReport(
  blocks: readonly PeriodBlock[],
  board: ReportedPeriodBoard,
  { locale, workspaceName, sources, doubleCounts }: PeriodReportFrame,
): ReportDocument {
  const words = BOARD_WORDS[locale]
  const own = PERIOD_WORDS[locale]
  const { from, to, kind, name } = board.period
  const { between, asOf } = REPORT_WORDS[locale].facts
  const sourceNames = [...new Set(sources.map((source) => source ?? words.byHand))].join(words.comma)
  const title = own.title[kind]
  return {
    language: locale,
    title,
    subtitle: `${name} · ${workspaceName}`,
    orientation: 'landscape',
    facts: [
      { label: words.period, value: between(from, to) },
      { label: words.compared, value: board.previous },
      { label: own.currency, value: board.currency },
      { label: asOf, value: board.today },
      { label: words.from, value: sourceNames === '' ? NO_FIGURE : sourceNames },
    ],
    runningHeader: `${workspaceName} · ${title} ${name}`,
    runningFooter: words.source(sourceNames, from, to, board.today),
    blocks: [
      ...blocks.flatMap((block) => sectionOf(block, board, locale)),
      ...setAsideNotes(board.setAside, board.currency, locale),
      ...doubleCountNotes(doubleCounts, locale),
    ],
  }
}

function sectionOf({ kind }: PeriodBlock, board: ReportedPeriodBoard, locale: ReportLocale): ReportBlock[] {
  const words = BOARD_WORDS[locale]
  const own = PERIOD_WORDS[locale]
  const context = { metrics: board.metrics, words, locale, cell: boardCells(board.currency, locale) }
  const heading: ReportBlock = { kind: 'heading', level: 1, text: own.block[kind] }
  const nothing: ReportBlock = { kind: 'paragraph', spans: [{ text: own.nothing[kind] }] }
  switch (kind) {
    case 'tiles':
      return [heading, keyFigures(context, { ...board.total, marks: [] })]
    case 'targets':
      return [heading, board.targets.length === 0 ? nothing : targetTable(context, board)]
    case 'plans': {
      const rows = board.plans.map(({ planId, name, values, marks }) => ({
        name: planId === null ? own.unassigned : name,
        values,
        marks,
        meanLikes: null,
      }))
      return [heading, ...(rows.length === 0 ? [nothing] : rowBlocks(context, own.plan, rows, board))]
    }
    case 'channels': {
      const rows = board.channels.map(({ channel, values }) => ({
        name: channel === '' ? words.none : channel,
        values,
        marks: null,
        meanLikes: null,
      }))
      return [
        heading,
        ...(rows.length === 0 ? [nothing] : rowBlocks(context, words.dimension.channel, rows, board)),
      ]
    }
  }
}

/** Every fact has a plan or none, and a channel or none, and those have rows of their own: all add up. */
function rowBlocks(
  context: FigureContext,
  head: string,
  rows: Parameters<typeof figureTable>[1]['rows'],
  { total }: ReportedPeriodBoard,
): ReportBlock[] {
  const table = figureTable(context, {
    head,
    rows,
    total: { values: total.values, marks: null },
    isComplete: true,
    note: context.words.ratioNote,
  })
  return [table, ...figureChart(context, rows)]
}

function targetTable({ words, locale, cell }: FigureContext, { targets }: ReportedPeriodBoard): ReportBlock {
  const own = PERIOD_WORDS[locale]
  const { status } = REPORT_WORDS[locale]
  const [metric, state, ...figures] = own.targetColumns
  return {
    kind: 'table',
    columns: [
      { title: metric },
      { title: state },
      ...figures.map((title) => ({ title, align: 'right' as const })),
    ],
    rows: targets.map((target) => {
      const show = (value: number | null) => cell(target.metric, value === null ? null : Math.round(value))
      const whole = show(target.whole)
      return {
        cells: [
          { text: words.metric[target.metric] },
          { text: status[target.status] },
          { ...whole, text: `${target.isCeiling ? '≤' : '≥'} ${whole.text}` },
          show(target.due),
          show(target.actual),
          target.attainment === null
            ? { text: NO_FIGURE }
            : {
                text: `${(target.attainment * 100).toFixed(1)}%`,
                number: { value: target.attainment, format: '0.0%' },
              },
          cell('conversions', target.plans),
        ],
      }
    }),
    note: own.targetsNote,
  }
}
