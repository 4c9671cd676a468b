import { effectRatios, type EffectRatios } from '../effect-analysis.ts'
import { EFFECT_WORDS } from './effect-words.ts'
import type { ReportContext } from './report-context.ts'
import type { ReportEffectRow } from './report-input.ts'

/** Closer to the table's total than this is "as the total". */
const NEAR = 0.1

/**
 * What a row's figures suggest where nobody wrote advice: its return against that of the whole table,
 * and of a weak one the step where it loses (clicks, conversions, or price). Never more than one
 * sentence, and only what the figures say.
 */
export function effectAdvice(
  row: ReportEffectRow,
  total: EffectRatios,
  { locale, format }: Pick<ReportContext, 'locale' | 'format'>,
): string {
  const say = EFFECT_WORDS[locale].advice
  const own = effectRatios([row])
  const against = (name: 'ctr' | 'cvr' | 'cpa' | 'roas'): number | null => {
    const [value, whole] = [own[name].value, total[name].value]
    return value === null || whole === null || whole === 0 ? null : value / whole - 1
  }
  const roas = against('roas')
  if (roas === null) return say.noReturn
  if (roas > NEAR) return say.more(format.percent(roas))
  if (roas >= -NEAR) return say.keep
  const lag = format.percent(-roas)
  const [ctr, cvr, cpa] = [against('ctr'), against('cvr'), against('cpa')]
  if (cvr !== null && cvr < -NEAR) return say.conversion(lag)
  if (ctr !== null && ctr < -NEAR) return say.click(lag)
  if (cpa !== null && cpa > NEAR) return say.price(lag)
  return say.less(lag)
}
