import type { CeilingMethod } from '../../objective/policy-bounds.ts'
import type { ReportLocale } from './report-input.ts'

/** What the effect analysis (T3) and the effect review (T6) say beside the common words. */
export interface EffectWords {
  readonly analysisTitle: string
  readonly reviewTitle: string
  readonly headings: Readonly<Record<'summary' | 'table' | 'charts' | 'method' | 'measures', string>>
  readonly content: string
  readonly status: string
  readonly tableCaption: string
  readonly tableNote: string
  readonly reviewCaption: string
  readonly reviewNote: (method: CeilingMethod) => string
  readonly conversions: (count: string) => string
  readonly bestAndWorst: (best: string, bestRoas: string, worst: string, worstRoas: string) => string
  readonly stated: (status: string) => string
  readonly advice: {
    readonly more: (share: string) => string
    readonly keep: string
    readonly conversion: (share: string) => string
    readonly click: (share: string) => string
    readonly price: (share: string) => string
    readonly less: (share: string) => string
    readonly noReturn: string
  }
  readonly review: {
    readonly summary: (rows: number, met: number, missed: number) => string
    readonly weakest: (strategy: string, target: string, attainment: string) => string
    readonly above: (share: string) => string
    readonly below: (share: string) => string
    readonly exactly: string
    readonly noMeasure: string
    readonly withoutMeasure: (names: string) => string
    readonly none: string
  }
  readonly attainmentChart: string
  readonly chart: (strategy: string, attainment: string) => string
}

const several = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`

export const EFFECT_WORDS: Readonly<Record<ReportLocale, EffectWords>> = {
  'zh-CN': {
    analysisTitle: '推广效果分析表',
    reviewTitle: '营销效果复盘表',
    headings: { summary: '概览', table: '明细', charts: '图表', method: '口径说明', measures: '待补措施' },
    content: '推广内容',
    status: '达标情况',
    tableCaption: '各渠道与内容的效果',
    tableNote:
      '合计的比率由合计后的分子、分母相除，只计两者都有数据的行；“—”表示缺少数据，不以 0 代替。灰色建议由数据得出，供参考；“原表”为导入时的填写。“获客成本”列为转化成本（CPA），即成本 ÷ 转化量。',
    reviewCaption: '目标与实际',
    reviewNote: (method) =>
      `达成率：越高越好的指标为实际 ÷ 目标，越低越好的为${method === 'mirror' ? ' 2 − 实际 ÷ 目标' : '目标 ÷ 实际'}；有基线时按（实际 − 基线）÷（目标 − 基线）。最高显示 200%。灰色文字由数据得出。`,
    conversions: (count) => `转化 ${count}`,
    bestAndWorst: (best, bestRoas, worst, worstRoas) =>
      `ROAS 最高的是${best}（${bestRoas}），最低的是${worst}（${worstRoas}）。`,
    stated: (status) => `原表：${status}`,
    advice: {
      more: (share) => `ROAS 高于合计 ${share}，可增加投放。`,
      keep: '与合计水平相当，保持现有投放。',
      conversion: (share) => `ROAS 低于合计 ${share}，转化率偏低：检查落地页与人群。`,
      click: (share) => `ROAS 低于合计 ${share}，点击率偏低：更换素材。`,
      price: (share) => `ROAS 低于合计 ${share}，转化成本偏高：压低出价或费用。`,
      less: (share) => `ROAS 低于合计 ${share}：减少投放或调整内容。`,
      noReturn: '缺少成本或销售额，补录后再评估。',
    },
    review: {
      summary: (rows, met, missed) =>
        `共 ${rows} 项目标，达标 ${met} 项${missed > 0 ? `，未达标 ${missed} 项` : ''}。`,
      weakest: (strategy, target, attainment) =>
        `差距最大的是${strategy}（目标 ${target}），达成率 ${attainment}。`,
      above: (share) => `优于目标 ${share}`,
      below: (share) => `距目标差 ${share}`,
      exactly: '与目标一致',
      noMeasure: '待定',
      withoutMeasure: (names) => `以下未达标的项目尚无改进措施：${names}。`,
      none: '计划中没有可复盘的目标。',
    },
    attainmentChart: '各目标达成率',
    chart: (strategy, attainment) => `达成率最低的是${strategy}，为 ${attainment}。`,
  },
  en: {
    analysisTitle: 'Effect analysis',
    reviewTitle: 'Effect review',
    headings: {
      summary: 'Overview',
      table: 'Details',
      charts: 'Charts',
      method: 'How the figures are made',
      measures: 'Measures to be found',
    },
    content: 'Content',
    status: 'Status',
    tableCaption: 'Effect by channel and content',
    tableNote:
      'Ratios of the total are sums divided by sums, over rows that have both parts; “—” means missing, which is not zero. Advice in grey follows from the figures; “sheet” is what was imported.',
    reviewCaption: 'Targets and results',
    reviewNote: (method) =>
      `Attainment is actual / target where more is better and ${method === 'mirror' ? '2 − actual / target' : 'target / actual'} where less is; with a baseline it is (actual − baseline) / (target − baseline). It is shown up to 200%. Text in grey follows from the figures.`,
    conversions: (count) => `${count} conversions`,
    bestAndWorst: (best, bestRoas, worst, worstRoas) =>
      `The best ROAS is that of ${best} (${bestRoas}), the lowest that of ${worst} (${worstRoas}).`,
    stated: (status) => `sheet: ${status}`,
    advice: {
      more: (share) => `ROAS is ${share} above the total: spend more here.`,
      keep: 'As the total: keep it as it is.',
      conversion: (share) =>
        `ROAS is ${share} below the total and CVR is low: check landing page and audience.`,
      click: (share) => `ROAS is ${share} below the total and CTR is low: change the creative.`,
      price: (share) => `ROAS is ${share} below the total and CPA is high: lower bids or fees.`,
      less: (share) => `ROAS is ${share} below the total: spend less here or change the content.`,
      noReturn: 'Cost or sales are missing: enter them first.',
    },
    review: {
      summary: (rows, met, missed) =>
        `${several(rows, 'target')}, ${met} met${missed > 0 ? `, ${missed} missed` : ''}.`,
      weakest: (strategy, target, attainment) =>
        `Furthest behind is ${strategy} (target ${target}) with ${attainment} attained.`,
      above: (share) => `${share} better than target`,
      below: (share) => `${share} short of target`,
      exactly: 'exactly on target',
      noMeasure: 'to be found',
      withoutMeasure: (names) => `Missed and still without a measure: ${names}.`,
      none: 'The plan holds no target to review.',
    },
    attainmentChart: 'Attainment by target',
    chart: (strategy, attainment) => `The lowest attainment is that of ${strategy}, ${attainment}.`,
  },
}
