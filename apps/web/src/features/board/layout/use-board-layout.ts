import {
  getBoardLayout,
  getPeriodLayout,
  saveOwnBoardLayout,
  saveOwnPeriodLayout,
  saveSharedBoardLayout,
  saveSharedPeriodLayout,
} from '@yingce/contracts/board/board-layout'
import { type BoardBlock, DEFAULT_BLOCKS } from '@yingce/domain/board/board-layout'
import { DEFAULT_PERIOD_BLOCKS, type PeriodBlock } from '@yingce/domain/board/period-layout'
import { call } from '../../../api/call.ts'
import { useLayouts } from './use-layouts.ts'

/** The arrangement of a plan's channel board. */
export function useBoardLayout(planId: string) {
  return useLayouts<BoardBlock>({
    key: ['plan', planId, 'board-layout'],
    load: (signal) => call(getBoardLayout, { params: { planId }, signal }),
    save: ({ isShared, ...body }) =>
      call(isShared ? saveSharedBoardLayout : saveOwnBoardLayout, { params: { planId }, body }),
    fallback: DEFAULT_BLOCKS,
  })
}

/** The arrangement of the board over all plans. */
export function usePeriodLayout() {
  return useLayouts<PeriodBlock>({
    key: ['period-layout'],
    load: (signal) => call(getPeriodLayout, { signal }),
    save: ({ isShared, ...body }) => call(isShared ? saveSharedPeriodLayout : saveOwnPeriodLayout, { body }),
    fallback: DEFAULT_PERIOD_BLOCKS,
  })
}
