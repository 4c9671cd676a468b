import type { exportPeriodBoard } from '@yingce/contracts/board/period-board'
import type { QueryOf } from '@yingce/contracts/route'
import { DEFAULT_PERIOD_BLOCKS } from '@yingce/domain/board/period-layout'
import { periodReport } from '@yingce/domain/board/period-report'
import type { ReportDocument } from '@yingce/domain/review/report-document'
import type { Scope } from '../../db/scope.ts'
import { readSourceNames } from '../board/board-facts.read.ts'
import { readPeriodLayouts } from '../board/board-layout.read.ts'
import { readPeriodBoard } from '../board/period-board.read.ts'
import { readBoardDoubleCounts } from '../metrics/calibration/double-counts.read.ts'

/**
 * The quarterly or annual board as it is arranged for whoever asks.
 *
 * @throws Refusal `invalid_request` for a year that has none before or after it
 */
export async function makePeriodReport(
  scope: Scope,
  { locale, period, currency }: QueryOf<typeof exportPeriodBoard>,
  { today, workspaceName }: { readonly today: string; readonly workspaceName: string },
): Promise<ReportDocument> {
  const board = await readPeriodBoard(scope, { period, currency }, today)
  const { own, shared } = await readPeriodLayouts(scope)
  return periodReport(own ?? shared ?? DEFAULT_PERIOD_BLOCKS, board, {
    locale,
    workspaceName,
    sources: await readSourceNames(scope, null, board.period),
    doubleCounts: await readBoardDoubleCounts(scope, { planId: null, ...board }),
  })
}
