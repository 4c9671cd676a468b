import type { Language, Words } from '../language.ts'
import { textTable } from '../text-table.ts'
import { fillWords } from '../words/problem-words.ts'
import type { LtvJson, LtvNotice } from './ltv-json.ts'

const NOTICES: Readonly<Record<LtvNotice['code'], Words>> = {
  not_converged: {
    zh: '{model} 没有收敛：参数只是目前最好的，不宜采用',
    en: '{model} did not converge: the parameters are the best seen, not to be relied on',
  },
  undetermined: {
    zh: '数据无法确定 {model} 的 {parameters}：其值趋于边界',
    en: 'the data do not determine {parameters} of {model}: they run to an edge',
  },
  no_values: {
    zh: '没有金额列（monetary），只估计购买次数',
    en: 'no column of values (monetary): purchases only',
  },
  too_few_values: {
    zh: '有金额的复购客户不足 10 个，只估计购买次数',
    en: 'fewer than 10 customers with repeat purchases have a value: purchases only',
  },
  purchases_left_out: {
    zh: '{count} 笔购买晚于 {until}，未计入',
    en: '{count} purchases after {until} were left out',
  },
}

const SHOWN = 10

/** Parameters, totals and the best customers for a terminal. */
export function ltvText(json: LtvJson, language: Language): string {
  const isChinese = language === 'zh'
  const { bgnbd, gammaGamma, customers, horizon, margin } = json
  const sum = (values: readonly number[]): number => values.reduce((total, one) => total + one, 0)
  const purchases = sum(customers.map(({ expectedPurchases }) => expectedPurchases))
  const alive = sum(customers.map(({ probabilityAlive }) => probabilityAlive))
  const values = customers.map(({ lifetimeValue }) => lifetimeValue ?? 0)
  const best = customers
    .toSorted(
      (one, other) =>
        (other.lifetimeValue ?? other.expectedPurchases) - (one.lifetimeValue ?? one.expectedPurchases),
    )
    .slice(0, SHOWN)
  const unit = json.until === undefined ? '' : isChinese ? ' 周' : ' weeks'
  const head = isChinese
    ? ['客户', '预期购买次数', '仍活跃概率', '每次预期金额', '预期价值']
    : ['customer', 'expected purchases', 'P(alive)', 'value of one', 'lifetime value']
  const parts = [
    isChinese
      ? `${customers.length} 个客户，今后 ${horizon}${unit}，毛利率 ${margin}`
      : `${customers.length} customers, the next ${horizon}${unit}, margin ${margin}`,
    `BG/NBD       ${named(bgnbd, ['r', 'alpha', 'a', 'b'])}  ln L ${bgnbd.logLikelihood.toFixed(2)}`,
    ...(gammaGamma === undefined
      ? []
      : [`Gamma-Gamma  ${named(gammaGamma, ['p', 'q', 'v'])}  ln L ${gammaGamma.logLikelihood.toFixed(2)}`]),
    isChinese
      ? `合计预期购买 ${purchases.toFixed(1)} 次，预期仍活跃 ${alive.toFixed(1)} 人${gammaGamma === undefined ? '' : `，预期价值 ${sum(values).toFixed(2)}`}`
      : `together ${purchases.toFixed(1)} purchases, ${alive.toFixed(1)} customers active${gammaGamma === undefined ? '' : `, value ${sum(values).toFixed(2)}`}`,
    '',
    textTable([
      head.slice(0, gammaGamma === undefined ? 3 : 5),
      ...best.map(({ id, expectedPurchases, probabilityAlive, expectedValue, lifetimeValue }) => [
        id,
        expectedPurchases.toFixed(3),
        probabilityAlive.toFixed(3),
        ...(gammaGamma === undefined
          ? []
          : [expectedValue?.toFixed(2) ?? '—', lifetimeValue?.toFixed(2) ?? '—']),
      ]),
    ]),
    ...(json.notices ?? []).map(({ code, params }) => `! ${fillWords(NOTICES[code][language], params)}`),
  ]
  return `${parts.join('\n')}\n`
}

function named<Name extends string>(values: Readonly<Record<Name, number>>, names: readonly Name[]): string {
  return names.map((name) => `${name} ${values[name].toPrecision(5)}`).join('  ')
}
