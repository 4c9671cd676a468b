import type { LocalDate } from '../calendar/local-date.ts'
import type { RecordValues } from '../records/entities.ts'

/** Own changes 策略调整, and what competitors did 竞品动态. */
export const BOARD_EVENT_KINDS = ['adjustment', 'competitor'] as const

/** What is marked on the trends of a plan. */
export interface BoardEvent {
  readonly kind: (typeof BOARD_EVENT_KINDS)[number]
  readonly day: LocalDate
  /** Last day of what lasts longer than one. */
  readonly endDay: LocalDate | null
  readonly name: string
  /** Who did it; null for own changes and where it is not said. */
  readonly competitor: string | null
  /** Null: all channels. */
  readonly channel: string | null
  readonly source: string | null
}

/**
 * Adjustments and competitor events that touch the days, by day. One without a date is on no trend; an
 * end on or before the start says nothing and is left out.
 */
export function boardEvents(
  adjustments: readonly Pick<RecordValues<'adjustment'>, 'changedOn' | 'name' | 'channel'>[],
  competitors: readonly Omit<RecordValues<'competitor_event'>, 'move' | 'remark'>[],
  days: { readonly from: LocalDate; readonly to: LocalDate },
): BoardEvent[] {
  const own = adjustments.flatMap(({ changedOn: day, name, channel }): BoardEvent[] =>
    day === null
      ? []
      : [{ kind: 'adjustment', day, endDay: null, name, competitor: null, channel, source: null }],
  )
  const theirs = competitors.flatMap(
    ({ startDate: day, endDate, name, competitor, channel, source }): BoardEvent[] =>
      day === null
        ? []
        : [
            {
              kind: 'competitor',
              day,
              endDay: endDate !== null && endDate > day ? endDate : null,
              name,
              competitor,
              channel,
              source,
            },
          ],
  )
  return [...own, ...theirs]
    .filter(({ day, endDay }) => day <= days.to && (endDay ?? day) >= days.from)
    .toSorted((a, b) => a.day.localeCompare(b.day))
}
