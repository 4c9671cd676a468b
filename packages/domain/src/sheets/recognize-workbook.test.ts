import { describe, expect, test } from 'vitest'
import { recognizeWorkbook } from './recognize-workbook.ts'
import { mergeOf, sheetOf, TRACKER_SHEET, workbookOf } from './sheet.fixture.ts'

describe('C2: a master tracker T1', () => {
  const reading = recognizeWorkbook(workbookOf([TRACKER_SHEET]), { fileName: '秋季新品.xlsx' })
  const [table] = reading.tables

  test('is found under its title row, with the period of the title', () => {
    expect(table).toMatchObject({
      kind: 'tracker',
      headerRow: 2,
      rows: 3,
      title: '秋季新品推广主跟踪表',
      period: { from: '2025-09-01', to: '2025-10-20' },
      isSelected: true,
    })
    expect(reading.planNameSuggestion).toBe('秋季新品')
    expect(reading.problems).toEqual([])
  })

  test('totals: 12,000 + 1.8万 + 30,000 are 60,000.00', () => {
    expect(table?.totals).toEqual({ budget: '60000.00', spent: '20500.50' })
  })

  test('merged phases and goals belong to every row below them', () => {
    expect(table?.records.map(({ phaseName, values }) => [phaseName, values['coreObjective']])).toEqual([
      ['预热期', '攒够种子用户'],
      ['预热期', '攒够种子用户'],
      ['爆发期', '把流量变成订单'],
    ])
    expect(table?.records[1]?.cells['coreObjective']).toBe('B3')
  })

  test('dates without a year take the one of the title', () => {
    expect(table?.records[1]?.values).toMatchObject({
      plannedStart: '2025-09-03',
      plannedEnd: '2025-09-12',
      actualStart: '2025-09-03',
      actualEnd: null,
    })
  })

  test('100 under (%) is 1, and the state follows from actual dates and progress', () => {
    expect(table?.records.map(({ values }) => [values['progress'], values['status']])).toEqual([
      [1, 'done'],
      [0.4, 'in_progress'],
      [0, 'not_started'],
    ])
    expect(table?.records[0]?.derived).toEqual(['status'])
  })

  test('无 and - are known absences; owners and targets stay as written', () => {
    expect(table?.records[0]?.values).toMatchObject({
      issue: null,
      solution: null,
      remark: null,
      owner: '媒介专员*',
      kpi: '签约达人≥8人',
    })
    expect(table?.records[1]?.values).toMatchObject({ kpi: '点赞率≥3%,完播率≥30%', reached: '3.4%' })
  })

  test('phases run from their earliest start to their latest end', () => {
    expect(reading.phases).toEqual([
      { name: '预热期', startDate: '2025-09-01', endDate: '2025-09-12', isStated: false },
      { name: '爆发期', startDate: '2025-10-01', endDate: '2025-10-07', isStated: false },
    ])
  })

  test('the same sheet as text, where merges are lost, fills the phase down and says so', () => {
    const csv = recognizeWorkbook(workbookOf([{ ...TRACKER_SHEET, merges: [] }], 'csv'))
    expect(csv.tables[0]?.records.map(({ phaseName }) => phaseName)).toEqual(['预热期', '预热期', '爆发期'])
    expect(csv.problems.map(({ code, cell }) => [code, cell])).toEqual([
      ['filled_from_above', 'A4'],
      ['filled_from_above', 'B4'],
    ])
  })

  test('in a workbook a blank phase without a merge stays blank', () => {
    const unmerged = recognizeWorkbook(workbookOf([{ ...TRACKER_SHEET, merges: [] }]))
    expect(unmerged.tables[0]?.records.map(({ phaseName }) => phaseName)).toEqual(['预热期', null, '爆发期'])
  })

  test('an amount merged over two tasks counts once', () => {
    const merges = [...TRACKER_SHEET.merges, mergeOf('I3:I4')]
    const rows = TRACKER_SHEET.rows.map((row, index) => (index === 3 ? row.with(8, null) : row))
    const { tables, problems } = recognizeWorkbook(workbookOf([{ ...TRACKER_SHEET, rows, merges }]))
    expect(tables[0]?.records.map(({ values }) => values['budget'])).toEqual([1_200_000, null, 3_000_000])
    expect(tables[0]?.totals['budget']).toBe('42000.00')
    expect(problems.map(({ code, cell }) => [code, cell])).toEqual([['shared_amount', 'I3']])
  })

  test('a task merged over rows that only add a KPI is one task with both', () => {
    const kpis = [
      null,
      null,
      null,
      null,
      null,
      null,
      null,
      null,
      null,
      null,
      null,
      '转粉≥2000',
      '1800',
      null,
      null,
      null,
    ]
    const rows = TRACKER_SHEET.rows.toSpliced(4, 0, kpis)
    const merges = [
      ...TRACKER_SHEET.merges.slice(0, 1),
      ...['A3:A5', 'B3:B5', 'C4:C5', 'D4:D5', 'I4:I5'].map(mergeOf),
    ]
    const [table] = recognizeWorkbook(workbookOf([{ ...TRACKER_SHEET, rows, merges }])).tables
    expect(table).toMatchObject({
      rows: 3,
      excluded: [{ row: 5, reason: 'continuation' }],
      totals: { budget: '60000.00' },
    })
    expect(table?.records[1]?.values).toMatchObject({
      kpi: '点赞率≥3%,完播率≥30%；转粉≥2000',
      reached: '3.4%；1800',
    })
  })

  test('单位:万元 above the header is the unit of amounts whose headers name none', () => {
    const rows = [
      ['推广跟踪表'],
      ['单位：万元'],
      ['推广阶段', '关键任务', '任务负责人', '预算', '实际支出(元)'],
      ['预热期', '选人', '甲', 1.1, 500],
    ]
    const [table] = recognizeWorkbook(workbookOf([sheetOf('表', rows)])).tables
    expect(table?.totals).toEqual({ budget: '11000.00', spent: '500.00' })
  })

  test('a cell that cannot be read keeps its text and names its address', () => {
    const rows = TRACKER_SHEET.rows.map((row, index) =>
      index === 2 ? row.with(5, '看档期').with(8, '待定价') : row,
    )
    const { tables, problems } = recognizeWorkbook(workbookOf([{ ...TRACKER_SHEET, rows }]))
    expect(tables[0]?.records[0]).toMatchObject({
      values: { plannedEnd: null, budget: null },
      unread: { plannedEnd: '看档期', budget: '待定价' },
    })
    expect(problems.map(({ code, cell, severity }) => [code, cell, severity])).toEqual([
      ['unreadable_date', 'F3', 'warning'],
      ['unreadable_money', 'I3', 'warning'],
    ])
  })
})

describe('C2: an execution detail T2', () => {
  const sheet = sheetOf(
    '明细',
    [
      ['推广阶段执行明细表(阶段:爆发期,时间:2025年6月1日-6月14日)'],
      [
        '日期',
        '任务内容',
        '具体执行步骤',
        '负责人',
        '计划完成时间',
        '实际完成时间',
        '完成状态(未开始/进行中/已完成/延期)',
        '需协调资源',
        '问题与反馈',
      ],
      ['6.1', '定价', '比价\n定稿', '甲*', '17:00', '16:30', '已完成', '无', null],
      [
        '6.2-6.5',
        '写脚本',
        '四段',
        '乙*',
        '6.5 18:00',
        { date: '2025-06-05T19:05' },
        '已完成(延期1小时)',
        '-',
        '已补充',
      ],
      ['6.10', '开播', '', '甲*', '6.10', null, '延期', null, null],
    ],
    { merges: [mergeOf('A1:I1')] },
  )
  const [table] = recognizeWorkbook(workbookOf([sheet])).tables

  test('takes phase and period from its title', () => {
    expect(table).toMatchObject({
      kind: 'execution-detail',
      phaseName: '爆发期',
      period: { from: '2025-06-01', to: '2025-06-14' },
    })
    expect(table?.records.every(({ phaseName }) => phaseName === '爆发期')).toBe(true)
  })

  test('6.1 is one day, 6.2-6.5 a span, and 17:00 borrows the day', () => {
    expect(table?.records[0]?.values).toMatchObject({
      startDate: '2025-06-01',
      endDate: '2025-06-01',
      plannedFinish: '2025-06-01T17:00',
      actualFinish: '2025-06-01T16:30',
    })
    expect(table?.records[1]?.values).toMatchObject({
      startDate: '2025-06-02',
      endDate: '2025-06-05',
      plannedFinish: '2025-06-05T18:00',
      actualFinish: '2025-06-05T19:05',
    })
  })

  test('a day alone means by its end', () => {
    expect(table?.records[2]?.values['plannedFinish']).toBe('2025-06-10T23:59')
  })

  test('what a state says beyond its word is its note; 延期 is in progress with the word kept', () => {
    expect(table?.records.map(({ values }) => [values['status'], values['statusNote']])).toEqual([
      ['done', null],
      ['done', '已完成(延期1小时)'],
      ['in_progress', '延期'],
    ])
  })
})

describe('C2: dates without any year', () => {
  const sheet = sheetOf(
    '执行任务分解表',
    [
      ['策略', '任务名称', '任务描述', '交付标准', '负责人', '开始时间', '截止时间', '状态', '依赖任务'],
      ['口碑', '选人', '找 20 位', '名单', '甲', 7.1, '7.10', '已完成', '无'],
      [null, '写稿', '每人一篇', '审核通过', '乙', 7.11, '7.20', '进行中', '选人'],
      ['投放', '拍片', '三条', '上线', '丙', 7.5, 7.15, '未开始', '预算获批'],
    ],
    { merges: [mergeOf('A2:A3')] },
  )

  test('are one question for the workbook, and until then text', () => {
    const { questions, tables } = recognizeWorkbook(
      workbookOf([
        sheet,
        sheetOf('营销资源分配表', [
          ['策略方向', '预算(万元)', '时间周期'],
          ['口碑', 1.2, '7.1-7.31'],
        ]),
      ]),
    )
    expect(questions).toEqual([
      { code: 'year_missing', answer: 'year', count: 7, sheet: '执行任务分解表', cell: 'F2' },
    ])
    expect(tables[0]?.records[0]).toMatchObject({
      values: { plannedStart: null },
      unread: { plannedStart: '7.1', plannedEnd: '7.10' },
    })
  })

  test('are read with the answer: number 7.1 is July 1, text 7.10 July 10', () => {
    const { tables, questions } = recognizeWorkbook(workbookOf([sheet]), { answers: { year: 2025 } })
    expect(questions).toEqual([])
    expect(tables[0]?.records.map(({ values }) => [values['plannedStart'], values['plannedEnd']])).toEqual([
      ['2025-07-01', '2025-07-10'],
      ['2025-07-11', '2025-07-20'],
      ['2025-07-05', '2025-07-15'],
    ])
    expect(tables[0]?.records.map(({ values }) => values['strategy'])).toEqual(['口碑', '口碑', '投放'])
  })

  test('a year in the file name answers the question', () => {
    expect(
      recognizeWorkbook(workbookOf([sheet]), { fileName: '2024年夏季.xlsx' }).tables[0]?.records[0]?.values[
        'plannedStart'
      ],
    ).toBe('2024-07-01')
  })

  test('the number 7.1 shown as 7.10 is July 10', () => {
    const shown = { ...sheet, numberFormats: { F2: '0.00' } }
    expect(
      recognizeWorkbook(workbookOf([shown]), { answers: { year: 2025 } }).tables[0]?.records[0]?.values[
        'plannedStart'
      ],
    ).toBe('2025-07-10')
  })

  test('the number 7.2 that ends before its start stays July 2 and asks whether 7.20 was meant', () => {
    const late = { ...sheet, rows: sheet.rows.map((row, index) => (index === 2 ? row.with(6, 7.2) : row)) }
    const { tables, problems } = recognizeWorkbook(workbookOf([late]), { answers: { year: 2025 } })
    expect(tables[0]?.records[1]?.values['plannedEnd']).toBe('2025-07-02')
    expect(problems).toContainEqual(
      expect.objectContaining({
        code: 'doubtful_date',
        cell: 'G3',
        severity: 'warning',
        params: { text: '7.2', date: '2025-07-02', doubt: '2025-07-20' },
      }),
    )
  })

  test('dependencies link to tasks by name; 预算获批 names none and stays text', () => {
    const { dependencies, problems, tables } = recognizeWorkbook(workbookOf([sheet]), {
      answers: { year: 2025 },
    })
    expect(dependencies[0]).toMatchObject({
      links: [{ fromRow: 2, toRow: 3, type: 'FS', lagDays: 0 }],
      unmatched: [{ row: 4, text: '预算获批' }],
    })
    expect(problems.find(({ code }) => code === 'dependency_unmatched')).toMatchObject({
      cell: 'I4',
      severity: 'info',
    })
    expect(tables[0]?.records[2]?.values['dependency']).toBe('预算获批')
  })

  test('1.2 万元 is exactly 12,000.00', () => {
    const { tables } = recognizeWorkbook(
      workbookOf([
        sheetOf('营销资源分配表', [
          ['策略方向', '预算(万元)', '人力配置(人)'],
          ['口碑', 1.1, 2],
          ['投放', '0.1', '1(媒介1)'],
        ]),
      ]),
    )
    expect(tables[0]?.records.map(({ values }) => [values['budget'], values['people']])).toEqual([
      [1_100_000, '2'],
      [100_000, '1(媒介1)'],
    ])
  })
})
