import { cellText } from './cell-text.ts'
import { foldText } from './header-text.ts'
import type { LayoutColumn } from './layout.ts'
import type { SourceWorkbook } from './workbook.ts'

/** Header of the hidden column that carries each record's id in a workbook we export. */
export const RECORD_ID_HEADER = 'yingce:id'
/** Header of the hidden column that carries each record's version at the export. */
export const RECORD_VERSION_HEADER = 'yingce:version'
/** Name of the hidden sheet that says which plan and which export the workbook is. */
export const META_SHEET = '_yingce'

export const RECORD_ID_COLUMN: LayoutColumn = {
  field: 'recordId',
  reads: { as: 'recordId' },
  zh: RECORD_ID_HEADER,
  en: RECORD_ID_HEADER,
  synonyms: [],
}
export const RECORD_VERSION_COLUMN: LayoutColumn = {
  field: 'recordVersion',
  reads: { as: 'recordVersion' },
  zh: RECORD_VERSION_HEADER,
  en: RECORD_VERSION_HEADER,
  synonyms: [],
}

/** The mark column that a header names, or null. */
export function markColumn(header: string): LayoutColumn | null {
  const folded = foldText(header)
  if (folded === RECORD_ID_HEADER) return RECORD_ID_COLUMN
  return folded === RECORD_VERSION_HEADER ? RECORD_VERSION_COLUMN : null
}

/** Which export a returning workbook comes from. */
export interface ExportMark {
  readonly planId: string
  readonly exportId: string
  /** Language it was written in; absent in workbooks that do not say. */
  readonly locale?: 'zh-CN' | 'en'
  /** Names of the phases by id at the export, because a phase may be renamed afterwards. */
  readonly phaseNames?: Readonly<Record<string, string>>
}

/** Rows of the hidden sheet {@link META_SHEET}: a name and its value each. */
export function exportMarkRows(mark: ExportMark): readonly (readonly string[])[] {
  return [
    ['yingce', 'export 1'],
    ['planId', mark.planId],
    ['exportId', mark.exportId],
    ...(mark.locale === undefined ? [] : [['locale', mark.locale]]),
    ...Object.entries(mark.phaseNames ?? {}).map(([id, name]) => ['phase', id, name]),
  ]
}

/** The mark of a workbook that we exported; null for any other, also when the hidden sheet was damaged. */
export function readExportMark(workbook: SourceWorkbook): ExportMark | null {
  const sheet = workbook.sheets.find((candidate) => candidate.name === META_SHEET)
  if (sheet === undefined) return null
  const facts = new Map(
    sheet.rows.map((row) => [cellText(row[0] ?? null), cellText(row[1] ?? null)] as const),
  )
  const phases = sheet.rows
    .filter((row) => row[0] === 'phase' && typeof row[1] === 'string')
    .map((row) => [String(row[1]), String(row[2] ?? '')] as const)
  const planId = facts.get('planId')
  const exportId = facts.get('exportId')
  const locale = facts.get('locale')
  return planId && exportId && facts.has('yingce')
    ? {
        planId,
        exportId,
        ...(locale === 'zh-CN' || locale === 'en' ? { locale } : {}),
        ...(phases.length === 0 ? {} : { phaseNames: Object.fromEntries(phases) }),
      }
    : null
}
