import type { LocalDate } from '../../calendar/local-date.ts'
import { addDays } from '../../calendar/date-arithmetic.ts'
import { effectRatios, effectTotals } from '../../review/effect-analysis.ts'
import { completeValues } from '../plan-draft.ts'
import type { RecordDraft } from '../plan-draft.ts'
import { say } from '../templates/kpi-target.ts'
import type { DraftLocale } from '../templates/kpi-target.ts'
import { OWNER_ROLES } from '../templates/template.ts'
import type { OwnerRole, Wording } from '../templates/template.ts'
import { sampleEffects } from './effects.ts'
import { SAMPLE_DAYS } from './phases.ts'

interface SampleTarget {
  readonly dimension: Wording
  readonly indicator: Wording
  readonly target: Wording
  readonly path: Wording
  readonly owner: OwnerRole
  readonly actual: (figures: Figures) => Wording
  /** Days from the plan's start; the whole plan when not given. */
  readonly days?: readonly [number, number]
}

interface Figures {
  readonly impressions: number
  readonly conversions: number
  readonly revenueYuan: number
  readonly cpaYuan: number
  readonly roas: number
  readonly visits: number
}

const both = (text: string): Wording => [text, text]

const TARGETS: readonly SampleTarget[] = [
  {
    dimension: ['品牌曝光', 'Reach'],
    indicator: ['全渠道曝光量', 'Impressions, all channels'],
    target: ['≥2000万次', '≥ 20,000,000'],
    path: ['信息流为主，达人笔记与直播补充', 'Feed ads first, notes and streams beside them'],
    owner: 'media',
    actual: ({ impressions }) => [`${impressions}次`, String(impressions)],
  },
  {
    dimension: ['获客', 'Acquisition'],
    indicator: ['新客数', 'New customers'],
    target: ['≥9600人', '≥ 9,600 people'],
    path: ['试喝装首单，社群留存', 'Trial pack first, communities keep them'],
    owner: 'crm',
    actual: ({ conversions }) => [`${conversions}人`, `${conversions} people`],
  },
  {
    dimension: ['销售转化', 'Sales'],
    indicator: ['新品销售额', 'Sales of the new product'],
    target: ['≥280万元', '≥ ¥2,800,000'],
    path: ['直播首发，大促放量，周期购延续', 'Launch stream, big sale, subscriptions'],
    owner: 'lead',
    actual: ({ revenueYuan }) => [`${revenueYuan}元`, `¥${revenueYuan}`],
  },
  {
    dimension: ['效率', 'Efficiency'],
    indicator: ['获客成本', 'CPA'],
    target: ['≤90元', '≤ ¥90'],
    path: ['按周淘汰末位素材', 'Drop the weakest creative every week'],
    owner: 'media',
    actual: ({ cpaYuan }) => [`${cpaYuan.toFixed(2)}元`, `¥${cpaYuan.toFixed(2)}`],
  },
  {
    dimension: ['效率', 'Efficiency'],
    indicator: ['投产比', 'ROAS'],
    target: both('≥1:3'),
    path: ['预算跟着回报走', 'Money follows return'],
    owner: 'lead',
    actual: ({ roas }) => both(`1:${roas.toFixed(2)}`),
  },
  {
    dimension: ['线下', 'Offline'],
    indicator: ['门店体验转化人数', 'Customers won in shops'],
    target: ['≥200人', '≥ 200 people'],
    path: ['六场喂养课堂', 'Six feeding classes'],
    owner: 'events',
    actual: ({ visits }) => [`${visits}人`, `${visits} people`],
    days: [20, 33],
  },
  {
    dimension: ['口碑', 'Word of mouth'],
    indicator: ['售后投诉率', 'Complaint rate'],
    target: both('<1%'),
    path: ['顾问值守，24 小时首响', 'Advisers on duty, first answer within 24 hours'],
    owner: 'crm',
    actual: () => both('0.6%'),
  },
]

/** Targets of the plan; what is reached is summed from the effect table and typed nowhere. */
export function sampleTargets(start: LocalDate, locale: DraftLocale): readonly RecordDraft<'target'>[] {
  const figures = reachedFigures()
  return TARGETS.map((target, index) => {
    const [first, last] = target.days ?? [0, SAMPLE_DAYS - 1]
    return {
      key: `target-${index + 1}`,
      values: completeValues('target', {
        dimension: say(target.dimension, locale),
        indicator: say(target.indicator, locale),
        target: say(target.target, locale),
        actual: say(target.actual(figures), locale),
        path: say(target.path, locale),
        owner: say(OWNER_ROLES[target.owner], locale),
        startDate: addDays(start, first),
        endDate: addDays(start, last),
      }),
    }
  })
}

function reachedFigures(): Figures {
  const rows = sampleEffects('zh-CN').map((draft) => draft.values)
  const totals = effectTotals(rows)
  const ratios = effectRatios(rows)
  const offline = effectTotals(rows.filter((row) => row.clicks === null))
  return {
    impressions: totals.impressions ?? 0,
    conversions: totals.conversions ?? 0,
    revenueYuan: (totals.revenue ?? 0) / 100,
    cpaYuan: (ratios.cpa.value ?? 0) / 100,
    roas: ratios.roas.value ?? 0,
    visits: offline.conversions ?? 0,
  }
}
