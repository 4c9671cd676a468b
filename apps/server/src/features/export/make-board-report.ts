import type { exportChannelBoard } from '@yingce/contracts/board/channel-board'
import type { QueryOf } from '@yingce/contracts/route'
import { type BoardBlock, blockDays, DEFAULT_BLOCKS } from '@yingce/domain/board/board-layout'
import { boardReport } from '@yingce/domain/board/board-report'
import type { ReportDocument } from '@yingce/domain/review/report-document'
import type { Scope } from '../../db/scope.ts'
import { readSourceNames } from '../board/board-facts.read.ts'
import { readBoardLayouts } from '../board/board-layout.read.ts'
import { readChannelBoard } from '../board/channel-board.read.ts'
import { readBoardDoubleCounts } from '../metrics/calibration/double-counts.read.ts'

/**
 * The channel board as it is arranged for whoever asks; each period and dimension is computed once.
 *
 * @param asked period of the board, and the only block that is wanted, where it is one
 * @throws Refusal `not_found`; `invalid_request` for a period with one end or one that ends before it starts
 */
export async function makeBoardReport(
  scope: Scope,
  planId: string,
  { locale, from, to, kind, metric, by, days }: QueryOf<typeof exportChannelBoard>,
  today: string,
): Promise<ReportDocument> {
  const reader = { today, isMoneyShown: true }
  const asked = { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) }
  const whole = await readChannelBoard(scope, planId, { ...asked, by: 'channel' }, reader)
  const { own, shared } = await readBoardLayouts(scope, planId)
  const blocks: readonly BoardBlock[] =
    kind === undefined
      ? (own ?? shared ?? DEFAULT_BLOCKS)
      : [{ kind, width: 'full', metric, dimension: by, period: days }]
  const boards = new Map([['channel board', whole]])
  const reported = []
  for (const one of blocks) {
    const key = `${one.dimension} ${one.period}`
    const board =
      boards.get(key) ??
      (await readChannelBoard(
        scope,
        planId,
        { ...(blockDays(one.period, today) ?? asked), by: one.dimension },
        reader,
      ))
    boards.set(key, board)
    reported.push({ block: one, board })
  }
  return boardReport(reported, {
    locale,
    board: whole,
    sources: await readSourceNames(scope, planId, whole.period),
    doubleCounts: await readBoardDoubleCounts(scope, { planId, ...whole }),
  })
}
