import { exportDocument, exportMinutes } from '@yingce/contracts/export/export'
import { getMeetingFigures, openMeeting } from '@yingce/contracts/meeting/meeting'
import { postEntry } from '@yingce/contracts/money/journal'
import { recordRoutes } from '@yingce/contracts/record/record-routes'
import { extractZipEntry, readZipDirectory } from '@yingce/office/read/zip-directory'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newPlan, type Person, startTestServer, type TestServer } from '../../testing/test-server.ts'

let server: TestServer
let owner: Person

// A Friday.
beforeAll(async () => {
  server = await startTestServer({ clock: () => new Date('2025-06-20T02:00:00Z') })
  owner = await server.setUp()
})
afterAll(() => server.close())

/** Text of a downloaded word processor file. */
async function textOf(path: string): Promise<string> {
  const response = await fetch(`${owner.origin}${path}`, { headers: { cookie: owner.cookie } })
  const bytes = new Uint8Array(await response.arrayBuffer())
  const entry = readZipDirectory(bytes, 1000).find(({ name }) => name === 'word/document.xml')
  if (entry === undefined) throw new Error(`no document at ${path}`)
  return new TextDecoder().decode(extractZipEntry(bytes, entry)).replaceAll(/<[^>]+>/g, '')
}

/** A plan with a task of 1,000 元 a day, told by its weekly review, the minutes of it and the report of the week. */
async function told({ spent, cost }: { readonly spent?: number; readonly cost?: number }) {
  const planId = await newPlan(owner)
  const params = { planId }
  await owner.call(recordRoutes('task').create, {
    params,
    body: {
      values: {
        name: '信息流',
        status: 'in_progress',
        plannedStart: '2025-06-16',
        plannedEnd: '2025-06-25',
        budget: 1_000_000,
      },
    },
  })
  // The money of no task is the plan's all the same.
  const entry = { kind: 'expense', date: '2025-06-18', payee: '某平台' } as const
  if (spent !== undefined)
    expect((await owner.call(postEntry, { params, body: { ...entry, amount: spent } })).status).toBe(201)
  if (cost !== undefined)
    await owner.call(recordRoutes('metric_fact').create, {
      params,
      body: { values: { day: '2025-06-17', channel: '小红书', cost } },
    })
  const { body: meeting } = await owner.call(openMeeting, {
    params,
    body: { kind: 'weekly', day: '2025-06-20', locale: 'zh-CN' },
  })
  const { body } = await owner.call(getMeetingFigures, { params: { planId, meetingId: meeting.id } })
  const minutes = exportMinutes.path.replace('{planId}', planId).replace('{meetingId}', meeting.id)
  const report = exportDocument.path.replace('{planId}', planId).replace('{document}', 'weekly')
  return {
    spend: body.spend,
    minutes: await textOf(`${minutes}?format=docx`),
    report: await textOf(`${report}?format=docx&day=2025-06-20`),
  }
}

describe('X11: a meeting and the report of its week tell one spend', () => {
  test('what was entered in the ledger', async () => {
    const { spend, minutes, report } = await told({ spent: 400_000 })
    expect(spend).toMatchObject({ from: 'ledger', spent: 400_000, planned: 300_000, difference: 100_000 })
    expect(spend.lines.map(({ taskId, spent: amount }) => [taskId !== null, amount])).toEqual([
      [true, null],
      [false, 400_000],
    ])
    expect(minutes).toContain('支出¥4,000')
    expect(report).toContain('截至 2025-06-18 支出 ¥4,000，同期计划 ¥3,000')
    expect(minutes + report).not.toMatch(/渠道消耗|取各渠道的/)
  })

  test('what the channels cost where nothing was entered, and both say so', async () => {
    const { spend, minutes, report } = await told({ cost: 350_000 })
    expect(spend).toMatchObject({ from: 'channels', spent: 350_000, planned: 100_000, difference: 250_000 })
    expect(minutes).toMatch(/渠道消耗¥3,500.+这段时间没有填报或入账支出，此处取各渠道的消耗。/)
    expect(report).toContain('截至 2025-06-17 支出 ¥3,500，同期计划 ¥1,000')
    expect(report).toMatch(/本周渠道消耗¥3,500.+本周未在跟踪表填报支出，此处取各渠道的每日消耗。/)
  })

  test('the ledger alone where both are known: nothing is added', async () => {
    const { spend, minutes, report } = await told({ spent: 400_000, cost: 350_000 })
    expect(spend).toMatchObject({ from: 'ledger', spent: 400_000 })
    expect(minutes).toContain('支出¥4,000')
    expect(report).toContain('截至 2025-06-18 支出 ¥4,000，同期计划 ¥3,000')
    expect(minutes + report).not.toMatch(/渠道消耗|取各渠道的|7,500/)
  })

  test('nothing where neither is known, which is not zero', async () => {
    const { spend, minutes, report } = await told({})
    expect(spend).toMatchObject({ from: 'ledger', spent: null, planned: 500_000, difference: null })
    expect(minutes).not.toMatch(/支出¥|渠道消耗/)
    expect(report).not.toMatch(/支出 ¥|本周支出¥|渠道消耗|取各渠道的|¥0/)
  })
})
