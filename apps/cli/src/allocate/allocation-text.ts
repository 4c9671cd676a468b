import type { Language, Words } from '../language.ts'
import { textTable } from '../text-table.ts'
import type { AllocationJson } from './allocate-work.ts'

const HEADS: Readonly<Record<Language, readonly string[]>> = {
  zh: ['渠道', '金额', '结果', '边际回报', '位置'],
  en: ['channel', 'amount', 'response', 'marginal', 'at'],
}

const PLACES: Readonly<Record<string, Words>> = {
  min: { zh: '下限', en: 'min' },
  max: { zh: '上限', en: 'max' },
  interior: { zh: '之间', en: 'interior' },
  locked: { zh: '锁定', en: 'locked' },
}

/** An allocation for a terminal. */
export function allocationText(found: AllocationJson, language: Language): string {
  const isChinese = language === 'zh'
  const rows = found.allocation.map(({ name, amount, response, marginal, at }) => [
    name,
    String(amount),
    figure(response),
    marginal === null ? '∞' : figure(marginal),
    PLACES[at]?.[language] ?? at,
  ])
  const fits = found.allocation.flatMap(({ name, fit }) =>
    fit === undefined
      ? []
      : [
          `  ${name}: R² ${fit.r2.toFixed(3)}, n = ${fit.n}${fit.extrapolated ? (isChinese ? '，金额在历史投入之外（外推）' : ', amount outside the observed spend (extrapolated)') : ''}${fit.atEdge ? (isChinese ? '，数据看不出饱和' : ', no saturation seen in the data') : ''}`,
        ],
  )
  const sums = isChinese
    ? `合计 ${found.spent}，未花 ${found.unspent}，结果 ${figure(found.response)}，再加 1 的边际 ${found.marginal === null ? '∞' : figure(found.marginal)}`
    : `spent ${found.spent}, unspent ${found.unspent}, response ${figure(found.response)}, marginal ${found.marginal === null ? '∞' : figure(found.marginal)}`
  const caution = isChinese
    ? '曲线来自历史相关，不等于因果。'
    : 'Curves show correlation in history, not cause.'
  return `${[textTable([HEADS[language], ...rows]), sums, ...fits, ...(fits.length > 0 ? [caution] : [])].join('\n')}\n`
}

function figure(value: number): string {
  return String(Number(value.toPrecision(6)))
}
