import { isOwnMetric } from '@yingce/domain/metrics/own-metric'
import type { Entity } from '@yingce/domain/records/entities'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { GridColumn } from '../../ui/grid/grid-types.ts'
import { useOwnMetricNames } from '../metrics/use-own-metric-names.ts'

/** Name of a field in the reader's language; null: an own metric that means nothing in this workspace. */
export function useFieldName(entity: Entity): (field: string) => string | null {
  const { t } = useTranslation('fields')
  const names = useOwnMetricNames()
  return useCallback(
    (field: string) =>
      isOwnMetric(field)
        ? (names.get(field) ?? null)
        : t(`fields:${entity}.${field}`, { defaultValue: field }),
    [entity, names, t],
  )
}

/** Daily data: of the workspace's own metrics those that have a name, under it; other sheets stay as they are. */
export function useOwnMetricColumns(entity: Entity): ((columns: GridColumn[]) => GridColumn[]) | undefined {
  const names = useOwnMetricNames()
  const refine = useCallback(
    (columns: GridColumn[]): GridColumn[] =>
      columns.flatMap((column) => {
        if (!isOwnMetric(column.field)) return [column]
        const title = names.get(column.field)
        return title === undefined ? [] : [{ ...column, title }]
      }),
    [names],
  )
  return entity === 'metric_fact' ? refine : undefined
}
