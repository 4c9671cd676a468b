import { type BoardFormat, type BoardPeriod, exportChannelBoard } from '@yingce/contracts/board/channel-board'
import { exportPeriodBoard } from '@yingce/contracts/board/period-board'
import type { BoardBlock } from '@yingce/domain/board/board-layout'
import { currentLocale } from '../../i18n.ts'

/** Address of the board's file in the reader's language, or of one block of it. */
export function boardFile(
  planId: string,
  format: BoardFormat,
  { from, to }: BoardPeriod,
  block?: BoardBlock,
): string {
  const query = new URLSearchParams({
    format,
    locale: currentLocale(),
    ...(from === undefined || to === undefined ? {} : { from, to }),
    ...(block === undefined
      ? {}
      : { kind: block.kind, metric: block.metric, by: block.dimension, days: block.period }),
  })
  return `${exportChannelBoard.path.replace('{planId}', planId)}?${query.toString()}`
}

/** Address of the quarterly or annual board's file in the reader's language. */
export function periodBoardFile(
  format: BoardFormat,
  asked: { readonly period: string; readonly currency: string },
): string {
  const query = new URLSearchParams({ format, locale: currentLocale(), ...asked })
  return `${exportPeriodBoard.path}?${query.toString()}`
}
