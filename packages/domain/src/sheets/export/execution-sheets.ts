import { EXECUTION_DETAIL } from '../layouts/execution-detail.ts'
import { statusWord } from '../status-words.ts'
import { TASK_STATUSES } from '../../records/entities.ts'
import type { DocumentSheet } from '../workbook-document.ts'
import { GONE, GOOD, RUNNING, WAITING } from './export-looks.ts'
import { EXPORT_WORDS } from './export-words.ts'
import type { ExportRecord, PlanExport, SheetContext } from './plan-export.ts'
import { phaseTitle, sheetTitle } from './sheet-title.ts'
import { columnRange, firstCell, teamSheet } from './team-sheet.ts'

/** More phases than this share one sheet with a column for the phase. */
const MAX_SHEETS = 8

function detailSheet(
  records: readonly ExportRecord[],
  context: SheetContext,
  sheet: { readonly name: string; readonly title: string; readonly isPhaseInTitle: boolean },
): DocumentSheet {
  const words = EXPORT_WORDS[context.locale]
  const language = context.locale === 'en' ? 'en' : 'zh'
  const word = (status: (typeof TASK_STATUSES)[number]): string => statusWord(status, language)
  return teamSheet({
    layout: EXECUTION_DETAIL,
    records,
    context,
    name: sheet.name,
    title: sheet.title,
    ...(sheet.isPhaseInTitle ? { never: ['phase'] } : {}),
    frozenColumns: 2,
    tabColor: '2E9E8F',
    choices: (place) => {
      const range = columnRange(place, 'status')
      const choices = [...TASK_STATUSES.map(word), words.late]
      // Teams write more than the bare word: "已完成(延期1小时)".
      return range === null ? [] : [{ range, choices, allowOther: true }]
    },
    conditions: (place) => {
      const range = columnRange(place, 'status')
      const cell = firstCell(place, 'status')
      if (range === null) return []
      const begins = (text: string): string => `LEFT(${cell},${text.length})="${text}"`
      return [
        { range, when: 'formula', formula: `ISNUMBER(SEARCH("${words.late}",${cell}))`, look: WAITING },
        { range, when: 'formula', formula: begins(word('done')), look: GOOD },
        { range, when: 'formula', formula: begins(word('in_progress')), look: RUNNING },
        { range, when: 'formula', formula: begins(word('pending_acceptance')), look: WAITING },
        { range, when: 'formula', formula: begins(word('cancelled')), look: GONE },
      ]
    },
  })
}

/**
 * T2 阶段执行明细表: one sheet per phase, whose title names phase and period as
 * the team's does; one sheet with a phase column where that cannot be read back.
 */
export function executionSheets(
  records: readonly ExportRecord[],
  phases: PlanExport['phases'],
  context: SheetContext,
): readonly DocumentSheet[] {
  const words = EXPORT_WORDS[context.locale]
  const sheetName = context.locale === 'en' ? EXECUTION_DETAIL.en : EXECUTION_DETAIL.zh
  const known = new Map(phases.map((phase) => [phase.id, phase]))
  const groups = [...Map.groupBy(records, ({ values }) => known.get(String(values['phaseId'] ?? '')) ?? null)]
  const titled = groups.map(([phase, own]) => ({
    phase,
    own,
    title: phase === null ? sheetTitle(sheetName, context) : phaseTitle(sheetName, phase, context),
  }))
  const isSplit = titled.length <= MAX_SHEETS && titled.every(({ title }) => title !== null)
  if (!isSplit)
    return [
      detailSheet(records, context, {
        name: sheetName,
        title: sheetTitle(sheetName, context),
        isPhaseInTitle: false,
      }),
    ]
  return titled
    .toSorted((a, b) => rank(a.phase, phases) - rank(b.phase, phases))
    .map(({ phase, own, title }) =>
      detailSheet(own, context, {
        name: words.detailTab(phase?.name ?? null),
        title: title ?? sheetName,
        isPhaseInTitle: true,
      }),
    )
}

function rank(phase: PlanExport['phases'][number] | null, phases: PlanExport['phases']): number {
  return phase === null ? phases.length : phases.indexOf(phase)
}
