import { execFile } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { listImports } from '@yingce/contracts/import/import'
import { createSamplePlan, listPlans } from '@yingce/contracts/plan/plan'
import { createApiToken } from '@yingce/contracts/workspace/api-token'
import { readWorkbook } from '@yingce/office/read/read-workbook'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { REPOSITORY } from '../../config.ts'
import { newPlan, type Person, startTestServer, type TestServer } from '../../testing/test-server.ts'

let server: TestServer
let owner: Person
let token: string
let folder: string

beforeAll(async () => {
  server = await startTestServer({ clock: () => new Date('2025-06-15T02:00:00Z') })
  owner = await server.setUp()
  token = (
    await owner.call(createApiToken, { body: { name: 'cli', scopes: ['read', 'import', 'export'], days: 1 } })
  ).body.secret
  folder = await mkdtemp(join(tmpdir(), 'yingce-cli-online-'))
  await writeFile(
    join(folder, '夏季.csv'),
    '推广阶段,关键任务,任务负责人,计划开始时间,计划结束时间,预算金额(元)\n预热期,选人,甲,6.1,6.5,"1,000.50"\n预热期,拍片,乙,6.3,6.8,2万\n',
  )
})

afterAll(async () => {
  await server.close()
  await rm(folder, { recursive: true, force: true })
})

interface Ended {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** The command as a person runs it, in a process of its own. */
function yingce(
  words: readonly string[],
  environment: Record<string, string> = { YINGCE_TOKEN: token },
): Promise<Ended> {
  const command = [join(REPOSITORY, 'apps/cli/src/main.ts'), ...words]
  const env = {
    PATH: process.env['PATH'] ?? '',
    LANG: 'en_US.UTF-8',
    YINGCE_SERVER: server.origin,
    ...environment,
  }
  return new Promise((resolve) => {
    execFile(process.execPath, command, { cwd: folder, env }, (error, out, err) =>
      resolve({ code: error === null ? 0 : Number(error.code), out, err }),
    )
  })
}

const planNames = async () => (await owner.call(listPlans)).body.items.map(({ name }) => name)

describe('yingce import', () => {
  test('asks for the year that the file leaves open, and writes nothing until it has it', async () => {
    const { code, err } = await yingce(['import', '夏季.csv', '--plan', '夏季'])
    expect([code, err]).toEqual([1, expect.stringContaining('--year')])
    expect(await planNames()).toEqual([])
    expect((await owner.call(listImports)).body.items).toEqual([])
  })

  test('--dry-run shows tables, rows, totals and what is open, and leaves no draft behind', async () => {
    const { code, out } = await yingce([
      'import',
      '夏季.csv',
      '--plan',
      '夏季',
      '--year',
      '2025',
      '--dry-run',
      '--json',
    ])
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({
      dryRun: true,
      planId: null,
      planName: '夏季',
      isNewPlan: true,
      comparison: null,
      written: {},
      questions: [],
      tables: [{ sheet: '夏季', kind: 'tracker', isIncluded: true, rows: 2, totals: { budget: '21000.50' } }],
    })
    expect((await owner.call(listImports)).body.items).toEqual([])
    expect(await planNames()).toEqual([])
  })

  test('makes a plan of the name, and merges into it the next time', async () => {
    const first = await yingce(['import', '夏季.csv', '--plan', '夏季', '--year', '2025', '--json'])
    expect([first.code, JSON.parse(first.out)]).toEqual([
      0,
      expect.objectContaining({ planName: '夏季', isNewPlan: true, written: { phase: 1, task: 2 } }),
    ])
    const again = await yingce(['import', '夏季.csv', '--plan', ' 夏季 ', '--year', '2025', '--json'])
    expect(JSON.parse(again.out)).toMatchObject({
      isNewPlan: false,
      planId: JSON.parse(first.out).planId,
      comparison: { added: 0, changed: 0, unchanged: 2 },
      written: {},
    })
    expect(await planNames()).toEqual(['夏季'])
    expect(
      (await yingce(['import', '夏季.csv', '--plan', '夏季', '--year', '2025', '--lang', 'zh'])).out,
    ).toContain('合并到: 夏季')
  })
})

describe('yingce export', () => {
  test('writes the workbook, which comes back by import without a difference', async () => {
    await owner.call(createSamplePlan, { body: {} })
    const { code, out } = await yingce(['export', '谷芽', '-o', 'back.xlsx'])
    expect([code, out]).toEqual([0, expect.stringMatching(/^back\.xlsx {2}[\d,]+ bytes\n$/)])
    const { sheets } = await readWorkbook(await readFile(join(folder, 'back.xlsx')), {
      fileName: 'back.xlsx',
    })
    expect(sheets[0]?.name).toBe('Master tracker')
    const back = await yingce(['import', 'back.xlsx', '--dry-run', '--json'])
    expect(JSON.parse(back.out)).toMatchObject({
      isNewPlan: false,
      comparison: { added: 0, changed: 0, conflict: 0, unchanged: 69, missing: 0, computed: 0 },
    })
  })

  test('writes the review under the server’s name into the current folder', async () => {
    const { code } = await yingce([
      'export',
      '谷芽儿童奶粉上市',
      '--document',
      'effect-evaluation',
      '--document-lang',
      'zh-CN',
    ])
    expect(code).toBe(0)
    expect(await readdir(folder)).toContain('推广效果评估报告-谷芽儿童奶粉上市-2025-06-15.docx')
  })

  test('lists the plans when a name fits several, and says so when none does', async () => {
    const ids = [await newPlan(owner, '同名'), await newPlan(owner, '同名')]
    const { code, err } = await yingce(['export', '同名', '-o', 'x.xlsx'])
    expect(code).toBe(1)
    for (const id of ids) expect(err).toContain(id)
    expect((await yingce(['export', ids[0]!, '-o', 'x.xlsx'])).code).toBe(0)
    expect(await yingce(['export', '没有', '--json'])).toMatchObject({
      code: 1,
      err: expect.stringContaining('"code":"plan_not_found"'),
    })
  })
})

describe('yingce report', () => {
  test('writes a document in the format asked for, under the server’s name or the given one', async () => {
    const plan = '谷芽儿童奶粉上市'
    const weekly = await yingce([
      'report',
      plan,
      '--day',
      '2025-06-04',
      '--document-lang',
      'zh-CN',
      '--format',
      'pdf',
    ])
    expect([weekly.code, weekly.err]).toEqual([0, ''])
    const pdf = (await readdir(folder)).find((name) => name.startsWith('周复盘报告-'))
    expect(pdf).toMatch(/2025-06-02 至 2025-06-08-2025-06-15\.pdf$/)
    const made = await yingce([
      'report',
      plan,
      '--document',
      'effect-review',
      '--format',
      'pptx',
      '-o',
      'r.pptx',
    ])
    expect([made.code, made.out]).toEqual([0, expect.stringContaining('r.pptx')])
  })
})

describe('a call that cannot work', () => {
  test.each([
    ['no token', ['export', 'x'], {}, 1, 'YINGCE_TOKEN'],
    ['a wrong token', ['export', 'x'], { YINGCE_TOKEN: 'yc_wrong' }, 1, 'not valid'],
    ['a wrong server', ['export', 'x', '--server', 'ftp://x'], { YINGCE_TOKEN: 'x' }, 2, 'no server address'],
    [
      'nobody there',
      ['export', 'x', '--server', 'http://127.0.0.1:9'],
      { YINGCE_TOKEN: 'x' },
      1,
      'yingce serve',
    ],
    [
      'an unknown document',
      ['export', 'x', '--document', 'poem'],
      { YINGCE_TOKEN: 'x' },
      2,
      'effect-evaluation',
    ],
    ['an unknown report', ['report', 'x', '--document', 'poem'], { YINGCE_TOKEN: 'x' }, 2, 'retrospective'],
    ['an unknown format', ['report', 'x', '--format', 'odt'], { YINGCE_TOKEN: 'x' }, 2, 'pptx'],
    ['a file that is not there', ['import', 'nix.xlsx'], { YINGCE_TOKEN: 'x' }, 1, 'nix.xlsx'],
    ['a wrong year', ['import', '夏季.csv', '--year', '25'], { YINGCE_TOKEN: 'x' }, 2, '--year'],
  ] as const)(
    '%s ends with a sentence and its exit code',
    async (_what, words, environment, code, sentence) => {
      const ended = await yingce(words, environment)
      expect([ended.code, ended.out]).toEqual([code, ''])
      expect(ended.err).toContain(sentence)
    },
  )
})
