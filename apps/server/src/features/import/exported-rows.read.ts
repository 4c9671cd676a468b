import type { ExportedRecord } from '@yingce/domain/sheets/compare-rows'
import type { ExportMark } from '@yingce/domain/sheets/export-marks'
import { exportedReadings } from '@yingce/domain/sheets/export/exported-readings'
import type { ExistingRecord } from '@yingce/domain/sheets/match-rows'
import type { Scope } from '../../db/scope.ts'
import { readExportHead } from '../export/plan-export.read.ts'

/**
 * Records as they were at the export, with what their rows said there.
 *
 * @param base records of one entity with their values at the export
 * @param mark of the returning workbook; null when its hidden sheet is lost
 */
export async function readExportedRows(
  scope: Scope,
  planId: string,
  base: readonly (ExistingRecord & { readonly version: number })[],
  mark: ExportMark | null,
): Promise<ReadonlyMap<string, ExportedRecord>> {
  const head = await readExportHead(scope, planId)
  // A phase may be renamed after the export: then its name of that time counts.
  const phases = head.phases.map((phase) => ({ ...phase, name: mark?.phaseNames?.[phase.id] ?? phase.name }))
  const phaseNames = new Map(phases.map(({ id, name }) => [id, name]))
  const [entity] = base.map((record) => record.entity)
  const readings =
    entity === undefined
      ? new Map()
      : exportedReadings({ plan: head.plan, phases, records: { [entity]: base } }, mark?.locale ?? 'zh-CN')
  return new Map(
    base.map(({ id, values }) => {
      const reading = readings.get(id)
      return [
        id,
        {
          values,
          phaseName: phaseNames.get(String(values['phaseId'] ?? '')) ?? null,
          ...(reading === undefined ? {} : { reading }),
        },
      ]
    }),
  )
}
