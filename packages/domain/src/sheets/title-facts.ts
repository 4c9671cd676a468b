import { findPeriod } from '../calendar/find-period.ts'
import { readDateCell } from '../calendar/read-date-cell.ts'
import type { HeaderUnit } from './header-text.ts'
import type { ImportPeriod } from './import-table.ts'

/** What the rows above a header say. */
export interface TitleFacts {
  /** The first title, without what stands in its brackets. */
  readonly title: string | null
  readonly period: ImportPeriod | null
  /** "2026年618大促": the first year the titles name, for dates that have none. */
  readonly year: number | null
  /** "统计日期:2026-06-01" on a line of its own: the one day of figures that have none. When the file was made is no such day. */
  readonly day: string | null
  /** "单位:万元": unit of the amounts whose headers name none. */
  readonly moneyUnit: HeaderUnit | null
  /** "阶段:爆发期" */
  readonly phaseName: string | null
  /** "爆发期执行明细表": the only phase among the words; of a sheet about one phase it is that one. */
  readonly namedPhase: string | null
}

const PHASE = /(?:推广阶段|活动阶段|所属阶段|阶段|Phase)\s*[::：]\s*([^,，;；)）\]】、|]+)/iu
/** Names of phases as titles carry them: 爆发期执行明细表. */
const NAMED_PHASE =
  /(?:筹备|准备|策划|预热|蓄水|种草|启动|上线|引爆|爆发|高潮|冲刺|持续|稳定|延续|长尾|返场|收尾|复盘|总结)(?:期|阶段)/gu

/** The only phase among the words of the texts. */
function namedPhaseOf(texts: readonly string[]): string | null {
  const named = new Set(texts.flatMap((text) => [...text.matchAll(NAMED_PHASE)].map(([name]) => name)))
  return named.size === 1 ? ([...named][0] ?? null) : null
}

/** "Start date: 20230424" and "End date: 20230521" on lines of their own. */
const START_LINE = /(?:start date|开始日期|起始日期)\s*[::]\s*(\d{4}-?\d{2}-?\d{2})/i
const END_LINE = /(?:end date|结束日期|截止日期)\s*[::]\s*(\d{4}-?\d{2}-?\d{2})/i

function dashed(digits: string): string {
  const plain = digits.replaceAll('-', '')
  return `${plain.slice(0, 4)}-${plain.slice(4, 6)}-${plain.slice(6, 8)}`
}

/** The first range in any of the texts, else a text that is one as a whole ("March 27, 2026 - April 23, 2026"). */
function periodOf(texts: readonly string[]): ImportPeriod | null {
  for (const text of texts) {
    const reading = readDateCell(text)
    const found = findPeriod(text) ?? (reading.kind === 'range' ? reading : null)
    if (found !== null) return { from: found.from, to: found.to }
  }
  const all = texts.join('\n')
  const start = START_LINE.exec(all)?.[1]
  const end = END_LINE.exec(all)?.[1]
  return start === undefined || end === undefined ? null : { from: dashed(start), to: dashed(end) }
}

const DAY_LINE =
  /^(?:#\s*)?(?:统计日期|数据日期|报表日期|报告日期|日期|report date|date|day)\s*[:：]\s*(.+)$/iu

function dayOf(texts: readonly string[]): string | null {
  for (const text of texts) {
    const written = DAY_LINE.exec(text.trim())?.[1]
    const reading = written === undefined ? null : readDateCell(written)
    if (reading?.kind === 'date') return reading.date
  }
  return null
}

const YEAR = /(?<!\d)(20\d\d)\s*年/u

/** In the name of a tab the bare figure is enough: "2025资源". */
const YEAR_OF_TAB = /^(20\d\d)(?!\d)|(?<!\d)(20\d\d)$/u

function yearOfTab(name: string): number | null {
  const match = YEAR_OF_TAB.exec(name)
  return match === null ? null : Number(match[1] ?? match[2])
}

function yearIn(texts: readonly string[]): number | null {
  const year = texts.map((text) => YEAR.exec(text)?.[1]).find((found) => found !== undefined)
  return year === undefined ? null : Number(year)
}

const MONEY_UNIT = /(?:金额)?单位\s*[:：]?\s*(?:人民币)?\s*(元|千元|万元|亿元)/u

function moneyUnitOf(texts: readonly string[]): HeaderUnit | null {
  const unit = texts.map((text) => MONEY_UNIT.exec(text)?.[1]).find((found) => found !== undefined)
  return unit === undefined ? null : (unit as HeaderUnit)
}

/**
 * Read the title rows of a table: "市场推广计划主跟踪表(推广周期:2025年5月1日-2025年6月20日)",
 * "阶段:爆发期,时间:2025年6月1日-6月14日", "1. 时间范围:20250601-20250618",
 * "March 27, 2026 - April 23, 2026". Only a period with its year counts. A tab
 * named after a phase or a year counts as well.
 */
export function titleFacts(texts: readonly string[], sheetName = ''): TitleFacts {
  const title = texts[0]
    ?.replace(/[(（【[].*$/u, '')
    .replace(/^#\s*/, '')
    .trim()
  const phase = texts
    .map((text) => PHASE.exec(text)?.[1]?.trim())
    .find((name) => name !== undefined && name !== '')
  return {
    title: title === undefined || title === '' ? null : title,
    period: periodOf(texts),
    day: dayOf(texts),
    year: yearIn([...texts, sheetName]) ?? yearOfTab(sheetName),
    moneyUnit: moneyUnitOf(texts),
    phaseName: phase ?? null,
    namedPhase: namedPhaseOf([...texts, sheetName]),
  }
}
