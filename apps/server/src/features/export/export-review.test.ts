import {
  DOCUMENT_FORMATS,
  exportDocument,
  FORMAT_TYPES,
  PLAN_DOCUMENTS,
} from '@yingce/contracts/export/export'
import { takeEffectFacts } from '@yingce/contracts/board/effect-facts'
import { getAssignment, type RuleBody, saveAssignment } from '@yingce/contracts/assignment/assignment'
import { analyseAlert } from '@yingce/contracts/alerting/alert'
import { fireRisk } from '@yingce/contracts/alerting/fire-risk'
import { postEntry } from '@yingce/contracts/money/journal'
import { createSamplePlan } from '@yingce/contracts/plan/plan'
import { recordRoutes } from '@yingce/contracts/record/record-routes'
import { extractZipEntry, readZipDirectory } from '@yingce/office/read/zip-directory'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { importMetrics, reportOf } from '../metrics/metrics.fixture.ts'
import type { TestClient } from '../../testing/test-client.ts'
import { newPlan, type Person, startTestServer, type TestServer } from '../../testing/test-server.ts'

let server: TestServer
let owner: Person

beforeAll(async () => {
  server = await startTestServer({ clock: () => new Date('2025-06-15T20:00:00Z') })
  owner = await server.setUp()
})

afterAll(() => server.close())

async function download(client: TestClient, planId: string, query = '', document = 'effect-evaluation') {
  const path = exportDocument.path.replace('{planId}', planId).replace('{document}', document)
  const response = await fetch(`${client.origin}${path}${query}`, { headers: { cookie: client.cookie } })
  return {
    status: response.status,
    headers: response.headers,
    bytes: new Uint8Array(await response.arrayBuffer()),
  }
}

/** The text of a word processor file, part by part. */
function partsOf(bytes: Uint8Array): Map<string, string> {
  const entries = readZipDirectory(bytes, 1000)
  return new Map(
    entries.map((entry) => [
      entry.name,
      new TextDecoder().decode(extractZipEntry(bytes, entry)).replaceAll(/<[^>]+>/g, ''),
    ]),
  )
}

describe('the review document of a plan', () => {
  test('says what the board says, in Chinese and in English, with native charts', async () => {
    const { body: plan } = await owner.call(createSamplePlan, { body: {} })
    const { status, headers, bytes } = await download(owner, plan.id)
    expect([status, headers.get('content-type')]).toEqual([200, FORMAT_TYPES.docx])
    const parts = partsOf(bytes)
    const text = parts.get('word/document.xml') ?? ''
    for (const said of [
      '推广效果评估报告',
      '谷芽儿童奶粉上市',
      '¥409,420',
      '3.74',
      '线下门店喂养课堂',
      '母婴社群',
    ])
      expect(text).toContain(said)
    expect([...parts.keys()].filter((name) => /^word\/charts\/chart\d+\.xml$/.test(name))).toHaveLength(3)
    const english =
      partsOf((await download(owner, plan.id, '?locale=en')).bytes).get('word/document.xml') ?? ''
    expect(english).toContain('Promotion effect evaluation')
  })

  test('is named after the document, the plan and the day in the workspace, where it is the 16th already', async () => {
    const planId = await newPlan(owner, '夏季')
    const { headers } = await download(owner, planId)
    expect(decodeURIComponent(headers.get('content-disposition') ?? '')).toContain(
      "filename*=UTF-8''推广效果评估报告-夏季-2025-06-16.docx",
    )
  })

  test('belongs to its workspace: 404 for a neighbour, 401 for a stranger, a viewer may have it', async () => {
    const planId = await newPlan(owner, '界线')
    expect((await download(await server.neighbour(owner), planId)).status).toBe(404)
    expect((await download(server.stranger(), planId)).status).toBe(401)
    expect((await download(await server.join(owner, 'viewer'), planId)).status).toBe(200)
  })

  test('comes in five documents and four formats, each what its type says', async () => {
    const { body: plan } = await owner.call(createSamplePlan, { body: {} })
    const begins = { docx: 'PK', pptx: 'PK', xlsx: 'PK', pdf: '%PDF-1.7' }
    for (const [index, document] of PLAN_DOCUMENTS.entries())
      for (const format of DOCUMENT_FORMATS) {
        // Every document, and every format: their product would only take longer.
        if (document !== 'weekly' && DOCUMENT_FORMATS[index % DOCUMENT_FORMATS.length] !== format) continue
        const { status, headers, bytes } = await download(owner, plan.id, `?format=${format}`, document)
        expect([status, headers.get('content-type')], `${document} ${format}`).toEqual([
          200,
          FORMAT_TYPES[format],
        ])
        expect(new TextDecoder('latin1').decode(bytes.subarray(0, 8))).toMatch(
          new RegExp(`^${begins[format]}`),
        )
      }
    expect((await download(owner, plan.id, '', 'poem')).status).toBe(400)
    expect((await download(owner, plan.id, '?format=odt')).status).toBe(400)
  })

  test('the weekly report is of the week of a given day, and tells its spend against plan', async () => {
    const { body: plan } = await owner.call(createSamplePlan, { body: {} })
    const { headers, bytes } = await download(owner, plan.id, '?day=2025-06-04', 'weekly')
    expect(decodeURIComponent(headers.get('content-disposition') ?? '')).toContain('2025-06-02 至 2025-06-08')
    const text = partsOf(bytes).get('word/document.xml') ?? ''
    expect(text).toMatch(/本周支出 ¥[\d,.]+，计划 ¥[\d,.]+/)
    expect(text).toContain('各渠道本周数据')
    expect(text).toContain('本周未在跟踪表填报支出')
  })

  test('what was filled in and reported in the tracker stands in the report of its week', async () => {
    const tasks = recordRoutes('task')
    const planId = await newPlan(owner, '填报到周报')
    const { body: task } = await owner.call(tasks.create, {
      params: { planId },
      body: { values: { name: '信息流', owner: '李四', status: 'in_progress' } },
    })
    const values = { spent: 1_234_500, issue: '素材 B 未过审' }
    await owner.call(tasks.update, {
      params: { planId, recordId: task.id },
      body: { version: task.version, values },
    })
    const entry = {
      kind: 'expense',
      date: '2025-06-16',
      amount: 100_000,
      payee: '某平台',
      taskId: task.id,
    } as const
    expect((await owner.call(postEntry, { params: { planId }, body: entry })).status).toBe(201)
    // A task that came and went again has spent nothing.
    const { body: dropped } = await owner.call(tasks.create, {
      params: { planId },
      body: { values: { name: '误建', spent: 700_000 } },
    })
    await owner.call(tasks.remove, { params: { planId, recordId: dropped.id } })
    const { bytes } = await download(owner, planId, '?day=2025-06-16', 'weekly')
    const text = partsOf(bytes).get('word/document.xml') ?? ''
    expect(text).toContain('本周支出 ¥13,345')
    expect(text).toContain('信息流 · 素材 B 未过审')
    expect(text).not.toContain('本周未在跟踪表填报支出')
  })

  test('an adjustment tells its metric before and after it, and an alert the cause that its 5-Why ended in (X10, R3)', async () => {
    const planId = await newPlan(owner, '调整与原因')
    const params = { planId }
    const days = [
      ['2025-06-09', 10_000, 140],
      ['2025-06-11', 10_000, 210],
    ] as const
    for (const [day, impressions, clicks] of days)
      await owner.call(recordRoutes('metric_fact').create, {
        params,
        body: { values: { day, channel: '抖音', impressions, clicks } },
      })
    const log = { name: '换素材', changedOn: '2025-06-10', metric: '点击率', channel: '抖音' }
    await owner.call(recordRoutes('adjustment').create, { params, body: { values: log } })
    const { body: risk } = await owner.call(recordRoutes('risk').create, {
      params,
      body: { values: { name: '按钮看不见', trigger: '咨询骤降' } },
    })
    const { body: alert } = await owner.call(fireRisk, {
      params: { planId, recordId: risk.id },
      body: { reason: '咨询少一半', day: '2025-06-12' },
    })
    const { body: why } = await owner.call(analyseAlert, { params: { alertId: alert.alertId } })
    await owner.call(recordRoutes('root_cause').update, {
      params: { planId, recordId: why.rootCauseId },
      body: { version: 1, values: { why1: '按钮不显眼', cause: '没有按钮配色规范' } },
    })
    const told = async (query: string, document: string) =>
      partsOf((await download(owner, planId, query, document)).bytes).get('word/document.xml') ?? ''
    const weekly = await told('?day=2025-06-10', 'weekly')
    expect(weekly).toContain('点击率 1.4% → 2.1%')
    expect(weekly).toContain('按钮看不见：咨询少一半没有按钮配色规范')
    expect(await told('', 'retrospective')).toContain('点击率 1.4% → 2.1%')
    expect(await told('?locale=en', 'retrospective')).toMatch(/1\.4% → 2\.1%/)
  })

  test('the effect table’s note follows the kind of its sales: stated, or the platforms’ once they are taken from facts (F4)', async () => {
    const planId = await newPlan(owner, '收入口径')
    const params = { planId }
    const effects = recordRoutes('channel_effect')
    const { body: row } = await owner.call(effects.create, {
      params,
      body: { values: { channel: '抖音', cost: 100_000, revenue: 500_000 } },
    })
    await owner.call(recordRoutes('metric_fact').create, {
      params,
      body: { values: { day: '2025-06-10', channel: '抖音', cost: 100_000, revenue: 399_000 } },
    })
    const told = async () =>
      partsOf((await download(owner, planId, '', 'effect-analysis')).bytes).get('word/document.xml') ?? ''
    const before = await told()
    expect(before).toContain('“增量销售额”一列填报的数值')
    expect(before).not.toContain('平台归因')
    await owner.call(takeEffectFacts, { params, body: { recordIds: [row.id], channels: [] } })
    const after = await told()
    expect(after).toContain('ROI 2.99（平台归因）')
    expect(after).toContain('销售额取自渠道数据，为平台归因，不是扣除基线的增量')
    expect(after).not.toContain('一列填报的数值')
  })

  test('targets that facts measure are told of the week, and to date, as of the end of a past week', async () => {
    const planId = await newPlan(owner, '本周达成')
    const params = { planId }
    await owner.call(recordRoutes('target').create, {
      params,
      body: {
        values: { indicator: '曝光', target: '≥300万', startDate: '2025-06-01', endDate: '2025-06-30' },
      },
    })
    const days = [
      ['2025-05-31', 5],
      ['2025-06-01', 90_000],
      ['2025-06-04', 630_000],
      ['2025-06-10', 400_000],
    ] as const
    for (const [day, impressions] of days)
      await owner.call(recordRoutes('metric_fact').create, {
        params,
        body: { values: { day, channel: '抖音', impressions } },
      })
    const { bytes } = await download(owner, planId, '?day=2025-06-04', 'weekly')
    expect(partsOf(bytes).get('word/document.xml')).toContain('曝光≥300万700,000630,00090.0%预警720,000')
  })

  test('the week’s channels count what was imported beside what was filled in; a CPA needs both its parts', async () => {
    const planId = await newPlan(owner, '导入到周报')
    const { body: assignment } = await owner.call(getAssignment)
    const rule: RuleBody = {
      name: '周报新客',
      conditions: [{ field: 'campaign', operator: 'contains', value: '周报新客', part: null }],
      target: { planId, strategy: null, creator: null, shares: [] },
    }
    await owner.call(saveAssignment, { body: { version: assignment.version, rules: [rule] } })
    const days = [
      ['2025-06-09', '1834567890123456780', '周报新客', 10_000, 200, '1000.00', 20],
      ['2025-06-10', '1834567890123456780', '周报新客', 20_000, 400, '2000.00', 40],
      ['2025-06-16', '1834567890123456780', '周报新客', 90_000, 900, '9000.00', 90],
    ] as const
    await importMetrics(owner, '巨量.csv', reportOf(days))
    await owner.call(recordRoutes('metric_fact').create, {
      params: { planId },
      body: { values: { day: '2025-06-11', channel: '小红书', impressions: 5000, conversions: 40 } },
    })
    const { bytes } = await download(owner, planId, '?day=2025-06-10', 'weekly')
    const text = partsOf(bytes).get('word/document.xml') ?? ''
    expect(text).toContain('巨量引擎30,0002.0%6010.0%¥3,000¥50.00—')
    expect(text).toContain('小红书5,000—40———')
    // 3,000 ÷ 60: the forty conversions without a cost stay out; they are in the sum of conversions.
    expect(text).toContain('合计35,0002.0%10010.0%¥3,000¥50.00—')
  })
})
