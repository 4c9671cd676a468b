import { type BoardMetric, type BoardValues, isRatioMetric } from '../../board/board-metric.ts'
import { boardCells } from '../../board/board-cells.ts'
import { type BoardDays, type BoardTarget, markOf, type TargetMark } from '../../board/board-target.ts'
import { BOARD_WORDS } from '../../board/board-words.ts'
import type { ReportBlock, TableRow } from '../report-document.ts'
import { cells, type ReportContext } from './report-context.ts'
import { MOST_SHOWN, STATUS_TONES } from './target-section.ts'
import { WEEKLY_WORDS } from './weekly-words.ts'

/** A target that facts measure, held against what its channel, or all together, did in the week. */
export interface WeekTarget extends TargetMark {
  /** null: all channels together. */
  readonly channel: string | null
  /** Of the week, as the metric's unit: fen, shares 0–1. */
  readonly actual: number | null
  /** From the target's first day to the end of the week. */
  readonly toDate: number | null
}

/**
 * Attainment of one week (X5): of a sum the week's against the part of the target that is due in it, of a ratio the
 * week's own against the target. A target that the week does not meet, or of which nothing is due yet, is left out.
 *
 * @param week figures of the week, by channel; null: all together
 * @param toDate the target's figure up to the end of the week
 */
export function weekTargets(
  targets: readonly BoardTarget[],
  week: ReadonlyMap<string | null, BoardValues>,
  toDate: (target: BoardTarget) => number | null,
  days: BoardDays,
): WeekTarget[] {
  return targets.flatMap((target) => {
    const actual = week.get(target.channel)?.[target.metric] ?? null
    const mark = markOf(target, actual, days)
    if (mark === null || mark.status === 'not_started') return []
    return [{ ...mark, channel: target.channel, actual, toDate: toDate(target) }]
  })
}

/** Target, what is due of it in the week, what the week did, and the figure to date. */
export function weekTargetTable(targets: readonly WeekTarget[], context: ReportContext): ReportBlock[] {
  if (targets.length === 0) return []
  const { board, locale, words, format } = context
  const say = WEEKLY_WORDS[locale].weekTargets
  const cell = boardCells(board.money.currency, locale)
  // Nobody counts a fraction of what is due of a sum.
  const rounded = (metric: BoardMetric, due: number): number =>
    isRatioMetric(metric) ? due : Math.round(due)
  const columns = [
    context.column('metric', 'left', 4),
    context.column('target', 'left', 3.4),
    { title: say.due, align: 'right' as const, weight: 3 },
    { title: say.actual, align: 'right' as const, weight: 3 },
    context.column('attainment', 'right', 2.4),
    context.column('status', 'center', 2.2),
    { title: say.toDate, align: 'right' as const, weight: 3 },
  ]
  const rows = targets.map(
    ({ metric, channel, text, due, actual, attainment, status, toDate }): TableRow => ({
      cells: cells(
        channel === null
          ? BOARD_WORDS[locale].metric[metric]
          : `${channel} · ${BOARD_WORDS[locale].metric[metric]}`,
        format.quantity(text, null),
        cell(metric, rounded(metric, due)),
        cell(metric, actual),
        format.cell.percent(attainment === null ? null : Math.min(attainment, MOST_SHOWN)),
        { text: words.status[status], tone: STATUS_TONES[status], bold: status === 'missed' },
        cell(metric, toDate),
      ),
    }),
  )
  return [context.table(say.caption, columns, rows, say.note)]
}
