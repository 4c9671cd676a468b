import type { WorkbookDocument } from '@yingce/domain/sheets/workbook-document'

/** A tracker with everything a workbook document can say, for tests of the writer. */
export const SAMPLE_WORKBOOK: WorkbookDocument = {
  title: '新品上市推广计划',
  looks: {
    title: { bold: true, fontSize: 16, align: 'left', fontColor: '1F2A44' },
    note: { fontColor: '6B7280', wrap: true, verticalAlign: 'top' },
    header: { bold: true, fill: 'E8EEF7', align: 'center', wrap: true, border: 'thin', fontColor: '1F2A44' },
    text: { border: 'thin', wrap: true, verticalAlign: 'center' },
    phase: { border: 'thin', bold: true, align: 'center', wrap: true, fill: 'F6F8FB' },
    center: { border: 'thin', align: 'center' },
    money: { border: 'thin', numberFormat: '#,##0.00' },
    percent: { border: 'thin', numberFormat: '0%' },
    total: { border: 'topMedium', bold: true, numberFormat: '#,##0.00' },
  },
  names: [{ name: '预算明细', sheet: '主跟踪表 (2026)', range: { top: 4, left: 7, bottom: 7, right: 7 } }],
  sheets: [
    {
      name: '主跟踪表 (2026)',
      tabColor: '2F6FDE',
      columns: [
        { width: 6, hidden: true },
        { width: 12 },
        { width: 30 },
        { width: 12 },
        { width: 12 },
        { width: 18 },
        { width: 14 },
        { width: 14 },
        { width: 10 },
        { width: 12 },
      ],
      rows: [
        {
          height: 28,
          cells: [
            null,
            { value: '市场推广计划主跟踪表（推广周期：2026-05-01 至 2026-06-20）', look: 'title' },
          ],
        },
        {
          cells: [
            null,
            {
              value:
                '金额单位：元。进度为 0–100%；状态列可在下拉框中选择，延期任务整行标红。本表由系统导出，可在补充内容后重新导入；隐藏列用于识别行，请勿删除。',
              look: 'note',
            },
          ],
        },
        {
          height: 32,
          cells: [
            'id',
            '推广阶段',
            '关键任务',
            '负责人',
            '计划开始',
            '开播时间',
            '预算金额(元)',
            '实际支出(元)',
            '执行进度',
            '状态',
          ].map((value) => ({ value, look: 'header' })),
        },
        row(
          't1',
          '筹备期',
          '市场调研报告输出\n含竞品与用户访谈',
          '张敏',
          '2026-05-06',
          null,
          50000,
          48200.5,
          1,
          '已完成',
        ),
        row('t2', null, '海报设计初稿', '设计专员*', '2026-05-26', null, 12000, 3000, 0.6, '进行中'),
        row(
          't3',
          '爆发期',
          '直播选品与价格谈判',
          '李想',
          '2026-06-01',
          { date: '2026-06-01T20:00' },
          200000,
          0,
          0,
          '延期',
        ),
        row(
          't4',
          null,
          '=SUM(A1) 这样的文字也只是文字',
          '@运营',
          '2026-06-14',
          { time: '20:30' },
          99999.99,
          null,
          0.05,
          '未开始',
        ),
        {
          cells: [
            null,
            { value: '合计', look: 'total' },
            { value: null, look: 'total' },
            { value: null, look: 'total' },
            { value: null, look: 'total' },
            { value: null, look: 'total' },
            { value: 361999.99, formula: 'SUM(G4:G7)', look: 'total' },
            { value: 51200.5, formula: 'SUM(H4:H7)', look: 'total' },
            { value: 0.1414378, formula: 'H8/G8', look: 'total', numberFormat: '0.0%' },
            { value: null, look: 'total' },
          ],
        },
      ],
      merges: [
        { top: 1, left: 2, bottom: 1, right: 10 },
        { top: 2, left: 2, bottom: 2, right: 10 },
        { top: 4, left: 2, bottom: 5, right: 2 },
        { top: 6, left: 2, bottom: 7, right: 2 },
      ],
      freeze: { rows: 3, columns: 3 },
      filter: { top: 3, left: 2, bottom: 7, right: 10 },
      choices: [
        {
          range: { top: 4, left: 10, bottom: 200, right: 10 },
          choices: ['未开始', '进行中', '已完成', '延期', '暂停'],
          promptTitle: '状态',
          prompt: '请从列表选择',
        },
        {
          range: { top: 4, left: 4, bottom: 200, right: 4 },
          choices: Array.from({ length: 60 }, (_, index) => `负责人 ${index + 1}，市场部`),
          allowOther: true,
        },
      ],
      conditions: [
        {
          range: { top: 4, left: 10, bottom: 7, right: 10 },
          when: 'equals',
          text: '已完成',
          look: { fill: 'DFF3E4', fontColor: '1B6B36' },
        },
        {
          range: { top: 4, left: 2, bottom: 7, right: 10 },
          when: 'formula',
          formula: '$J4="延期"',
          look: { fontColor: 'B42318' },
        },
        { range: { top: 4, left: 9, bottom: 7, right: 9 }, when: 'bar', max: 1, color: '8FB4F0' },
      ],
      print: { orientation: 'landscape', repeatRows: { from: 3, to: 3 }, footerLeft: '营策 & 市场部' },
    },
    {
      name: '主跟踪表 (2026)',
      columns: [{ width: 20 }],
      rows: [{ cells: [{ value: '素材库', link: 'https://example.com/a?b=1&c=2', note: '外部链接' }] }],
    },
    {
      name: '推广/效果:分析[表]',
      hidden: true,
      columns: [],
      rows: [{ cells: [{ value: true }, { value: '1834567890123456780' }, { value: '50,000' }] }],
    },
  ],
}

function row(
  id: string,
  phase: string | null,
  task: string,
  owner: string,
  start: string,
  live: { readonly date: string } | { readonly time: string } | null,
  budget: number,
  spent: number | null,
  progress: number,
  state: string,
): WorkbookDocument['sheets'][number]['rows'][number] {
  return {
    cells: [
      { value: id },
      { value: phase, look: 'phase' },
      { value: task, look: 'text' },
      { value: owner, look: 'center' },
      { value: { date: start }, look: 'center' },
      { value: live, look: 'center' },
      { value: budget, look: 'money' },
      { value: spent, look: 'money' },
      { value: progress, look: 'percent' },
      { value: state, look: 'center' },
    ],
  }
}
