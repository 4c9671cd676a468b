import type { Grade, OwnerRole, RiskCategory, Wording } from '../templates/template.ts'

interface SampleRisk {
  readonly name: Wording
  readonly category: RiskCategory
  readonly likelihood: Grade
  readonly impact: Grade
  readonly trigger: Wording
  readonly response: Wording
  readonly owner: OwnerRole
  readonly resources: Wording
  readonly state: Wording
}

const WATCHED: Wording = ['监控中', 'Watched']

export const SAMPLE_RISKS: readonly SampleRisk[] = [
  {
    name: ['素材被平台驳回', 'Creative rejected by the platform'],
    category: 'content',
    likelihood: 'high',
    impact: 'medium',
    trigger: ['任一在投素材进入复审', 'A live creative goes under review'],
    response: [
      '切换备份素材，法务两小时内出具说明',
      'Switch to the spare creative, legal explains within two hours',
    ],
    owner: 'media',
    resources: ['备份素材两组', 'Two spare creatives'],
    state: ['已触发，已关闭', 'Fired, closed'],
  },
  {
    name: ['信息流转化不足', 'Feed ads convert poorly'],
    category: 'effect',
    likelihood: 'medium',
    impact: 'high',
    trigger: ['转化率连续 2 天低于 0.8%', 'CVR below 0.8% for 2 days running'],
    response: ['预算转向社群，落地页换试喝装', 'Budget to the communities, trial pack on the page'],
    owner: 'media',
    resources: ['应急储备金 30,000 元以内', 'Up to ¥30,000 of the reserve'],
    state: WATCHED,
  },
  {
    name: ['达人临时取消', 'Creator cancels'],
    category: 'people',
    likelihood: 'medium',
    impact: 'medium',
    trigger: ['发布前 2 天未交稿', 'No draft 2 days before publishing'],
    response: ['24 小时内启用备选达人', 'Substitute within 24 hours'],
    owner: 'content',
    resources: ['备选达人 4 位', 'Four substitutes'],
    state: WATCHED,
  },
  {
    name: ['大促断货', 'Out of stock at the big sale'],
    category: 'supply',
    likelihood: 'low',
    impact: 'high',
    trigger: ['可售库存低于 3 日销量', 'Stock below 3 days of sales'],
    response: ['改预售并公布发货日', 'Pre-sale with a delivery date'],
    owner: 'channel',
    resources: ['加急运费', 'Express freight'],
    state: WATCHED,
  },
  {
    name: ['喂养观点引发争议', 'Dispute about feeding advice'],
    category: 'opinion',
    likelihood: 'low',
    impact: 'high',
    trigger: ['负面提及 2 小时超过 30 条', 'More than 30 negative mentions in 2 hours'],
    response: ['发布营养顾问说明，停发争议内容', 'Adviser’s statement, content withdrawn'],
    owner: 'legal',
    resources: ['外部营养专家 1 位', 'One outside nutritionist'],
    state: WATCHED,
  },
]
