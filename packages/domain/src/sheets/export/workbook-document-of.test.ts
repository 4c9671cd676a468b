import { describe, expect, test } from 'vitest'
import { samplePlan } from '../../plan/sample/sample-plan.ts'
import { METRIC_FACT_FIELDS } from '../../records/metric-fact-fields.ts'
import { TEAM_EFFECTS } from '../../review/team-effects.fixture.ts'
import type { CellValue } from '../workbook.ts'
import type { DocumentCell, DocumentSheet } from '../workbook-document.ts'
import { recognizeWorkbook } from '../recognize-workbook.ts'
import { documentAsSource } from './document-as-source.ts'
import { comeBack, exportOfDraft, planExportOf } from './export.fixture.ts'
import type { ExportRecord, PlanExport } from './plan-export.ts'
import { workbookDocumentOf } from './workbook-document-of.ts'

const sample = exportOfDraft(samplePlan({ today: '2026-06-10', locale: 'zh-CN' }))
const document = workbookDocumentOf(sample, { locale: 'zh-CN', exportId: 'e1' })

function sheetNamed(name: string, of = document): DocumentSheet {
  const sheet = of.sheets.find((candidate) => candidate.name === name)
  if (sheet === undefined) throw new Error(`no sheet ${name}`)
  return sheet
}

function task(id: string, values: ExportRecord['values'], version = 1): ExportRecord {
  return {
    id,
    version,
    values: {
      name: id,
      status: 'not_started',
      weight: 1,
      isMilestone: false,
      dayBasis: 'calendar',
      ...values,
    },
    unread: {},
  }
}

/** Cell under a header in the first row of its kind. */
function under(sheet: DocumentSheet, header: string, row: number): DocumentCell | null {
  const column = sheet.rows[1]?.cells.findIndex((cell) => cell?.value === header) ?? -1
  return sheet.rows[row - 1]?.cells[column] ?? null
}

describe('the exported workbook', () => {
  test('has one tab per kind the plan holds, and the hidden sheet that says where it comes from', () => {
    expect(document.sheets.map(({ name, hidden }) => (hidden === true ? `(${name})` : name))).toEqual([
      '主跟踪表',
      '执行明细-种草期',
      '执行明细-爆发期',
      '推广效果分析表',
      '推广目标设定表',
      '营销资源分配表',
      '预算分配表',
      '风险预案表',
      '渠道日数据',
      '(_yingce)',
    ])
  })

  test('its tracker has the team’s sixteen columns in their places, the others behind, ids and versions hidden at the end', () => {
    const { rows, columns } = sheetNamed('主跟踪表')
    const headers = rows[1]?.cells.map((cell) => cell?.value)
    expect(headers?.slice(0, 17)).toEqual([
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
      '任务状态',
    ])
    expect(headers?.slice(-2)).toEqual(['yingce:id', 'yingce:version'])
    expect(columns.slice(-2).map(({ hidden }) => hidden)).toEqual([true, true])
  })

  test('its titles give phase and period back to the import', () => {
    const { tables } = recognizeWorkbook(documentAsSource(document))
    expect(tables[0]).toMatchObject({
      title: '谷芽儿童奶粉上市主跟踪表',
      period: { from: sample.plan.periodStart, to: sample.plan.periodEnd },
      isPeriodStated: true,
    })
    expect(tables[1]).toMatchObject({ kind: 'execution-detail', phaseName: '种草期', isPeriodStated: true })
  })

  test('its daily figures are known as channel figures and make no records', () => {
    const daily = recognizeWorkbook(documentAsSource(document)).tables.find(
      ({ sheet }) => sheet === '渠道日数据',
    )
    expect([daily?.kind, daily?.isSelected, daily?.records.length]).toEqual(['metrics', false, 0])
  })

  test.each(['zh-CN', 'en'] as const)(
    'every column of the daily figures is known again by its header (%s)',
    (locale) => {
      const fields = Object.keys(METRIC_FACT_FIELDS)
      const values = Object.fromEntries(
        fields.map((field) => [
          field,
          field === 'day' ? '2025-06-01' : field === 'channel' || field === 'content' ? '抖音' : 7,
        ]),
      )
      const records = { metric_fact: [{ id: 'm', version: 1, values, unread: {} }] }
      const plan = planExportOf('p', null, records)
      const source = documentAsSource(workbookDocumentOf(plan, { locale, exportId: 'e' }))
      const [daily] = recognizeWorkbook(source).tables.filter(({ kind }) => kind === 'metrics')
      expect(daily?.columns.map(({ field }) => field).toSorted()).toEqual(fields.toSorted())
    },
  )

  test('a phase is merged over its tasks, and an objective never reaches over the end of a phase', () => {
    const phases = ['f1', 'f2'].map((id): ExportRecord => ({
      id,
      version: 1,
      values: { name: id, startDate: null, endDate: null },
      unread: {},
    }))
    const tasks = [
      ['a', 'f1'],
      ['b', 'f1'],
      ['c', 'f2'],
      ['d', 'f2'],
    ].map(([id = '', phaseId = '']) => task(id, { phaseId, coreObjective: '同一目标' }))
    const sheet = sheetNamed(
      '主跟踪表',
      workbookDocumentOf(planExportOf('p', null, { phase: phases, task: tasks }), {
        locale: 'zh-CN',
        exportId: 'e',
      }),
    )
    const merges = (sheet.merges ?? []).filter(({ top }) => top > 2)
    expect(merges.map(({ top, bottom, left }) => [left, top, bottom])).toEqual([
      [1, 3, 4],
      [1, 5, 6],
      [2, 3, 4],
      [2, 5, 6],
    ])
  })

  test('money is yuan, progress a number of per cent, dates are dates, the total a live sum with its result', () => {
    const plan = planExportOf('p', null, {
      task: [
        task('a', { budget: 123_456, progress: 0.5, plannedStart: '2026-06-02' }),
        task('b', { budget: 100_000 }),
      ],
    })
    const sheet = sheetNamed('主跟踪表', workbookDocumentOf(plan, { locale: 'zh-CN', exportId: 'e' }))
    expect(under(sheet, '预算金额(元)', 3)).toMatchObject({ value: 1234.56, numberFormat: '#,##0.00' })
    expect(under(sheet, '预算金额(元)', 4)).toMatchObject({ value: 1000, numberFormat: '#,##0' })
    expect(under(sheet, '执行进度(%)', 3)).toMatchObject({ value: 50, numberFormat: '0' })
    expect(under(sheet, '计划开始时间', 3)).toMatchObject({ value: { date: '2026-06-02' } })
    expect(under(sheet, '预算金额(元)', 5)).toMatchObject({ value: 2234.56, formula: 'SUM(I3:I4)' })
    expect(
      recognizeWorkbook(documentAsSource(workbookDocumentOf(plan, { locale: 'zh-CN', exportId: 'e' })))
        .tables[0],
    ).toMatchObject({ excluded: [{ row: 5, reason: 'total' }], totalChecks: [{ agrees: true }] })
  })

  test('ratios of the effect table are formulas over its facts; totals are ratios of sums (rules 6)', () => {
    const rows = TEAM_EFFECTS.map((row, index): ExportRecord => ({
      id: `e${index}`,
      version: 1,
      values: { ...row },
      unread: {},
    }))
    const sheet = sheetNamed(
      '推广效果分析表',
      workbookDocumentOf(planExportOf('p', null, { channel_effect: rows }), {
        locale: 'zh-CN',
        exportId: 'e',
      }),
    )
    expect(under(sheet, '点击率(%)', 3)).toMatchObject({
      value: 10,
      formula: 'IF(COUNT(D3,C3)=2,IFERROR(D3/C3*100,"—"),"—")',
    })
    expect(under(sheet, '点击率(%)', 7)?.value).toBe('—')
    expect(under(sheet, 'ROI', 3)).toMatchObject({ value: 3, formula: expect.stringContaining('J3/H3') })
    const totals = ['点击率(%)', '转化率(%)', '获客成本(元/人)', 'ROI'].map((header) =>
      Number(under(sheet, header, 8)?.value).toFixed(2),
    )
    expect(totals).toEqual(['3.65', '1.50', '126.18', '3.17'])
  })

  test('a stated figure that its own row does not bear out is kept, with a note of what the data give', () => {
    const values = {
      channel: 'A',
      content: null,
      impressions: 1000,
      clicks: 50,
      conversions: null,
      cost: null,
      revenue: null,
      statedCtr: 0.08,
    }
    const plan = planExportOf('p', null, { channel_effect: [{ id: 'e', version: 1, values, unread: {} }] })
    const sheet = sheetNamed('推广效果分析表', workbookDocumentOf(plan, { locale: 'zh-CN', exportId: 'e' }))
    expect(under(sheet, '点击率(%)', 3)).toMatchObject({ value: 8, note: expect.stringContaining('5.00') })
    expect(under(sheet, '点击率(%)', 3)?.formula).toBeUndefined()
  })

  test('text that could not be read stands in its cell again', () => {
    const plan = planExportOf('p', null, {
      task: [{ ...task('a', { budget: null }), unread: { budget: '约5万' } }],
    })
    expect(
      under(
        sheetNamed('主跟踪表', workbookDocumentOf(plan, { locale: 'zh-CN', exportId: 'e' })),
        '预算金额(元)',
        3,
      ),
    ).toMatchObject({ value: '约5万', look: 'unread' })
  })

  test('a plan in dollars says so in its headers, and 万元 is not written for it', () => {
    const plan: PlanExport = {
      ...planExportOf('p', null, {
        allocation: [{ id: 'a', version: 1, values: { strategy: 'S', budget: 12_000_000 }, unread: {} }],
      }),
      plan: { ...planExportOf('p', null, {}).plan, currency: 'USD' },
    }
    const sheet = sheetNamed('营销资源分配表', workbookDocumentOf(plan, { locale: 'zh-CN', exportId: 'e' }))
    expect(under(sheet, '预算(USD)', 3)?.value).toBe(120_000)
  })
})

describe('C2: a workbook that was edited outside', () => {
  const plan = planExportOf(
    '夏季',
    { from: '2026-06-01', to: '2026-06-30' },
    {
      task: [
        task('a', { owner: '甲', remark: '无', budget: 100_000 }),
        task('b', { owner: '乙', issue: '-' }),
      ],
    },
  )

  function edited(header: string, row: number, value: CellValue) {
    const source = documentAsSource(workbookDocumentOf(plan, { locale: 'zh-CN', exportId: 'e' }))
    const [tracker, ...others] = source.sheets
    const column = tracker?.rows[1]?.indexOf(header) ?? -1
    const rows = (tracker?.rows ?? []).map((cells, index) =>
      index === row - 1 ? cells.with(column, value) : cells,
    )
    return { ...source, sheets: [{ ...tracker!, rows }, ...others] }
  }

  test('shows exactly the cell that was changed', () => {
    const rows = comeBack(plan, edited('任务负责人', 3, '丙'))
    expect(rows.map(({ state }) => state)).toEqual(['changed', 'unchanged'])
    expect(rows[0]).toMatchObject({
      fields: [{ field: 'owner', exported: '甲', theirs: '丙', ours: '甲', side: 'theirs' }],
    })
  })

  test('a cell that was emptied is a change, also when the plan changed another field since', () => {
    const now: PlanExport = {
      ...plan,
      records: {
        task: [
          task('a', { owner: '丁', remark: '无', budget: 100_000 }),
          task('b', { owner: '乙', issue: '-' }),
        ],
      },
    }
    const rows = comeBack(plan, edited('预算金额(元)', 3, null), now)
    expect(rows[0]).toMatchObject({
      state: 'changed',
      fields: [{ field: 'budget', theirs: null, ours: 100_000 }],
    })
  })

  test('a field changed on both sides is a conflict with the three values', () => {
    const now: PlanExport = {
      ...plan,
      records: {
        task: [
          task('a', { owner: '丁', remark: '无', budget: 100_000 }),
          task('b', { owner: '乙', issue: '-' }),
        ],
      },
    }
    expect(comeBack(plan, edited('任务负责人', 3, '丙'), now)[0]).toMatchObject({
      state: 'conflict',
      fields: [{ field: 'owner', exported: '甲', theirs: '丙', ours: '丁' }],
    })
  })

  test('a text written over a cell that showed nothing is a change', () => {
    expect(comeBack(plan, edited('备注', 3, '改了'))[0]).toMatchObject({
      state: 'changed',
      fields: [{ field: 'remark', exported: '无', theirs: '改了' }],
    })
  })
})
