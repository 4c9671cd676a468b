import type { BoardPeriod, ChannelBoard } from '@yingce/contracts/board/channel-board'
import type { BoardDimension } from '@yingce/domain/board/board-layout'

/** Where the figures of a board come from: signed in, or by a link. */
export interface BoardSource {
  /** Of the cache; figures of different sources never meet. */
  readonly key: readonly unknown[]
  readonly load: (
    question: BoardPeriod & { by: BoardDimension },
    signal: AbortSignal,
  ) => Promise<ChannelBoard>
  /** Of which pictures can be taken; null: by a link none. */
  readonly planId: string | null
}
