import { confirmImport, discardImport, getImport, listImports } from '@yingce/contracts/import/import'
import { deletePlan, getPlan, listPlans } from '@yingce/contracts/plan/plan'
import { listDependencies } from '@yingce/contracts/record/dependency'
import { recordRoutes } from '@yingce/contracts/record/record-routes'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Person, startTestServer, type TestServer } from '../../testing/test-server.ts'
import {
  bookOf,
  importFile,
  patch,
  TRACKER_HEADER,
  trackerRow,
  trackerSheet,
  upload,
} from './import.fixture.ts'

let server: TestServer
let owner: Person

beforeAll(async () => {
  server = await startTestServer()
  owner = await server.setUp()
})

afterAll(() => server.close())

const GANTT_HEADER = [
  '任务名称',
  '任务描述',
  '负责人',
  '开始时间',
  '结束时间',
  '工期(天)',
  '前置依赖',
  '状态',
]
const GANTT = {
  name: '甘特图',
  rows: [
    GANTT_HEADER,
    ['调研报告', null, '研究员', '2025-05-01', '2025-05-05', 5, '无', '已完成'],
    ['海报初稿', null, '设计', '2025-05-06', '2025-05-08', 3, '调研报告', '进行中'],
    ['投放上线', null, '投放', '2025-05-09', '2025-05-10', 2, '海报初稿,预算审批', '未开始'],
  ],
}
const SMALL = [
  trackerRow('筹备期', '选品', '采购', '2025-05-02', '2025-05-05', 1000, 800, 100),
  trackerRow('爆发期', '直播', '渠道', '2025-06-01', '2025-06-02', '2,000.50', null, 0),
]

async function countRows(): Promise<Record<string, number>> {
  const { rows } = await server.db.pool.query<Record<string, number>>(
    `select (select count(*)::int from plan) as plan, (select count(*)::int from task) as task, (select count(*)::int from phase) as phase,
       (select count(*)::int from ledger_entry) as ledger, (select count(*)::int from change_log) as log, (select count(*)::int from import_record) as touched`,
  )
  return rows[0]!
}

describe('a preview', () => {
  test('writes nothing to any plan; each problem stands with its cell, and the text is kept', async () => {
    const before = await countRows()
    const odd = [
      trackerRow('筹备期', '选品', '采购', '下周吧', '2025-05-05', '待定价', 800, 100),
      trackerRow('筹备期', '', '采购', null, null, 50, null),
    ]
    const { body } = await upload(owner, await bookOf([trackerSheet(odd)]), '推广.xlsx')
    expect(body.problems.map(({ cell, code, severity, text }) => [cell, code, severity, text])).toEqual(
      expect.arrayContaining([
        ['E3', 'unreadable_date', 'warning', '下周吧'],
        ['I3', 'unreadable_money', 'warning', '待定价'],
        ['C4', 'no_name', 'error', null],
      ]),
    )
    expect(body.tables[0]!.excluded).toContainEqual({ row: 4, reason: 'no_name' })
    expect(body.tables[0]!.rows).toMatchObject([
      {
        row: 3,
        values: { plannedStart: null, budget: null },
        unread: { plannedStart: '下周吧', budget: '待定价' },
      },
    ])
    expect(await countRows()).toEqual(before)
    const confirmed = await owner.call(confirmImport, {
      params: { importId: body.id },
      body: { planName: '夏推' },
    })
    const { items } = (
      await owner.call(recordRoutes('task').list, { params: { planId: confirmed.body.planId! } })
    ).body
    expect(items).toMatchObject([
      {
        values: { name: '选品', budget: null, spent: 80_000 },
        unread: { plannedStart: '下周吧', budget: '待定价' },
      },
    ])
    expect((await owner.call(getPlan, { params: { planId: confirmed.body.planId! } })).body).toMatchObject({
      name: '夏推',
      origin: 'import',
      state: 'running',
      periodStart: '2025-05-01',
      periodEnd: '2025-06-20',
    })
  })

  test('a sheet taken out does not come in, and asks nothing; taken in again it does', async () => {
    const yearless = {
      name: '甘特',
      rows: [GANTT_HEADER, ['调研', null, '甲', '5月1日', '5月2日', 2, null, '未开始']],
    }
    const plain = {
      name: '目标',
      rows: [
        ['目标维度', '具体指标', '量化目标(SMART)', '达成路径', '负责人', '时间节点'],
        ['品牌', '曝光量', '100万', '投放', '乙', null],
      ],
    }
    const { body } = await upload(owner, await bookOf([yearless, plain]), '无年.xlsx')
    expect([
      body.questions.map(({ answer, cell, text }) => [answer, cell, text]),
      body.tables.map(({ isIncluded }) => isIncluded),
    ]).toEqual([[['year', 'D2', '5月1日']], [true, true]])
    const without = await patch(owner, body.id, { tables: [{ sheet: '甘特', isIncluded: false }] })
    expect([without.body.questions, without.body.tables.map(({ isIncluded }) => isIncluded)]).toEqual([
      [],
      [false, true],
    ])
    const again = await patch(owner, body.id, { tables: [{ sheet: '甘特', isIncluded: true }] })
    expect(again.body.questions).toHaveLength(1)
    await patch(owner, body.id, { tables: [{ sheet: '甘特', isIncluded: false }] })
    const { body: confirmed } = await owner.call(confirmImport, { params: { importId: body.id }, body: {} })
    expect(confirmed.created).toEqual({ target: 1 })
  })

  test('a hidden sheet is recognised and stays out until it is taken in', async () => {
    const { body } = await upload(
      owner,
      await bookOf([
        { ...trackerSheet(SMALL), hidden: true },
        { name: '封面', rows: [['说明']] },
      ]),
      '隐藏.xlsx',
    )
    expect(body.tables[0]).toMatchObject({ isHidden: true, isIncluded: false, kind: 'tracker' })
    expect((await owner.call(confirmImport, { params: { importId: body.id }, body: {} })).problem?.code).toBe(
      'file_no_table',
    )
    await patch(owner, body.id, { tables: [{ sheet: '主跟踪表', isIncluded: true }] })
    expect(
      (await owner.call(confirmImport, { params: { importId: body.id }, body: {} })).body.created,
    ).toEqual({ phase: 2, task: 2 })
  })

  test('another header row and another kind are read at once, and forget earlier columns', async () => {
    const rows = [['备注表头', '任务名称', '负责人'], ['x', 'y', 'z'], GANTT_HEADER, ...GANTT.rows.slice(1)]
    const { body } = await upload(owner, await bookOf([{ name: '表', rows }]), '表头.xlsx')
    const moved = await patch(owner, body.id, { tables: [{ sheet: '表', headerRow: 3, kind: 'gantt' }] })
    expect(moved.body.tables[0]).toMatchObject({ headerRow: 3, kind: 'gantt', rowCount: 3 })
    const mapped = await patch(owner, body.id, {
      tables: [{ sheet: '表', columns: [{ index: 2, field: null }] }],
    })
    expect(mapped.body.tables[0]!.columns.find(({ index }) => index === 2)?.field).toBeNull()
    const other = await patch(owner, body.id, { tables: [{ sheet: '表', kind: 'task-breakdown' }] })
    expect(other.body.tables[0]!.kind).toBe('task-breakdown')
    expect(other.body.tables[0]!.columns.find(({ index }) => index === 1)?.field).toBe('name')
  })

  test('GBK text is read as such, and the encoding can be switched and switched back, the header row each time looked for afresh', async () => {
    const csv = '任务名称,负责人,开始时间,结束时间,状态\n海报设计,王五,2025-05-01,2025-05-03,已完成\n'
    const gbk = Uint8Array.from(gbkOf(csv))
    const { body } = await upload(owner, gbk, '甘特.csv')
    expect([body.format, body.encoding, body.tables[0]!.rows[0]!.values['name']]).toEqual([
      'csv',
      'gb18030',
      '海报设计',
    ])
    expect(body.problems).toContainEqual(
      expect.objectContaining({ code: 'guessed_encoding', params: { encoding: 'gb18030' } }),
    )
    const wrong = await patch(owner, body.id, { encoding: 'windows-1252' })
    expect([wrong.status, wrong.body.encoding]).toEqual([200, 'windows-1252'])
    const { sheet } = wrong.body.tables[0]!
    const moved = await patch(owner, body.id, { tables: [{ sheet, headerRow: 2 }] })
    expect(moved.body.tables[0]!.headerRow).toBe(2)
    expect(JSON.stringify(wrong.body.tables)).not.toContain('海报设计')
    const back = await patch(owner, body.id, { encoding: null })
    expect([back.body.encoding, back.body.tables[0]!.headerRow]).toEqual(['gb18030', 1])
    expect(back.body.tables[0]!.rows[0]!.values['name']).toBe('海报设计')
  })

  test('two changes sent at once both count', async () => {
    const { body } = await upload(owner, await bookOf([trackerSheet(SMALL), GANTT]), '两表.xlsx')
    await Promise.all([
      patch(owner, body.id, { tables: [{ sheet: '主跟踪表', isIncluded: false }] }),
      patch(owner, body.id, { tables: [{ sheet: '甘特图', isIncluded: false }] }),
    ])
    expect(
      (await owner.call(getImport, { params: { importId: body.id } })).body.tables.map(
        ({ isIncluded }) => isIncluded,
      ),
    ).toEqual([false, false])
  })

  test('a discarded draft is gone; a confirmed import cannot be discarded', async () => {
    const { body } = await upload(owner, await bookOf([GANTT]), 'a.xlsx')
    const params = { importId: body.id }
    expect((await owner.call(discardImport, { params })).status).toBe(204)
    expect((await owner.call(getImport, { params })).status).toBe(404)
    const { id } = await importFile(owner, await bookOf([GANTT]), 'a.xlsx')
    expect((await owner.call(discardImport, { params: { importId: id } })).problem?.code).toBe('wrong_state')
  })
})

describe('confirming', () => {
  test('links tasks that name each other; what names no task stays text', async () => {
    const { planId, created } = await importFile(owner, await bookOf([GANTT]), '甘特.xlsx')
    expect(created).toEqual({ task: 3 })
    const params = { planId: planId! }
    const tasks = (await owner.call(recordRoutes('task').list, { params })).body.items
    const names = new Map(tasks.map(({ id, values }) => [id, values.name]))
    const { items } = (await owner.call(listDependencies, { params })).body
    expect(
      items.map(({ fromTaskId, toTaskId, type, lagDays }) => [
        names.get(fromTaskId),
        names.get(toTaskId),
        type,
        lagDays,
      ]),
    ).toEqual([
      ['调研报告', '海报初稿', 'FS', 0],
      ['海报初稿', '投放上线', 'FS', 0],
    ])
    expect(tasks[2]!.values.dependency).toBe('海报初稿,预算审批')
  })

  test('a loop in the dependency column leaves its closing link out', async () => {
    const rows = [
      GANTT_HEADER,
      ['任务甲一', null, null, '2025-05-01', '2025-05-02', 2, '任务乙二', null],
      ['任务乙二', null, null, '2025-05-01', '2025-05-02', 2, '任务甲一', null],
    ]
    const { planId } = await importFile(owner, await bookOf([{ name: '甘特图', rows }]), '环.xlsx')
    expect((await owner.call(listDependencies, { params: { planId: planId! } })).body.items).toHaveLength(1)
  })

  test('twice gives wrong_state, and six at once confirm exactly once', async () => {
    const before = await countRows()
    const { body } = await upload(owner, await bookOf([trackerSheet(SMALL)]), '并行.xlsx')
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => owner.call(confirmImport, { params: { importId: body.id }, body: {} })),
    )
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([
      200, 409, 409, 409, 409, 409,
    ])
    expect(answers.find(({ status }) => status === 409)?.problem).toMatchObject({
      code: 'wrong_state',
      params: { state: 'confirmed' },
    })
    const after = await countRows()
    expect([
      after['plan']! - before['plan']!,
      after['task']! - before['task']!,
      after['phase']! - before['phase']!,
    ]).toEqual([1, 2, 2])
  })

  test('a target plan that was deleted meanwhile is 404, and nothing is written', async () => {
    const { planId } = await importFile(owner, await bookOf([GANTT]), 'a.xlsx')
    const { body } = await upload(owner, await bookOf([trackerSheet(SMALL)]), 'b.xlsx', { planId: planId! })
    await owner.call(deletePlan, { params: { planId: planId! } })
    const before = await countRows()
    expect((await owner.call(confirmImport, { params: { importId: body.id }, body: {} })).status).toBe(404)
    expect(await countRows()).toEqual(before)
  })

  test('a spend of −800 and a progress of 250 % are kept as written with a flag, never taken for figures', async () => {
    const rows = [
      trackerRow('筹备期', '选品', '采购', '2025-05-02', '2025-05-05', 1000, 800, 100),
      trackerRow('筹备期', '超额', '采购', '2025-05-02', '2025-05-05', 1000, -800, 250),
    ]
    const { body } = await upload(owner, await bookOf([trackerSheet(rows)]), 'a.xlsx')
    expect(body.problems.filter(({ code }) => code === 'out_of_range')).toMatchObject([
      { severity: 'warning', params: { text: '-800', field: 'spent', range: '≥ 0' } },
      { severity: 'warning', params: { text: '250', field: 'progress', range: '0–100%' } },
    ])
    const confirmed = await owner.call(confirmImport, { params: { importId: body.id }, body: {} })
    const { planId } = confirmed.body
    const { items } = (await owner.call(recordRoutes('task').list, { params: { planId: planId! } })).body
    expect(items.map(({ values, unread }) => [values.spent, values.progress, unread])).toEqual([
      [800_00, 1, {}],
      [null, null, { spent: '-800', progress: '250' }],
    ])
  })
})

describe('what was set right once', () => {
  test('is remembered with the next file of the same header, also after one more change to it', async () => {
    const header = TRACKER_HEADER.with(14, '神秘列').with(15, '另一列')
    const sheet = {
      name: '主跟踪表',
      rows: [
        ['夏推(推广周期:2025年5月1日-2025年6月20日)'],
        header,
        [...SMALL[0]!.slice(0, 14), '靠前处理', '第二处'],
      ],
    }
    const first = await upload(owner, await bookOf([sheet]), '一月.xlsx')
    expect(first.body.tables[0]!.columns.at(-2)).toMatchObject({ header: '神秘列', field: null })
    await patch(owner, first.body.id, {
      tables: [{ sheet: '主跟踪表', columns: [{ index: 15, field: 'remark' }] }],
    })
    await owner.call(confirmImport, { params: { importId: first.body.id }, body: {} })
    const second = await upload(owner, await bookOf([{ ...sheet, name: '二月' }]), '二月.xlsx')
    expect(second.body.tables[0]).toMatchObject({
      isRemembered: true,
      rows: [{ values: { remark: '靠前处理' } }],
    })
    const changed = await patch(owner, second.body.id, {
      tables: [{ sheet: '二月', columns: [{ index: 16, field: 'solution' }] }],
    })
    expect(changed.body.tables[0]!.rows[0]!.values).toMatchObject({ remark: '靠前处理', solution: '第二处' })
    await owner.call(confirmImport, { params: { importId: second.body.id }, body: {} })
    const third = await upload(owner, await bookOf([sheet]), '三月.xlsx')
    expect(third.body.tables[0]!.rows[0]!.values).toMatchObject({ remark: '靠前处理', solution: '第二处' })
  })
})

describe('the list of imports', () => {
  test('is newest first, pages without a gap and narrows to a plan', async () => {
    const all = (await owner.call(listImports, { query: { limit: 200 } })).body.items
    const ids: string[] = []
    let cursor: string | undefined
    do {
      const { body } = await owner.call(listImports, { query: { limit: 3, cursor } })
      ids.push(...body.items.map(({ id }) => id))
      cursor = body.nextCursor ?? undefined
    } while (cursor !== undefined)
    expect(ids).toEqual(all.map(({ id }) => id))
    expect(ids).toEqual(ids.toSorted().toReversed())
    const { planId } = all.find(({ state }) => state === 'confirmed')!
    expect(
      (await owner.call(listImports, { query: { planId: planId! } })).body.items.every(
        (item) => item.planId === planId,
      ),
    ).toBe(true)
    expect((await owner.call(listPlans, { query: {} })).body.items.map(({ id }) => id)).toContain(planId)
  })
})

/** GBK of the characters of the test, from the decoder that the platform has. */
function gbkOf(text: string): number[] {
  const decoder = new TextDecoder('gbk')
  const codes = new Map<string, number[]>()
  for (let high = 0x81; high <= 0xfe; high++)
    for (let low = 0x40; low <= 0xfe; low++)
      if (low !== 0x7f) codes.set(decoder.decode(Uint8Array.of(high, low)), [high, low])
  return [...text].flatMap((letter) =>
    letter.charCodeAt(0) < 0x80 ? [letter.charCodeAt(0)] : codes.get(letter)!,
  )
}
