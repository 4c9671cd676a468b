import { REPORT_WORDS } from '../review/document/report-words.ts'
import type { ReportLocale } from '../review/document/report-input.ts'
import type { ReportBlock, ReportDocument } from '../review/report-document.ts'
import { boardCells } from './board-cells.ts'
import { gradeBlocks } from './board-report-grades.ts'
import { funnelBlocks } from './board-report-funnel.ts'
import { groupBlocks, heatBlocks, tileBlocks, trendBlocks } from './board-report-blocks.ts'
import { BOARD_WORDS, type BoardWords } from './board-words.ts'
import type { NamedDoubleCount } from '../metrics/double-count-text.ts'
import { doubleCountNotes } from './double-count-notes.ts'
import { setAsideNotes } from './set-aside-notes.ts'
import type { ReportedBlock, ReportedBoard } from './reported-board.ts'

export interface BoardReportFrame {
  readonly locale: ReportLocale
  /** The board as a whole, for title, period and source. */
  readonly board: ReportedBoard
  /** Names of the sources that the figures come from; null: filled in by hand. */
  readonly sources: readonly (string | null)[]
  /** What two sources report of the period, as far as nobody has said which one counts. */
  readonly doubleCounts: readonly NamedDoubleCount[]
}

/**
 * A channel board as a document (M5): each block a section, its charts with the figures that they draw as
 * tables, and a last line that says where the figures come from. A block of a metric that the board does
 * not show is left out.
 */
export function boardReport(blocks: readonly ReportedBlock[], frame: BoardReportFrame): ReportDocument {
  const { locale, board, sources, doubleCounts } = frame
  const words = BOARD_WORDS[locale]
  const sourceNames = [...new Set(sources.map((name) => name ?? words.byHand))].join(words.comma)
  const { between, asOf } = REPORT_WORDS[locale].facts
  return {
    language: locale,
    title: words.title,
    subtitle: board.planName,
    orientation: 'landscape',
    facts: [
      ...(board.period === null
        ? []
        : [{ label: words.period, value: between(board.period.from, board.period.to) }]),
      ...(board.comparedTo === null
        ? []
        : [{ label: words.compared, value: between(board.comparedTo.from, board.comparedTo.to) }]),
      { label: asOf, value: board.today },
      { label: words.from, value: sourceNames },
    ],
    runningHeader: `${board.planName} · ${words.title}`,
    runningFooter: words.source(sourceNames, board.period?.from ?? '—', board.period?.to ?? '—', board.today),
    blocks: [
      ...blocks.flatMap((one) => sectionOf(one, board, words, locale)),
      ...setAsideNotes(board.setAside, board.currency, locale),
      ...doubleCountNotes(doubleCounts, locale),
    ],
  }
}

function sectionOf(
  { block, board }: ReportedBlock,
  whole: ReportedBoard,
  words: BoardWords,
  locale: ReportLocale,
): ReportBlock[] {
  const { kind, metric } = block
  const isMetricKind = kind === 'trend' || kind === 'heat'
  if (isMetricKind && !board.metrics.includes(metric)) return []
  const heading: ReportBlock = {
    kind: 'heading',
    level: 1,
    text: words.block[kind](words.dimension[board.dimension], words.metric[metric]),
  }
  const isOwnPeriod = board.period !== null && board.period.from !== whole.period?.from
  const period: ReportBlock[] =
    board.period !== null && (isOwnPeriod || board.period.to !== whole.period?.to)
      ? [
          {
            kind: 'paragraph',
            spans: [{ text: REPORT_WORDS[locale].facts.between(board.period.from, board.period.to) }],
          },
        ]
      : []
  if (board.channels.length === 0)
    return [heading, ...period, { kind: 'paragraph', spans: [{ text: words.noFigures }] }]
  return [heading, ...period, ...blocksOf({ block, board }, words, locale)]
}

function blocksOf({ block, board }: ReportedBlock, words: BoardWords, locale: ReportLocale): ReportBlock[] {
  const context = { board, words, locale, cell: boardCells(board.currency, locale) }
  switch (block.kind) {
    case 'tiles':
      return tileBlocks(context)
    case 'groups':
      return groupBlocks(context)
    case 'trend':
      return trendBlocks(context, block.metric)
    case 'heat':
      return heatBlocks(context, block.metric)
    case 'funnel':
      return funnelBlocks(context)
    case 'grades':
      return gradeBlocks(context)
  }
}
