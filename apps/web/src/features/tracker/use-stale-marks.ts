import { listStaleCells } from '@yingce/contracts/my-day/my-day'
import { DAILY_FIELDS } from '@yingce/domain/my-day/stale-fields'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../api/call.ts'
import type { CellMark } from '../../ui/grid/grid-types.ts'
import type { CellMarks } from '../record/grid-rows.ts'

const NONE: readonly never[] = []

/** Cells of running tasks that are older than their rhythm, marked with their age (X1). */
export function useStaleMarks(planId: string): ReadonlyMap<string, CellMarks> {
  const { t } = useTranslation('day')
  const { data } = useQuery({
    queryKey: ['plan', planId, 'stale-cells'],
    queryFn: ({ signal }) => call(listStaleCells, { params: { planId }, signal }),
  })
  const items = data?.items ?? NONE
  return useMemo(
    () =>
      new Map(
        items.map(({ taskId, fields }) => [
          taskId,
          Object.fromEntries(
            fields.map(({ field, days }): [string, CellMark] => [
              field,
              {
                kind: 'stale',
                text: t((DAILY_FIELDS as readonly string[]).includes(field) ? 'staleWorkdays' : 'staleDays', {
                  count: days,
                }),
              },
            ]),
          ),
        ]),
      ),
    [items, t],
  )
}
