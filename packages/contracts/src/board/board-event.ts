import { BOARD_EVENT_KINDS } from '@yingce/domain/board/board-event'
import { z } from 'zod'
import { LocalDate } from '../common.ts'

/** What is marked on a trend: an adjustment of the plan, or what a competitor did. */
export const BoardEvent = z.object({
  kind: z.enum(BOARD_EVENT_KINDS),
  day: LocalDate,
  /** Last day of what lasts longer than one; it may lie outside of the board's days, as may `day`. */
  endDay: LocalDate.nullable(),
  name: z.string(),
  competitor: z.string().nullable(),
  /** Null: all channels. */
  channel: z.string().nullable(),
  /** Where it was seen, as written. */
  source: z.string().nullable(),
})
export type BoardEvent = z.infer<typeof BoardEvent>
