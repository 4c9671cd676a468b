import type { Fen } from '../../money/fen.ts'
import type { TemplateKpi, Wording } from './template.ts'

/** Languages in which a draft can be written. */
export const DRAFT_LOCALES = ['zh-CN', 'en'] as const
export type DraftLocale = (typeof DRAFT_LOCALES)[number]

export function say(wording: Wording, locale: DraftLocale): string {
  return locale === 'zh-CN' ? wording[0] : wording[1]
}

/**
 * Target expression of a template's KPI for a plan of this size. Figures that
 * follow the budget are rounded to two digits, because they are a start for a
 * discussion; without a budget there is none and the target stays open (null).
 */
export function kpiTarget(kpi: TemplateKpi, totalBudget: Fen | null, locale: DraftLocale): string | null {
  const { target } = kpi
  if ('text' in target) return say(target.text, locale)
  if (totalBudget === null || totalBudget <= 0) return null
  const yuan = totalBudget / 100
  if ('timesTotal' in target) {
    const amount = compact(twoDigits(yuan * target.timesTotal), locale)
    return locale === 'en' ? `≥¥${amount}` : `≥${amount}元`
  }
  return `≥${compact(twoDigits(yuan / target.costEach), locale)}${say(target.unit, locale)}`
}

/** To two significant digits, and never below 1. */
function twoDigits(value: number): number {
  return Math.max(1, Math.round(Number(value.toPrecision(2))))
}

/** 3000000 as "300万"; in English as "3,000,000". */
function compact(value: number, locale: DraftLocale): string {
  if (locale === 'en') return value.toLocaleString('en-US')
  return value >= 10_000 ? `${value / 10_000}万` : String(value)
}
