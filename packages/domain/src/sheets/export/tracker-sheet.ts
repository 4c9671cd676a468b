import { TRACKER } from '../layouts/tracker.ts'
import { statusWord } from '../status-words.ts'
import { TASK_STATUSES } from '../../records/entities.ts'
import type { ConditionalLook, DocumentSheet } from '../workbook-document.ts'
import { BAD, BAD_TEXT, BAR_COLOR, GONE, GOOD, RUNNING, WAITING } from './export-looks.ts'
import { EXPORT_WORDS } from './export-words.ts'
import { type ExportRecord, phaseNameOf, type SheetContext } from './plan-export.ts'
import { sheetTitle } from './sheet-title.ts'
import { columnRange, firstCell, type SheetPlace, teamSheet } from './team-sheet.ts'

const STATUS_COLORS = {
  not_started: null,
  in_progress: RUNNING,
  pending_acceptance: WAITING,
  done: GOOD,
  cancelled: GONE,
} as const

/** Tasks phase by phase in the order of the phases, those of no phase last; inside a phase in their own order. */
function byPhase(records: readonly ExportRecord[], context: SheetContext): readonly ExportRecord[] {
  const order = new Map([...context.phaseNames.keys()].map((id, index) => [id, index]))
  const rank = (record: ExportRecord): number =>
    phaseNameOf(record, context) === null
      ? Number.MAX_SAFE_INTEGER
      : (order.get(String(record.values['phaseId'])) ?? Number.MAX_SAFE_INTEGER)
  return records.toSorted((a, b) => rank(a) - rank(b))
}

function conditions(place: SheetPlace, { locale }: SheetContext): ConditionalLook[] {
  const word = (status: (typeof TASK_STATUSES)[number]): string =>
    statusWord(status, locale === 'en' ? 'en' : 'zh')
  const status = columnRange(place, 'status')
  const end = columnRange(place, 'plannedEnd')
  const spent = columnRange(place, 'spent')
  const progress = columnRange(place, 'progress')
  const [state, planned, actual, budget, spend] = [
    'status',
    'plannedEnd',
    'actualEnd',
    'budget',
    'spent',
  ].map((field) => firstCell(place, field) ?? '')
  // Late as the plan sees it: past the planned end and not done, or done after it.
  const isLate = `AND(ISNUMBER(${planned}),${state}<>"${word('cancelled')}",OR(AND(${state}<>"${word('done')}",${planned}<TODAY()),AND(ISNUMBER(${actual}),${actual}>${planned})))`
  return [
    ...(end === null ? [] : [{ range: end, when: 'formula', formula: isLate, look: BAD } as const]),
    ...(status === null
      ? []
      : TASK_STATUSES.flatMap((one): ConditionalLook[] => {
          const look = STATUS_COLORS[one]
          return look === null ? [] : [{ range: status, when: 'equals', text: word(one), look }]
        })),
    ...(spent === null
      ? []
      : [
          {
            range: spent,
            when: 'formula',
            formula: `AND(ISNUMBER(${budget}),ISNUMBER(${spend}),${spend}>${budget})`,
            look: BAD_TEXT,
          } as const,
        ]),
    ...(progress === null ? [] : [{ range: progress, when: 'bar', max: 100, color: BAR_COLOR } as const]),
  ]
}

/** T1 主跟踪表: the team's sixteen columns in their places, ours behind them. */
export function trackerSheet(records: readonly ExportRecord[], context: SheetContext): DocumentSheet {
  const { locale } = context
  const words = EXPORT_WORDS[locale]
  const language = locale === 'en' ? 'en' : 'zh'
  const name = TRACKER[language]
  return teamSheet({
    layout: TRACKER,
    records: byPhase(records, context),
    context,
    name,
    title: sheetTitle(name, context, true),
    always: ['status'],
    frozenColumns: 3,
    tabColor: '1F4E9E',
    choices: (place) => {
      const range = columnRange(place, 'status')
      const choices = TASK_STATUSES.map((status) => statusWord(status, language))
      return range === null
        ? []
        : [{ range, choices, allowOther: true, promptTitle: words.pickStatus, prompt: words.statusPrompt }]
    },
    conditions: (place) => conditions(place, context),
  })
}
