import { listKpiBindings } from '@yingce/contracts/assignment/kpi-binding'
import { BOUND_FIELDS, type BoundEntity } from '@yingce/domain/assignment/bound-field'
import type { Entity } from '@yingce/domain/records/entities'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../../api/call.ts'
import type { CellMark } from '../../../ui/grid/grid-types.ts'
import { metricName } from '../../metrics/metric-name.ts'
import type { CellMarks } from '../grid-rows.ts'

const NONE: readonly never[] = []

/** The entity as one of those with a field that may be bound to a metric; null: it has none. */
export function asBoundEntity(entity: Entity): BoundEntity | null {
  return entity in BOUND_FIELDS ? (entity as BoundEntity) : null
}

/** Bindings of a plan's reached values; of entities that have none nothing is asked. */
export function useKpiBindings(planId: string, isAsked = true) {
  return useQuery({
    queryKey: ['plan', planId, 'kpi-bindings'],
    queryFn: ({ signal }) => call(listKpiBindings, { params: { planId }, signal }),
    enabled: isAsked,
  })
}

/** Adds to the marks which reached values are computed from a metric: locked until they are unbound (X11). */
export function useBoundMarks(
  planId: string,
  entity: Entity,
  others: ReadonlyMap<string, CellMarks> | undefined,
): ReadonlyMap<string, CellMarks> | undefined {
  const { t } = useTranslation('binding')
  const bound = asBoundEntity(entity)
  const { data } = useKpiBindings(planId, bound !== null)
  const items = data?.items ?? NONE
  return useMemo(() => {
    const own = items.filter((item) => item.entity === bound)
    if (bound === null || own.length === 0) return others
    const marks = new Map(others)
    for (const { recordId, metric, text } of own) {
      const mark: CellMark = {
        kind: 'computed',
        text: t(text === null ? 'markEmpty' : 'mark', { metric: metricName(metric) }),
        locked: true,
      }
      marks.set(recordId, { ...marks.get(recordId), [BOUND_FIELDS[bound]]: mark })
    }
    return marks
  }, [items, bound, others, t])
}
