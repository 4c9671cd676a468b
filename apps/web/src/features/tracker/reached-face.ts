import { evaluateKpi } from '@yingce/domain/objective/evaluate-kpi'
import type { KpiStatus } from '@yingce/domain/objective/kpi-status'
import { paceOfTask, type PlanPace } from '@yingce/domain/objective/target-pace'
import type { TaskValues } from '@yingce/domain/records/entities'
import type { CellFace, CellValue, GridRow, Tone } from '../../ui/grid/grid-types.ts'

const LOOKS: Record<KpiStatus, { shape: string; tone: Tone } | null> = {
  met: { shape: '●', tone: 'ok' },
  at_risk: { shape: '▲', tone: 'warn' },
  missed: { shape: '■', tone: 'bad' },
  target_unclear: null,
  no_data: null,
  not_started: null,
}

const text = (value: CellValue | undefined): string | null => (typeof value === 'string' ? value : null)

/** Shows a reached value with how it stands against the KPI beside it, as on the boards. */
export function reachedFace(today: string, plan: PlanPace) {
  return (value: CellValue, row: GridRow): CellFace | null => {
    if (typeof value !== 'string') return null
    const { values } = row
    const evaluation = evaluateKpi({
      kpiText: text(values['kpi']),
      reachedText: value,
      remark: text(values['remark']),
      today,
      ...paceOfTask(values as unknown as TaskValues, plan),
    })
    const look = evaluation.status === null ? null : LOOKS[evaluation.status]
    return look === null ? null : { text: `${look.shape} ${value}`, tone: look.tone }
  }
}
