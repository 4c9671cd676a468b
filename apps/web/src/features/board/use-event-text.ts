import type { BoardEvent } from '@yingce/contracts/board/board-event'
import { useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { TrendEvent } from '../../ui/charts/trend-option.ts'

/** "竞品 · 甲：降价": which kind it is, who, and what. */
export function useEventText(): (event: BoardEvent) => string {
  const { t } = useTranslation('boards')
  return useCallback(
    ({ kind, competitor, name }) =>
      competitor === null
        ? t(`event.${kind}`, { name })
        : t('event.of', { what: t(`event.${kind}`, { name: competitor }), name }),
    [t],
  )
}

/** The events as a chart marks them. */
export function useTrendEvents(events: readonly BoardEvent[]): TrendEvent[] {
  const textOf = useEventText()
  return useMemo(
    () =>
      events.map((event) => ({
        kind: event.kind,
        day: event.day,
        endDay: event.endDay,
        label: textOf(event),
      })),
    [events, textOf],
  )
}
