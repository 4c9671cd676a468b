import type { CellValue, MergedRange, SheetTable, SourceFormat, SourceWorkbook } from './workbook.ts'

/** A sheet written in a test. */
export function sheetOf(
  name: string,
  rows: readonly (readonly CellValue[])[],
  more: Partial<SheetTable> = {},
): SheetTable {
  return {
    name,
    hidden: false,
    rows,
    merges: [],
    numberFormats: {},
    formulas: {},
    hiddenRows: [],
    hiddenColumns: [],
    ...more,
  }
}

/** "A3:A4" as a merged block. */
export function mergeOf(range: string): MergedRange {
  const corner = (address: string): [number, number] => {
    const [, letters = 'A', row = '1'] = /^([A-Z]+)(\d+)$/.exec(address) ?? []
    return [Number(row), [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)]
  }
  const [from = 'A1', to = from] = range.split(':')
  const [top, left] = corner(from)
  const [bottom, right] = corner(to)
  return { top, left, bottom, right }
}

export function workbookOf(sheets: readonly SheetTable[], format: SourceFormat = 'xlsx'): SourceWorkbook {
  return {
    format,
    encoding: format === 'csv' ? 'utf-8' : null,
    delimiter: format === 'csv' ? ',' : null,
    sheets,
    notices: [],
  }
}

/** A master tracker of an invented campaign in the team's layout: two phases merged over their tasks. */
export const TRACKER_SHEET: SheetTable = sheetOf(
  '主跟踪表',
  [
    ['秋季新品推广主跟踪表(推广周期:2025年9月1日-2025年10月20日)'],
    [
      '推广阶段',
      '核心目标',
      '关键任务',
      '任务负责人',
      '计划开始时间',
      '计划结束时间',
      '实际开始时间',
      '实际结束时间',
      '预算金额(元)',
      '实际支出(元)',
      '执行进度(%)',
      '核心KPI指标',
      '当前达成值',
      '问题记录',
      '解决方案',
      '备注',
    ],
    [
      '预热期',
      '攒够种子用户',
      '达人名单确认',
      '媒介专员*',
      '2025-09-01',
      '2025-09-05',
      '2025-09-01',
      '2025-09-04',
      '12,000',
      '11,500.50',
      100,
      '签约达人≥8人',
      '9人',
      '无',
      '无',
      '-',
    ],
    [
      null,
      null,
      '主视觉与短片',
      '设计组',
      '9.3',
      '9.12',
      '9.3',
      '-',
      '1.8万',
      9000,
      40,
      '点赞率≥3%,完播率≥30%',
      '3.4%',
      '缺一名剪辑',
      '外包两条',
      null,
    ],
    [
      '爆发期',
      '把流量变成订单',
      '直播专场',
      '渠道经理*',
      { date: '2025-10-01' },
      { date: '2025-10-07' },
      null,
      null,
      30000,
      null,
      0,
      '每场观看≥5万',
      null,
      null,
      null,
      '国庆',
    ],
  ],
  { merges: ['A1:P1', 'A3:A4', 'B3:B4'].map(mergeOf) },
)
