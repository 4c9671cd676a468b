import type { GradeDimension, ResourceChange } from '../grading/channel-grade.ts'
import type { RetentionMetric } from '../grading/retention.ts'
import type { ReportLocale } from '../review/document/report-input.ts'
import type { BoardEvent } from './board-event.ts'
import type { BlockKind, BoardDimension } from './board-layout.ts'
import type { BoardMetric } from './board-metric.ts'
import type { GradeBase } from './channel-board.ts'

/** What an exported board says in one language. */
export interface BoardWords {
  readonly title: string
  readonly metric: Readonly<Record<BoardMetric, string>>
  readonly dimension: Readonly<Record<BoardDimension, string>>
  readonly block: Readonly<Record<BlockKind, (dimension: string, metric: string) => string>>
  readonly total: string
  readonly none: string
  readonly meanLikes: string
  readonly day: string
  readonly target: string
  readonly change: (share: string) => string
  readonly due: (text: string, due: string, status: string) => string
  readonly grade: string
  readonly score: string
  readonly arithmetic: string
  readonly advice: string
  readonly share: (metric: string) => string
  readonly gradeDimension: Readonly<Record<GradeDimension, string>>
  readonly advise: Readonly<Record<ResourceChange, string>>
  readonly retention: Readonly<Record<RetentionMetric, string>>
  readonly base: Readonly<Record<GradeBase['kind'], string>>
  readonly step: (dimension: string, metric: string, actual: string, kind: string, base: string) => string
  readonly gap: (kind: 'sample_too_small' | 'no_data' | null, conversions: string) => string
  readonly overall: string
  readonly fromBefore: (metric: string) => string
  readonly loss: (group: string, from: string, to: string, drop: string, lost: string) => string
  readonly highest: (name: string, value: string) => string
  readonly events: {
    readonly title: string
    readonly kind: Readonly<Record<BoardEvent['kind'], string>>
    /** At a mark of the axis: kind, who did it where it is said, and what. */
    readonly mark: (kind: BoardEvent['kind'], who: string | null, what: string) => string
    /** Day, until, kind, competitor, what, channel, source. */
    readonly columns: readonly string[]
  }
  readonly omitted: (count: string) => string
  readonly partial: (dimension: string) => string
  readonly ratioNote: string
  readonly noFigures: string
  readonly period: string
  readonly compared: string
  readonly from: string
  readonly source: (names: string, from: string, to: string, day: string) => string
  readonly byHand: string
  /** Metric, trusted source and its figure, the other and its figure. */
  readonly setAside: (metric: string, trusted: string, counted: string, other: string, left: string) => string
  readonly comma: string
  /** Between two sentences. */
  readonly stop: string
}

export const BOARD_WORDS: Readonly<Record<ReportLocale, BoardWords>> = {
  'zh-CN': {
    title: '渠道看板',
    metric: {
      impressions: '曝光',
      clicks: '点击',
      ctr: '点击率',
      conversions: '转化',
      cvrClick: '转化率',
      cost: '消耗',
      cpa: '转化成本',
      cac: '新客获取成本',
      revenue: '成交额',
      roas: '投产比',
    },
    dimension: {
      channel: '渠道',
      content: '内容',
      creator: '达人',
      campaign: '推广计划',
      ad: '广告',
      audience: '人群',
      product: '商品',
      region: '地区',
    },
    block: {
      tiles: () => '总览',
      groups: (dimension) => `${dimension}对比`,
      trend: (_dimension, metric) => `每日走势：${metric}`,
      heat: (dimension, metric) => `${dimension} × 日：${metric}`,
      funnel: (dimension) => `转化漏斗：按${dimension}`,
      grades: (dimension) => `${dimension}分级`,
    },
    total: '合计',
    none: '未标明',
    meanLikes: '篇均点赞',
    day: '日期',
    target: '目标',
    change: (share) => `较上期 ${share}`,
    due: (text, due, status) => `目标 ${text}，本期应达 ${due}，${status}`,
    grade: '等级',
    score: '得分',
    arithmetic: '算法',
    advice: '资源建议',
    share: (metric) => `${metric}占比`,
    gradeDimension: { quality: '质量', cost: '成本', retention: '留存' },
    advise: { increase: '加量', keep: '保持', reduce: '减量', wait: '再等数据' },
    retention: { retentionRate: '留存率', repurchaseRate: '复购率' },
    base: {
      channel_target: '渠道目标',
      plan_target: '计划目标',
      benchmark: '行业基准',
      all_channels: '全渠道水平',
    },
    step: (dimension, metric, actual, kind, base) => `${dimension}：${metric} ${actual}，对照${kind} ${base}`,
    gap: (kind, conversions) =>
      kind === 'sample_too_small' ? `样本不足（${conversions} 次转化）` : '无数据',
    overall: '整体转化',
    fromBefore: (metric) => `到${metric}的比率`,
    loss: (group, from, to, drop, lost) =>
      `流失最大：${group}在${from} → ${to}，流失 ${drop}（${lost} 次）。`,
    highest: (name, value) => `最高的是 ${name}，为 ${value}。`,
    events: {
      title: '期间的策略调整与竞品动态',
      mark: (kind, who, what) =>
        `${kind === 'competitor' ? '竞品' : '调整'} · ${who === null ? '' : `${who}：`}${what}`,
      kind: { adjustment: '策略调整', competitor: '竞品动态' },
      columns: ['日期', '结束日期', '类别', '竞品', '内容', '渠道', '来源'],
    },
    omitted: (count) => `另有 ${count} 项未列出，合计含全部。`,
    partial: (dimension) => `合计为全部数据，其中未标明${dimension}的不在各行中。`,
    ratioNote: '比率由合计的分子与分母相除，只计两者都有数据的行；“—”为缺少数据，不以 0 代替。',
    noFigures: '这段时间没有数据。',
    period: '时间段',
    compared: '对比时间段',
    from: '来源',
    source: (names, from, to, day) => `来源：${names}；数据 ${from} 至 ${to}；由营策于 ${day} 导出`,
    byHand: '计划数据表',
    setAside: (metric, trusted, counted, other, left) =>
      `${metric}：两个来源都有数据的日子以${trusted}为准，计 ${counted}；${other}为 ${left}，未计入。`,
    comma: '、',
    stop: '',
  },
  en: {
    title: 'Channel board',
    metric: {
      impressions: 'Impressions',
      clicks: 'Clicks',
      ctr: 'CTR',
      conversions: 'Conversions',
      cvrClick: 'CVR',
      cost: 'Cost',
      cpa: 'CPA',
      cac: 'CAC',
      revenue: 'Revenue',
      roas: 'ROAS',
    },
    dimension: {
      channel: 'Channel',
      content: 'Content',
      creator: 'Creator',
      campaign: 'Campaign',
      ad: 'Ad',
      audience: 'Audience',
      product: 'Product',
      region: 'Region',
    },
    block: {
      tiles: () => 'Overview',
      groups: (dimension) => `By ${dimension.toLowerCase()}`,
      trend: (_dimension, metric) => `Daily trend: ${metric}`,
      heat: (dimension, metric) => `${dimension} × day: ${metric}`,
      funnel: (dimension) => `Funnel by ${dimension.toLowerCase()}`,
      grades: (dimension) => `Grades by ${dimension.toLowerCase()}`,
    },
    total: 'Total',
    none: 'Not named',
    meanLikes: 'Mean likes',
    day: 'Day',
    target: 'Target',
    change: (share) => `${share} on the period before`,
    due: (text, due, status) => `Target ${text}, ${due} in this period: ${status}`,
    grade: 'Grade',
    score: 'Score',
    arithmetic: 'Arithmetic',
    advice: 'Resources',
    share: (metric) => `Share of ${metric.toLowerCase()}`,
    gradeDimension: { quality: 'Quality', cost: 'Cost', retention: 'Retention' },
    advise: { increase: 'Increase', keep: 'Keep', reduce: 'Reduce', wait: 'Wait for data' },
    retention: { retentionRate: 'Retention rate', repurchaseRate: 'Repurchase rate' },
    base: {
      channel_target: 'its target',
      plan_target: 'the plan’s target',
      benchmark: 'the benchmark',
      all_channels: 'all together',
    },
    step: (dimension, metric, actual, kind, base) =>
      `${dimension}: ${metric} ${actual} against ${kind} ${base}`,
    gap: (kind, conversions) =>
      kind === 'sample_too_small' ? `Sample too small (${conversions} conversions)` : 'No data',
    overall: 'Overall',
    fromBefore: (metric) => `Rate to ${metric.toLowerCase()}`,
    loss: (group, from, to, drop, lost) =>
      `Biggest loss: ${group}, ${from.toLowerCase()} → ${to.toLowerCase()}, ${drop} lost (${lost}).`,
    highest: (name, value) => `Highest on ${name} with ${value}.`,
    events: {
      title: 'Adjustments and competitor events of the period',
      mark: (kind, who, what) =>
        `${kind === 'competitor' ? 'Competitor' : 'Adjustment'} · ${who === null ? '' : `${who}: `}${what}`,
      kind: { adjustment: 'Adjustment', competitor: 'Competitor' },
      columns: ['Day', 'Until', 'Kind', 'Competitor', 'What', 'Channel', 'Source'],
    },
    omitted: (count) => `${count} more are not listed; the total has them all.`,
    partial: (dimension) =>
      `The total is of all figures, also of those that name no ${dimension.toLowerCase()}.`,
    ratioNote:
      'Ratios are sums divided by sums, over rows that have both parts; “—” means missing, which is not zero.',
    noFigures: 'No figures in this period.',
    period: 'Period',
    compared: 'Compared with',
    from: 'Source',
    source: (names, from, to, day) =>
      `Source: ${names}; figures of ${from} to ${to}; exported from Yingce on ${day}`,
    byHand: 'data sheet of the plan',
    setAside: (metric, trusted, counted, other, left) =>
      `${metric}: on days that both sources have, ${trusted} counts with ${counted}; ${other} says ${left}, which is left out.`,
    comma: ', ',
    stop: ' ',
  },
}
