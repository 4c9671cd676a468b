import { OUTCOME_NAMES, type OutcomeName } from '@yingce/domain/simulation/scenario'
import type { Language, Words } from '../language.ts'
import { textTable } from '../text-table.ts'
import type { SimulationJson } from './simulate-work.ts'

const NAMES: Readonly<Record<OutcomeName, Words>> = {
  spend: { zh: '花费', en: 'spend' },
  clicks: { zh: '点击', en: 'clicks' },
  conversions: { zh: '转化', en: 'conversions' },
  revenue: { zh: '成交额（估算）', en: 'revenue (estimated)' },
  grossProfit: { zh: '毛利', en: 'gross profit' },
  profit: { zh: '毛利 − 花费', en: 'gross profit − spend' },
  cpa: { zh: '转化成本 CPA', en: 'CPA' },
  roas: { zh: '投产比 ROAS', en: 'ROAS' },
  roi: { zh: '净回报率 ROI', en: 'ROI' },
  grossMarginRoi: { zh: '毛利ROI', en: 'gross-margin ROI' },
}

const HEADS: Readonly<Record<Language, readonly string[]>> = {
  zh: ['', '基准', 'P10', 'P50', 'P90', '均值', '标准差'],
  en: ['', 'base', 'P10', 'P50', 'P90', 'mean', 'sd'],
}

/** A simulation for a terminal. */
export function simulationText(found: SimulationJson, language: Language): string {
  const isChinese = language === 'zh'
  const rows = OUTCOME_NAMES.map((name) => [
    NAMES[name][language],
    ...[found.base, found.p10, found.p50, found.p90, found.mean, found.sd].map((figures) =>
      figure(figures[name]),
    ),
  ])
  const bars = found.tornado.map(({ name, low, high, atLow, atHigh, range, elasticity }) => [
    name,
    `${figure(low)} … ${figure(high)}`,
    `${figure(atLow)} … ${figure(atHigh)}`,
    figure(range),
    figure(elasticity),
  ])
  const outcome = NAMES[found.outcome][language]
  const tornadoHead = isChinese
    ? ['输入', '低 … 高', outcome, '幅度', '弹性']
    : ['input', 'low … high', outcome, 'range', 'elasticity']
  const { roas, cpa, factor } = found.breakEven
  const breakEven = isChinese
    ? `盈亏平衡：ROAS ${figure(roas)}，CPA 至多 ${figure(cpa)}，转化率或客单价 × ${figure(factor)}；亏损概率 ${percent(found.lossProbability)}`
    : `break-even: ROAS ${figure(roas)}, CPA at most ${figure(cpa)}, CVR or AOV × ${figure(factor)}; chance of a loss ${percent(found.lossProbability)}`
  const bounded = (found.bounded ?? []).map(({ input, draws }) =>
    isChinese
      ? `! ${input} 有 ${draws} 次抽样越界，按边界计`
      : `! ${draws} draws of ${input} lay outside its bounds and were taken as the bound`,
  )
  const source = isChinese
    ? `${found.draws} 次抽样，种子 ${found.seed}，${found.generator}`
    : `${found.draws} draws, seed ${found.seed}, ${found.generator}`
  return `${[textTable([HEADS[language], ...rows]), '', textTable([tornadoHead, ...bars]), '', breakEven, ...bounded, source].join('\n')}\n`
}

function figure(value: number | null): string {
  return value === null ? '—' : String(Number(value.toPrecision(6)))
}

function percent(share: number | null): string {
  return share === null ? '—' : `${(share * 100).toFixed(1)}%`
}
