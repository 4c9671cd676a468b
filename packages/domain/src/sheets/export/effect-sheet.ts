import { EFFECT_ANALYSIS } from '../layouts/effect-analysis.ts'
import type { DocumentSheet } from '../workbook-document.ts'
import { effectFormulas, effectRow, isStatedField } from './effect-formulas.ts'
import { BAD, GOOD } from './export-looks.ts'
import { EXPORT_WORDS } from './export-words.ts'
import type { ExportRecord, SheetContext } from './plan-export.ts'
import { sheetTitle } from './sheet-title.ts'
import { columnRange, teamSheet } from './team-sheet.ts'

/** T3 推广效果分析表: ratios are formulas over the facts; the header "ROI" is the team's, and a note says what it is. */
export function effectSheet(records: readonly ExportRecord[], context: SheetContext): DocumentSheet {
  const words = EXPORT_WORDS[context.locale]
  const name = context.locale === 'en' ? EFFECT_ANALYSIS.en : EFFECT_ANALYSIS.zh
  const rows = new Map(records.map((record) => [record.id, effectRow(record)]))
  const formulas = effectFormulas([...rows.values()])
  const returnNote = {
    roas: words.roasNote,
    roi: words.roiNote,
    unknown: words.unknownReturnNote,
  }[formulas.returnKind]
  return teamSheet({
    layout: EFFECT_ANALYSIS,
    records,
    context,
    name,
    title: sheetTitle(name, context),
    frozenColumns: 2,
    tabColor: 'E08A1E',
    headerNotes: { statedReturn: returnNote },
    cell: (place, field, record, row) => {
      const facts = rows.get(record.id)
      if (!isStatedField(field) || facts === undefined || field in record.unread) return undefined
      const formula = formulas.row(place, field, facts, row)
      return formula === null ? undefined : { ...formula, look: 'number' }
    },
    note: (field, record) => {
      const facts = rows.get(record.id)
      const computed =
        isStatedField(field) && facts !== undefined ? formulas.disagreement(field, facts) : null
      return computed === null ? undefined : words.disagreement(computed.toFixed(2))
    },
    total: (place, field) => {
      const formula = isStatedField(field) ? formulas.total(place, field) : null
      return formula === null ? undefined : { ...formula, look: 'totalNumber' }
    },
    conditions: (place) => {
      const range = columnRange(place, 'statedStatus')
      return range === null
        ? []
        : [
            { range, when: 'equals', text: words.met, look: GOOD },
            { range, when: 'equals', text: words.notMet, look: BAD },
          ]
    },
  })
}
