import type { DocumentLocale } from './plan-export.ts'

/** Words of an exported workbook that no layout has. */
export interface ExportWords {
  readonly total: string
  readonly period: (period: string) => string
  /** Title of the detail sheet of one phase, in the wording that the import reads back. */
  readonly phaseTitle: (title: string, phase: string, period: string | null) => string
  readonly detailTab: (phase: string | null) => string
  readonly pickStatus: string
  readonly statusPrompt: string
  readonly roasNote: string
  readonly roiNote: string
  readonly unknownReturnNote: string
  readonly disagreement: (computed: string) => string
  readonly late: string
  readonly met: string
  readonly notMet: string
  readonly daily: string
}

export const EXPORT_WORDS: Readonly<Record<DocumentLocale, ExportWords>> = {
  'zh-CN': {
    total: '合计',
    period: (period) => `(推广周期:${period})`,
    phaseTitle: (title, phase, period) =>
      `${title}(阶段:${phase}${period === null ? '' : `,时间:${period}`})`,
    detailTab: (phase) => (phase === null ? '阶段执行明细表' : `执行明细-${phase}`),
    pickStatus: '状态',
    statusPrompt: '请从列表中选择；是否延期由日期得出，不必填写。',
    roasNote:
      '本列 = 增量销售额 ÷ 成本，即 ROAS；投资回报率 ROI =（增量销售额 − 成本）÷ 成本，等于本列减 1。',
    roiNote: '本列 =（增量销售额 − 成本）÷ 成本，即 ROI；ROAS = 增量销售额 ÷ 成本，等于本列加 1。',
    unknownReturnNote: '本列照原表保留：其数值既不全是 ROAS，也不全是 ROI，请核对。',
    disagreement: (computed) => `原表数值与本行数据不符，按数据计算为 ${computed}。`,
    late: '延期',
    met: '达标',
    notMet: '未达标',
    daily: '渠道日数据',
  },
  en: {
    total: 'Total',
    period: (period) => ` (Period: ${period})`,
    phaseTitle: (title, phase, period) =>
      `${title} (Phase: ${phase}${period === null ? '' : `, Period: ${period}`})`,
    detailTab: (phase) => (phase === null ? 'Phase execution detail' : `Detail - ${phase}`),
    pickStatus: 'Status',
    statusPrompt: 'Choose from the list. Whether a task is late follows from its dates.',
    roasNote:
      'This column is incremental sales / cost, that is ROAS. ROI = (incremental sales - cost) / cost, this column minus 1.',
    roiNote:
      'This column is (incremental sales - cost) / cost, that is ROI. ROAS = incremental sales / cost, this column plus 1.',
    unknownReturnNote:
      'Kept as in the original sheet: its values are neither all ROAS nor all ROI. Please check.',
    disagreement: (computed) => `The sheet's figure is not what this row's data give: ${computed}.`,
    late: 'late',
    met: 'Met',
    notMet: 'Not met',
    daily: 'Daily channel data',
  },
}
