import { describe, expect, test } from 'vitest'
import { recognizeWorkbook } from './recognize-workbook.ts'
import { mergeOf, sheetOf, workbookOf } from './sheet.fixture.ts'
import type { SheetTable } from './workbook.ts'

const HEADER = ['预算项目', '占比(%)', '预算金额(元)', '已支出(元)', '负责人']

function read(rows: SheetTable['rows'], more: Partial<SheetTable> = {}) {
  const reading = recognizeWorkbook(workbookOf([sheetOf('预算分配表', [HEADER, ...rows], more)]))
  return { reading, table: reading.tables[0] }
}

describe('C2: rows that are no records', () => {
  test('a labelled total is left out and agrees with the rows', () => {
    const { table } = read([
      ['达人', 60, 600, 100, '甲'],
      ['投流', 40, 400.5, null, '乙'],
      ['合计', 100, '1,000.50', 100, null],
    ])
    expect(table).toMatchObject({
      rows: 2,
      excluded: [{ row: 4, reason: 'total' }],
      totals: { budget: '1000.50', spent: '100.00' },
    })
    expect(table?.totalChecks.map(({ index, agrees }) => [index, agrees])).toEqual([
      [3, true],
      [4, true],
    ])
  })

  test.each(['预算总计', 'Grand total', '总 计：'])('%s heads a row of totals', (label) => {
    const { table } = read([
      ['达人', 60, 600],
      ['投流', 40, 400],
      [label, 100, 900],
    ])
    expect(table).toMatchObject({ rows: 2, excluded: [{ row: 4, reason: 'total' }] })
  })

  test('a label of totals without any figure is no record', () => {
    const { table } = read([
      ['达人', 60, 600],
      ['合计', null, null],
    ])
    expect(table).toMatchObject({ rows: 1, excluded: [{ row: 3, reason: 'total' }] })
  })

  test('a formula without its value is unknown, not missing', () => {
    const { reading, table } = read([['达人', 60, null, 5]], { formulas: { C2: 'SUM(D2:D9)' } })
    expect(table?.records[0]).toMatchObject({ values: { budget: null }, unread: { budget: '=SUM(D2:D9)' } })
    expect(reading.problems).toMatchObject([{ code: 'cell_error', cell: 'C2' }])
  })

  test.each(['总预算', '全部', '总额'])('%s is a total only where its figures are the sums', (label) => {
    const sums = read([
      ['达人', 60, 600],
      ['投流', 40, 400],
      [label, 100, 1000],
    ])
    expect(sums.table).toMatchObject({ rows: 2, excluded: [{ row: 4, reason: 'total' }] })
    const other = read([
      ['达人', 60, 600],
      ['投流', 40, 400],
      [label, 100, 900],
    ])
    expect(other.table).toMatchObject({ rows: 3, excluded: [] })
  })

  test('signatures in one row under the table are a note', () => {
    const { reading, table } = read([
      ['达人', 60, 600, 50, '甲'],
      ['填表人：张三', null, null, '审核：李四', null],
    ])
    expect(table).toMatchObject({ rows: 1, excluded: [{ row: 3, reason: 'note' }] })
    expect(reading.problems).toEqual([])
  })

  test('a total that differs from its rows is pointed out with both figures', () => {
    const { reading } = read([
      ['达人', 60, 600, null, '甲'],
      ['投流', 40, 400, null, '乙'],
      ['总计：', 100, 1100, null, null],
    ])
    expect(reading.problems).toMatchObject([
      { code: 'total_mismatch', cell: 'C4', params: { stated: '1100', computed: '1000' } },
    ])
  })

  test('a row without a label whose figures are the sums is a total', () => {
    const { table } = read([
      ['达人', 60, 600, 50, '甲'],
      ['投流', 40, 400, 20, '乙'],
      [null, null, 1000, 70, null],
    ])
    expect(table).toMatchObject({ rows: 2, excluded: [{ row: 4, reason: 'unlabelled_total' }] })
  })

  test('a row without a label whose figures are not the sums is an error, never dropped in silence', () => {
    const { reading, table } = read([
      ['达人', 60, 600, 50, '甲'],
      ['投流', 40, 400, 20, '乙'],
      [null, null, 900, 70, null],
    ])
    expect(table?.excluded).toEqual([{ row: 4, reason: 'no_name' }])
    expect(reading.problems).toMatchObject([{ code: 'no_name', cell: 'A4', severity: 'error' }])
  })

  test('a subtotal is left out, a name that only contains 合计 is not', () => {
    const { table } = read([
      ['达人', 60, 600, null, '甲'],
      ['线上小计', 60, 600, null, null],
      ['合计费用核对', 1, 10, null, '丙'],
    ])
    expect(table?.records.map(({ row }) => row)).toEqual([2, 4])
    expect(table?.excluded).toEqual([{ row: 3, reason: 'subtotal' }])
  })

  test('blank rows go without a word, remarks below as notes', () => {
    const { table } = read(
      [
        ['达人', 60, 600, null, '甲'],
        [],
        ['投流', 40, 400, null, '乙'],
        [],
        ['注:含税'],
        ['以上预算由市场部解释，各项目之间可以调剂使用'],
      ],
      { merges: [mergeOf('A7:E7')] },
    )
    expect(table?.records.map(({ row }) => row)).toEqual([2, 4])
    expect(table?.excluded).toEqual([
      { row: 6, reason: 'note' },
      { row: 7, reason: 'note' },
    ])
  })

  test('the header once more, as on a second printed page, is left out', () => {
    const { table } = read([['达人', 60, 600, null, '甲'], HEADER, ['投流', 40, 400, null, '乙']])
    expect(table).toMatchObject({ rows: 2, excluded: [{ row: 3, reason: 'repeated_header' }] })
  })

  test('hidden rows are left out, counted, and taken in when asked for', () => {
    const sheet = sheetOf(
      '预算分配表',
      [HEADER, ['达人', 60, 600, null, '甲'], ['旧项', 40, 400, null, '乙']],
      { hiddenRows: [3] },
    )
    const reading = recognizeWorkbook(workbookOf([sheet]))
    expect(reading.tables[0]).toMatchObject({ rows: 1, excluded: [{ row: 3, reason: 'hidden_row' }] })
    expect(reading.problems).toMatchObject([{ code: 'hidden_rows', params: { count: 1 } }])
    expect(recognizeWorkbook(workbookOf([sheet]), { includeHiddenRows: true }).tables[0]?.rows).toBe(2)
  })

  test('lines named 应急, 备用 or 储备 are the reserve', () => {
    const { table } = read([
      ['达人', 60, 600, null, '甲'],
      ['应急储备金', 10, 100, null, '乙'],
    ])
    expect(table?.records.map(({ values }) => values['isReserve'])).toEqual([false, true])
  })

  test('a merged heading over rows names their phase where the sheet has no phase column filled', () => {
    const sheet = sheetOf(
      '主跟踪表',
      [
        ['关键任务', '任务负责人', '计划开始时间', '计划结束时间', '预算金额(元)'],
        ['预热期'],
        ['选人', '甲', '2025-09-01', '2025-09-03', 5],
        ['爆发期'],
        ['直播', '乙', '2025-10-01', '2025-10-02', 6],
      ],
      { merges: [mergeOf('A2:E2'), mergeOf('A4:E4')] },
    )
    const { tables } = recognizeWorkbook(workbookOf([sheet]))
    expect(tables[0]?.records.map(({ phaseName, values }) => [phaseName, values['name']])).toEqual([
      ['预热期', '选人'],
      ['爆发期', '直播'],
    ])
    expect(tables[0]?.excluded.map(({ reason }) => reason)).toEqual(['section', 'section'])
  })
})

describe('C2: where tables are', () => {
  test('two tables one below the other are two', () => {
    const sheet = sheetOf('汇总', [
      HEADER,
      ['达人', 60, 600, null, '甲'],
      ['投流', 40, 400, null, '乙'],
      [],
      ['风险清单'],
      ['风险', '可能性', '影响程度', '应对措施', '负责人'],
      ['断货', '中', '高', '提前备货', '丙'],
    ])
    const { tables } = recognizeWorkbook(workbookOf([sheet]))
    expect(tables.map(({ kind, headerRow, rows, position }) => [kind, headerRow, rows, position])).toEqual([
      ['budget', 1, 2, 0],
      ['risk', 6, 1, 1],
    ])
  })

  test('a hidden sheet is recognised and not selected; an empty one is named', () => {
    const reading = recognizeWorkbook(
      workbookOf([
        sheetOf('封面', []),
        sheetOf('旧预算', [HEADER, ['达人', 1, 2, 3, '甲']], { hidden: true }),
      ]),
    )
    expect(reading.tables[0]).toMatchObject({ kind: 'budget', isHidden: true, isSelected: false })
    expect(reading.problems.map(({ sheet, code }) => [sheet, code])).toEqual([
      ['封面', 'empty_sheet'],
      ['旧预算', 'hidden_sheet'],
    ])
  })

  test('two header rows are read as one by the lower words', () => {
    const sheet = sheetOf(
      '成本',
      [
        ['日期', '累计值', null, '统计值', null],
        [null, 'AC', 'EV', 'SV', 'CV'],
        ['2025/1/2', 45, 1, 0, 0],
        ['2025/1/9', 5, 1, 0, 0],
      ],
      { merges: [mergeOf('B1:C1'), mergeOf('D1:E1')] },
    )
    const [table] = recognizeWorkbook(workbookOf([sheet])).tables
    expect(table).toMatchObject({
      kind: 'unknown',
      headerRow: 1,
      rows: 2,
      period: { from: '2025-01-02', to: '2025-01-09' },
    })
    expect(table?.columns.map(({ header, sum }) => [header, sum])).toEqual([
      ['日期', null],
      ['AC', '50'],
      ['EV', '2'],
      ['SV', '0'],
      ['CV', '0'],
    ])
  })

  test('one list of figures is described, not guessed', () => {
    const [table] = recognizeWorkbook(
      workbookOf([
        sheetOf('数', [
          [1, 2],
          [3, 4],
        ]),
      ]),
    ).tables
    expect(table).toMatchObject({ kind: 'unknown', headerRow: null, rows: 2, records: [] })
  })
})
