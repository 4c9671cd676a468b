import { type AdjustmentEffect, listAdjustmentEffects } from '@yingce/contracts/metrics/adjustment-effect'
import { metricText } from '@yingce/domain/alerting/rule-sentence'
import type { Entity } from '@yingce/domain/records/entities'
import { useQuery } from '@tanstack/react-query'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../api/call.ts'
import { currentLocale } from '../../i18n.ts'
import type { GridColumn, GridRow } from '../../ui/grid/grid-types.ts'

type Side = 'before' | 'after'

const monthDay = (date: string) => `${Number(date.slice(5, 7))}.${Number(date.slice(8))}`

/** "2.1% (6.3–6.9)"; null where nothing is measured. */
function sideText(effect: AdjustmentEffect | undefined, side: Side): string | null {
  const value = effect?.[side] ?? null
  const days = effect?.[`${side}Days`] ?? null
  if (effect === undefined || value === null || days === null) return null
  const text = metricText(value, effect.metric)
  const span = days.from === days.to ? monthDay(days.from) : `${monthDay(days.from)}–${monthDay(days.to)}`
  return `${currentLocale() === 'en' ? text.en : text.zh} (${span})`
}

/** Adds to the adjustment log what each entry did to its metric, behind the metric's column; other sheets stay as they are. */
export function useAdjustmentColumns(
  planId: string,
  entity: Entity,
): ((columns: GridColumn[]) => GridColumn[]) | undefined {
  const { t } = useTranslation('record')
  const isLog = entity === 'adjustment'
  const { data } = useQuery({
    queryKey: ['plan', planId, 'adjustment-effects'],
    queryFn: ({ signal }) => call(listAdjustmentEffects, { params: { planId }, signal }),
    enabled: isLog,
  })
  const refine = useCallback(
    (columns: GridColumn[]): GridColumn[] => {
      const effects = new Map((data?.items ?? []).map((effect) => [effect.recordId, effect]))
      const column = (side: Side): GridColumn => ({
        field: side,
        title: t(`derived.${side}`),
        kind: 'text',
        width: 150,
        align: 'right',
        readOnly: t('derived.effect'),
        hint: t('derived.effect'),
        derive: (row: GridRow) => sideText(effects.get(row.id), side),
      })
      return columns.flatMap((one) =>
        one.field === 'channel' ? [one, column('before'), column('after')] : [one],
      )
    },
    [data, t],
  )
  return isLog ? refine : undefined
}
