import type { Entity } from '../../records/entities.ts'
import { exportMarkRows, META_SHEET } from '../export-marks.ts'
import type { SheetLayout } from '../layout.ts'
import { ALLOCATION } from '../layouts/allocation.ts'
import { BUDGET } from '../layouts/budget.ts'
import { EFFECT_EVALUATION } from '../layouts/effect-evaluation.ts'
import { EFFECT_REVIEW } from '../layouts/effect-review.ts'
import { RISK } from '../layouts/risk.ts'
import { TARGETS } from '../layouts/targets.ts'
import type { DocumentSheet, WorkbookDocument } from '../workbook-document.ts'
import { dailySheet } from './daily-sheet.ts'
import { effectSheet } from './effect-sheet.ts'
import { executionSheets } from './execution-sheets.ts'
import { EXPORT_LOOKS } from './export-looks.ts'
import { exportText } from './export-text.ts'
import type { DocumentLocale, ExportRecord, PlanExport, SheetContext } from './plan-export.ts'
import { sheetTitle } from './sheet-title.ts'
import { teamSheet } from './team-sheet.ts'
import { trackerSheet } from './tracker-sheet.ts'

export interface WorkbookOptions {
  readonly locale: DocumentLocale
  /** Names this export in the file, so that a returning workbook is known again. */
  readonly exportId: string
}

/** Sheets that are their layout and nothing more, in the order of the tabs. */
const PLAIN_SHEETS: readonly {
  readonly entity: Entity
  readonly layout: SheetLayout
  readonly always?: readonly string[]
}[] = [
  { entity: 'target', layout: TARGETS, always: ['actual'] },
  { entity: 'allocation', layout: ALLOCATION },
  { entity: 'budget_line', layout: BUDGET },
  { entity: 'risk', layout: RISK },
  { entity: 'effect_review', layout: EFFECT_REVIEW },
  { entity: 'effect_evaluation', layout: EFFECT_EVALUATION },
]

/**
 * A plan as the workbook that the team knows: one sheet per kind of record that
 * the plan holds, in the team's columns, with the hidden ids and versions by
 * which a returning workbook finds its rows (C2). Bringing it back untouched
 * changes nothing (docs/domain/export.md).
 */
export function workbookDocumentOf(
  { plan, phases, records, ownMetrics = new Map() }: PlanExport,
  { locale, exportId }: WorkbookOptions,
): WorkbookDocument {
  const context: SheetContext = {
    locale,
    plan,
    phaseNames: new Map(phases.map(({ id, name }) => [id, name])),
    ownMetrics,
  }
  const of = <T>(entity: Entity, write: (own: readonly ExportRecord[]) => T): T[] => {
    const own = records[entity] ?? []
    return own.length === 0 ? [] : [write(own)]
  }
  const sheets: DocumentSheet[] = [
    ...of('task', (own) => trackerSheet(own, context)),
    ...of('execution_step', (own) => executionSheets(own, phases, context)).flat(),
    ...of('channel_effect', (own) => effectSheet(own, context)),
    ...PLAIN_SHEETS.flatMap(({ entity, layout, always = [] }) =>
      of(entity, (own) => {
        const name = locale === 'en' ? layout.en : layout.zh
        return teamSheet({ layout, records: own, context, name, title: sheetTitle(name, context), always })
      }),
    ),
    ...of('metric_fact', (own) => dailySheet(own, context)),
  ]
  // A plan without any record still has its tracker, empty, to be filled in.
  const visible = sheets.length === 0 ? [trackerSheet([], context)] : sheets
  const mark = exportMarkRows({
    planId: plan.id,
    exportId,
    locale,
    phaseNames: Object.fromEntries(context.phaseNames),
  })
  return {
    title: exportText(plan.name) ?? '',
    looks: EXPORT_LOOKS,
    sheets: [
      ...uniqueNames(visible),
      {
        name: META_SHEET,
        hidden: true,
        columns: [{ width: 14 }, { width: 40 }],
        rows: mark.map((row) => ({ cells: row.map((value) => ({ value: exportText(value) })) })),
      },
    ],
  }
}

/** Two phases may differ only behind what a tab can show. */
function uniqueNames(sheets: readonly DocumentSheet[]): DocumentSheet[] {
  const taken = new Set<string>()
  return sheets.map((sheet) => {
    const base = sheet.name
      .replaceAll(/[[\]:*?/\\\u0000-\u001f]/g, '-')
      .slice(0, 26)
      .toWellFormed()
    let name = base
    for (let number = 2; taken.has(name.toLowerCase()); number++) name = `${base} (${number})`
    taken.add(name.toLowerCase())
    return { ...sheet, name }
  })
}
