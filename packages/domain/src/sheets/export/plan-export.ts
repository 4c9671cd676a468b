import type { Values } from '../../history/field-value.ts'
import type { Entity } from '../../records/entities.ts'

/** Language of a document we write. */
export type DocumentLocale = 'zh-CN' | 'en'

/** A record as it goes into a workbook. */
export interface ExportRecord {
  readonly id: string
  readonly version: number
  readonly values: Values
  /** Text of cells that could not be read, by field: written back as it stood. */
  readonly unread: Readonly<Record<string, string>>
}

export interface ExportPlan {
  readonly id: string
  readonly name: string
  readonly periodStart: string | null
  readonly periodEnd: string | null
  /** ISO 4217. */
  readonly currency: string
}

/** Everything of a plan that its workbook is made of; each list in the order of the plan. */
export interface PlanExport {
  readonly plan: ExportPlan
  readonly phases: readonly {
    readonly id: string
    readonly name: string
    readonly startDate: string | null
    readonly endDate: string | null
  }[]
  readonly records: { readonly [E in Entity]?: readonly ExportRecord[] }
  /** What the workspace calls its own metrics (own-metric.ts), by key; absent: nothing is named. */
  readonly ownMetrics?: OwnMetricNames
}

export type OwnMetricNames = ReadonlyMap<string, { readonly zh: string; readonly en: string }>

/** What a sheet needs to know beside its records. */
export interface SheetContext {
  readonly locale: DocumentLocale
  readonly plan: ExportPlan
  /** Name of each phase by its id. */
  readonly phaseNames: ReadonlyMap<string, string>
  readonly ownMetrics: OwnMetricNames
}

export function phaseNameOf(record: ExportRecord, context: SheetContext): string | null {
  return context.phaseNames.get(String(record.values['phaseId'] ?? '')) ?? null
}
