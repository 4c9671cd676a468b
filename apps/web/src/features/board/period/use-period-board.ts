import { getPeriodBoard } from '@yingce/contracts/board/period-board'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { call } from '../../../api/call.ts'

export interface AskedPeriod {
  /** `2026-Q2` or `2026`; absent: this quarter. */
  period?: string
  currency?: string
}

/** The board over all plans; changes of any plan make it stale. */
export function usePeriodBoard(asked: AskedPeriod, refreshMillis?: number) {
  return useQuery({
    queryKey: ['plans', 'period-board', asked],
    queryFn: ({ signal }) => call(getPeriodBoard, { query: asked, signal }),
    placeholderData: keepPreviousData,
    ...(refreshMillis === undefined ? {} : { refetchInterval: refreshMillis }),
  })
}
