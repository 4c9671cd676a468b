import { titleFacts } from '../title-facts.ts'
import { exportText } from './export-text.ts'
import { EXPORT_WORDS } from './export-words.ts'
import { periodWords } from './period-text.ts'
import type { SheetContext } from './plan-export.ts'

/** Longer names make no title. */
const MAX_NAME = 60

function plainName(name: string): string {
  return (exportText(name) ?? '').replaceAll(/\s+/g, ' ').trim().slice(0, MAX_NAME).toWellFormed()
}

function joined(name: string, sheet: string, locale: SheetContext['locale']): string {
  if (name === '') return sheet
  if (locale === 'en') return `${name} - ${sheet}`
  // "夏季推广跟踪表" is no 夏季推广跟踪表主跟踪表.
  if (name.endsWith(sheet.slice(-3))) return name
  return name.endsWith('表') ? `${name} ${sheet}` : `${name}${sheet}`
}

/**
 * "谷芽儿童奶粉上市主跟踪表(推广周期:2025年5月1日-2025年6月20日)". The import reads
 * period and phase out of titles, so a plan name that would be read as one of
 * them ("618 6月1日-6月18日") is left out.
 */
export function sheetTitle(sheet: string, context: SheetContext, isPeriodStated = false): string {
  const { plan, locale } = context
  const { periodStart: from, periodEnd: to } = plan
  const period =
    isPeriodStated && from !== null && to !== null
      ? EXPORT_WORDS[locale].period(periodWords(from, to, locale))
      : ''
  const bare = `${sheet}${period}`
  const full = `${joined(plainName(plan.name), sheet, locale)}${period}`
  const expected = titleFacts([bare])
  const read = titleFacts([full])
  const isSame =
    read.phaseName === expected.phaseName &&
    read.period?.from === expected.period?.from &&
    read.period?.to === expected.period?.to
  return isSame ? full : bare
}

/** Title of the detail sheet of one phase; null when the import would not read the phase back from it. */
export function phaseTitle(
  sheet: string,
  phase: { readonly name: string; readonly startDate: string | null; readonly endDate: string | null },
  { locale }: SheetContext,
): string | null {
  const { name, startDate: from, endDate: to } = phase
  const period = from !== null && to !== null ? periodWords(from, to, locale) : null
  const title = EXPORT_WORDS[locale].phaseTitle(sheet, name, period)
  return exportText(title) === title && titleFacts([title]).phaseName === name ? title : null
}
