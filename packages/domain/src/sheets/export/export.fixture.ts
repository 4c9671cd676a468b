import type { Entity } from '../../records/entities.ts'
import type { PlanDraft } from '../../plan/plan-draft.ts'
import { compareRows, type RowComparison } from '../compare-rows.ts'
import { type ExistingRecord, matchRows } from '../match-rows.ts'
import { recognizeWorkbook } from '../recognize-workbook.ts'
import type { SourceWorkbook } from '../workbook.ts'
import { exportedReadings } from './exported-readings.ts'
import type { DocumentLocale, ExportRecord, PlanExport } from './plan-export.ts'

/** A drafted plan as if it had been stored: keys become ids. */
export function exportOfDraft(draft: PlanDraft): PlanExport {
  const idOf = (entity: string, key: string): string => `${entity}/${key}`
  const records: { [E in Entity]?: ExportRecord[] } = {}
  for (const [entity, drafts] of Object.entries(draft.records)) {
    records[entity as Entity] = drafts.map(({ key, values }) => {
      const own: Record<string, string | number | boolean | null> = { ...values }
      if (typeof own['phaseId'] === 'string') own['phaseId'] = idOf('phase', own['phaseId'])
      return { id: idOf(entity, key), version: 1, values: own, unread: {} }
    })
  }
  return planExportOf(draft.name, { from: draft.startDate, to: draft.endDate }, records)
}

export function planExportOf(
  name: string,
  period: { readonly from: string; readonly to: string } | null,
  records: PlanExport['records'],
): PlanExport {
  return {
    plan: {
      id: 'plan-1',
      name,
      periodStart: period?.from ?? null,
      periodEnd: period?.to ?? null,
      currency: 'CNY',
    },
    phases: (records.phase ?? []).map(({ id, values }) => ({
      id,
      name: String(values['name']),
      startDate: (values['startDate'] as string | null) ?? null,
      endDate: (values['endDate'] as string | null) ?? null,
    })),
    records,
  }
}

/** What bringing a workbook back into the plan would do, as the server asks it. */
export function comeBack(
  exported: PlanExport,
  returned: SourceWorkbook,
  now: PlanExport = exported,
  locale: DocumentLocale = 'zh-CN',
): readonly RowComparison[] {
  const reading = recognizeWorkbook(returned)
  const incoming = reading.tables.filter(({ isSelected }) => isSelected).flatMap(({ records }) => records)
  const readings = exportedReadings(exported, locale)
  const existingOf = ({ phases, records }: PlanExport): ExistingRecord[] => {
    const names = new Map(phases.map(({ id, name }) => [id, name]))
    return (Object.entries(records) as [Entity, readonly ExportRecord[]][]).flatMap(([entity, own]) =>
      own.map(({ id, values, unread }) => ({
        id,
        entity,
        values,
        unread,
        phaseName: names.get(String(values['phaseId'] ?? '')) ?? null,
      })),
    )
  }
  const before = new Map(existingOf(exported).map((record) => [record.id, record]))
  const entities = new Set(incoming.map(({ entity }) => entity))
  return [...entities].flatMap((entity) =>
    compareRows(
      matchRows(
        existingOf(now).filter((record) => record.entity === entity),
        incoming.filter((record) => record.entity === entity),
      ),
      (id) => {
        const record = before.get(id)
        const read = readings.get(id)
        return record === undefined
          ? null
          : {
              values: record.values,
              phaseName: record.phaseName,
              ...(read === undefined ? {} : { reading: read }),
            }
      },
    ),
  )
}

/** How many rows of each state, without those that are none. */
export function countStates(rows: readonly RowComparison[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const { state } of rows) counts[state] = (counts[state] ?? 0) + 1
  return counts
}
