import { ENTITIES, type Entity } from '@yingce/domain/records/entities'
import type { FieldKind, FieldSpec } from '@yingce/domain/records/field'
import { isFactMetric, isSummedMetric } from '@yingce/domain/sheets/metric-field'
import i18next from 'i18next'
import type { GridChoice, GridColumn } from '../../ui/grid/grid-types.ts'

const WIDTHS: Record<FieldKind, number> = {
  text: 180,
  longText: 220,
  person: 120,
  date: 96,
  dateTime: 140,
  money: 112,
  ratio: 96,
  count: 104,
  number: 88,
  choice: 104,
  flag: 80,
  targets: 200,
  quantity: 112,
  ref: 120,
}

const CHOICE_LOOKS: Record<string, Pick<GridChoice, 'tone' | 'shape'>> = {
  not_started: { tone: 'neutral', shape: '○' },
  in_progress: { tone: 'accent', shape: '◐' },
  pending_acceptance: { tone: 'warn', shape: '◑' },
  done: { tone: 'ok', shape: '●' },
  cancelled: { tone: 'neutral', shape: '×' },
}

export interface ColumnOptions {
  /** Why this person may not type into a column; null: they may. */
  lockOf: (field: string) => string | null
  suggestions?: Readonly<Record<string, readonly string[]>>
  widths?: Readonly<Record<string, number>>
}

/** Grid columns of an entity in the order of `fields`, from the field registry and the translations. */
export function gridColumns(entity: Entity, fields: readonly string[], options: ColumnOptions): GridColumn[] {
  const specs = ENTITIES[entity] as Readonly<Record<string, FieldSpec>>
  return fields.flatMap((field) => {
    const spec = specs[field]
    if (spec === undefined) return []
    const lock = options.lockOf(field)
    const suggestions = options.suggestions?.[field]
    const base: GridColumn = {
      field,
      kind: spec.kind,
      title: i18next.t(`fields:${entity}.${field}`),
      width: options.widths?.[field] ?? WIDTHS[spec.kind],
      ...(spec.required === true ? { required: true } : {}),
      ...(spec.range === undefined ? {} : { range: spec.range }),
      ...(lock === null ? {} : { readOnly: lock }),
      ...(suggestions === undefined ? {} : { suggestions }),
      // What a sheet states per row (a cost per conversion) does not add up.
      ...((spec.kind === 'money' || spec.kind === 'count' || isSummedMetric(field)) &&
      !field.startsWith('stated') &&
      // People and levels do not add up over days and channels.
      (!isFactMetric(field) || isSummedMetric(field))
        ? { total: 'sum' as const }
        : {}),
      ...(spec.choices === undefined
        ? {}
        : {
            choices: spec.choices.map((value) => ({
              value,
              label: i18next.t(`fields:choice.${value}`, { defaultValue: value }),
              ...CHOICE_LOOKS[value],
            })),
          }),
    }
    return [base]
  })
}
