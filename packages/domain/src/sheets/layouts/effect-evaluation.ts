import type { SheetLayout } from '../layout.ts'
import * as also from './shared-synonyms.ts'

/** T12 推广效果评估表. */
export const EFFECT_EVALUATION: SheetLayout = {
  kind: 'effect-evaluation',
  entity: 'effect_evaluation',
  zh: '推广效果评估表',
  en: 'Effect evaluation',
  nameHints: ['效果评估', '评估表', 'effect evaluation', 'evaluation'],
  identity: 'metric',
  columns: [
    {
      field: 'metric',
      zh: '评估指标',
      en: 'Metric',
      synonyms: [
        '指标',
        '指标名称',
        '考核指标',
        '评估项',
        '评估维度',
        'KPI',
        'Metric name',
        'Indicator',
        '核心指标',
      ],
    },
    {
      field: 'target',
      zh: '目标值',
      en: 'Target',
      synonyms: ['目标', '目标数值', '计划值', '目标指标', 'Target value', 'Goal', 'Plan'],
    },
    { field: 'actual', zh: '实际值', en: 'Actual', synonyms: also.ACTUAL_VALUE },
    { field: 'statedAttainment', zh: '达成率(%)', en: 'Attainment (%)', synonyms: also.ATTAINMENT },
    {
      field: 'channelReturn',
      zh: '渠道ROI',
      en: 'Channel ROI',
      synonyms: ['ROI', '各渠道ROI', '渠道投产比', '投产比', '投入产出比', '渠道回报', 'Return', 'ROAS'],
    },
    {
      field: 'analysis',
      zh: '效果分析',
      en: 'Analysis',
      synonyms: [
        '分析',
        '原因分析',
        '差异分析',
        '结果分析',
        '评估分析',
        '分析说明',
        'Cause analysis',
        'Findings',
      ],
    },
    {
      field: 'advice',
      zh: '优化建议',
      en: 'Advice',
      synonyms: [
        '建议',
        '改进建议',
        '改进措施',
        '优化措施',
        '后续建议',
        'Suggestion',
        'Suggestions',
        'Recommendation',
        'Recommendations',
      ],
    },
    {
      field: 'rowNumber',
      reads: { as: 'ignored' },
      zh: '序号',
      en: 'No.',
      synonyms: also.ROW_NUMBER,
      optional: true,
    },
  ],
}
