import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expectedFuturePurchases, expectedPurchases } from '@yingce/domain/ltv/bg-nbd'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runCli } from '../run-cli.ts'

const CDNOW = fileURLToPath(
  new URL('../../../../../shared/data/ltv/cdnow_customers_summary.csv', import.meta.url),
)
let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yingce-ltv-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function yingce(...words: string[]) {
  const out: string[] = []
  const err: string[] = []
  const code = await runCli(['ltv', ...words], {
    environment: {},
    write: (text: string) => void out.push(text),
    complain: (text: string) => void err.push(text),
  })
  return { code, out: out.join(''), err: err.join('') }
}

async function file(name: string, content: string): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, content)
  return path
}

/** Sixty customers of whom most bought again, with the mean value of their repeats. */
const ROWS = Array.from({ length: 60 }, (_unused, index) => {
  const frequency = index % 4
  const recency = frequency === 0 ? 0 : 3 + ((index * 7) % 24)
  return [`K${index}`, frequency, recency, 30, frequency === 0 ? '' : 20 + ((index * 13) % 40)]
})
const asCsv = (header: string, rows: readonly (readonly (string | number)[])[], delimiter = ',') =>
  `${header}\n${rows.map((row) => row.join(delimiter)).join('\n')}\n`
const HEADER = 'ID,frequency,recency,T,monetary'

describe.skipIf(!existsSync(CDNOW))(
  'yingce ltv on CDNOW (F5; skipped where ../shared/data is absent)',
  () => {
    test('2,357 customers give r .243, alpha 4.414, a .793, b 2.426, ln L −9582.43', async () => {
      const { code, out } = await yingce(CDNOW, '--horizon', '39', '--json')
      const { bgnbd, customers, ...rest } = JSON.parse(out)
      expect(code).toBe(0)
      expect(bgnbd).toEqual({
        r: expect.closeTo(0.243, 3),
        alpha: expect.closeTo(4.414, 3),
        a: expect.closeTo(0.793, 3),
        b: expect.closeTo(2.426, 3),
        logLikelihood: expect.closeTo(-9582.43, 2),
        converged: true,
      })
      expect(customers).toHaveLength(2357)
      expect(customers[0]).toEqual({
        id: '1',
        expectedPurchases: expect.closeTo(1.226, 3),
        probabilityAlive: expect.closeTo(0.7266, 3),
      })
      expect(rest).toEqual({ horizon: 39, margin: 1, notices: [{ code: 'no_values', params: {} }] })
    })
    test('and the published expectations of a new customer to their last digit', async () => {
      const { out } = await yingce(CDNOW, '--horizon', '1', '--json')
      const { bgnbd } = JSON.parse(out)
      expect([0.1429, 1, 3, 31.8571, 32].map((t) => expectedPurchases(bgnbd, t).toFixed(4))).toEqual([
        '0.0078',
        '0.0532',
        '0.1506',
        '1.0405',
        '1.0437',
      ])
      // Published as 1.8576, which is the series of 2F1 cut after 150 terms; all of it gives 1.8580.
      expect(expectedPurchases(bgnbd, 78).toFixed(4)).toBe('1.8580')
      const known = { frequency: 2, recency: 30.43, age: 38.86 }
      expect(expectedFuturePurchases(bgnbd, known, 39).toFixed(3)).toBe('1.226')
    })
  },
)

describe('yingce ltv (F5)', () => {
  test('with values also fits Gamma-Gamma, and the margin scales the lifetime value', async () => {
    const path = await file('values.csv', asCsv(HEADER, ROWS))
    const { code, out } = await yingce(path, '--horizon', '10', '--margin', '40%', '--json')
    const { gammaGamma, customers, margin } = JSON.parse(out)
    expect([code, margin]).toEqual([0, 0.4])
    expect(Object.keys(gammaGamma)).toEqual(['p', 'q', 'v', 'logLikelihood', 'converged'])
    for (const { expectedPurchases: purchases, expectedValue, lifetimeValue } of customers)
      expect(lifetimeValue).toBeCloseTo(purchases * expectedValue * 0.4, 9)
  })
  test('reads Chinese headers in any order, semicolons and thousands', async () => {
    const plain = await file('plain.csv', asCsv(HEADER, ROWS))
    const chinese = await file(
      'zh.csv',
      asCsv(
        '平均金额(元);观察时长(周);客户编号;复购次数;首末次间隔(周)',
        ROWS.map(([id = '', frequency = '', recency = '', age = '', value = '']) => [
          value === '' ? '-' : `¥${value}.00`,
          age,
          id,
          frequency,
          recency,
        ]),
        ';',
      ),
    )
    const [one, other] = await Promise.all(
      [plain, chinese].map((path) => yingce(path, '--horizon', '10', '--json')),
    )
    expect(other).toEqual(one)
  })
  test('sums single purchases up to weeks, until a day', async () => {
    const purchases = ROWS.flatMap(([id = '', frequency]) =>
      Array.from({ length: Number(frequency) + 1 }, (_unused, index) => [
        id,
        `2026-0${1 + index}-0${1 + (index % 3)} 10:30`,
        30 + index,
      ]),
    )
    const path = await file('orders.csv', asCsv('会员ID,下单时间,实付金额(元)', purchases))
    const { code, out } = await yingce(path, '--horizon', '4', '--until', '2026-04-15', '--json')
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ until: '2026-04-15', gammaGamma: {} })
    expect(JSON.parse(out).customers).toHaveLength(60)
    const early = JSON.parse((await yingce(path, '--horizon', '4', '--until', '2026-03-31', '--json')).out)
    expect(early.notices).toContainEqual({
      code: 'purchases_left_out',
      params: { count: 15, until: '2026-03-31' },
    })
  })
  test('for a person shows parameters, totals, the best customers and what is open', async () => {
    const path = await file('some.csv', asCsv(HEADER, ROWS))
    const { out } = await yingce(path, '--horizon', '10', '--lang', 'en')
    expect(out).toContain('60 customers, the next 10, margin 1')
    expect(out).toMatch(/BG\/NBD\s+r [\d.]+\s+alpha/)
    expect(out).toContain('lifetime value')
  })
})

describe('yingce ltv refuses', () => {
  const rowsWith = (row: number, cells: readonly (string | number)[]) =>
    ROWS.map((one, index) => (index === row ? cells : one))
  test.each([
    ['recency_after_end', ['K2', 2, 31, 30, 9], 6],
    ['not_a_number', ['K2', 2, 'soon', 30, 9], 6],
    ['not_a_number', ['K2', 2, 20, '', 9], 9],
    ['negative', ['K2', -2, 20, 30, 9], 4],
    ['frequency_not_whole', ['K2', 1.5, 20, 30, 9], 4],
    ['recency_without_repeat', ['K2', 0, 3, 30, 9], 6],
    ['value_not_positive', ['K2', 2, 20, 30, 0], 12],
    ['not_a_number', ['K2', 2, 20, 30, 'much'], 12],
    ['duplicate_customer', ['K1', 2, 20, 30, 9], 1],
    ['missing_id', ['', 2, 20, 30, 9], 1],
  ])('%s: %j, with its line and column', async (code, cells, column) => {
    const path = await file('bad.csv', asCsv(HEADER, rowsWith(2, cells)))
    const { code: exit, out, err } = await yingce(path, '--horizon', '10', '--json')
    expect([exit, out]).toEqual([1, ''])
    expect(JSON.parse(err).error).toMatchObject({ code, file: path, line: 4, column })
  })
  test('in the words of the file, line and column first', async () => {
    const path = await file('bad.csv', asCsv(HEADER, rowsWith(2, ['K2', 2, 31, 30, 9])))
    const { err } = await yingce(path, '--horizon', '10', '--lang', 'zh')
    expect(err).toContain(`${path}:4:6: 最后一次购买晚于观察期末：recency 31 大于 T`)
  })
  test('a file where nobody bought again, one of nine customers, one without the columns', async () => {
    const once = await file(
      'once.csv',
      asCsv(
        HEADER,
        ROWS.map(([id = '']) => [id, 0, 0, 30, '']),
      ),
    )
    const nine = await file('nine.csv', asCsv(HEADER, ROWS.slice(0, 9)))
    const other = await file('other.csv', 'ID,frequency\n1,2\n')
    const codes = await Promise.all(
      [once, nine, other].map(async (path) => {
        const { code, err } = await yingce(path, '--horizon', '10', '--json')
        return [code, JSON.parse(err).error.code]
      }),
    )
    expect(codes).toEqual([
      [1, 'no_repeat_purchases'],
      [1, 'too_few_customers'],
      [1, 'missing_columns'],
    ])
  })
  test('a purchase without a readable day', async () => {
    const path = await file('orders.csv', 'customer,date\nA,2026-01-05\nA,someday\n')
    const { err } = await yingce(path, '--horizon', '10', '--json')
    expect(JSON.parse(err).error).toMatchObject({ code: 'bad_date', line: 3, column: 3 })
  })
  test.each([[], ['--horizon', '0'], ['--horizon', 'long'], ['--horizon', '3', '--margin', '40']])(
    'a call with %j, with exit code 2',
    async (...flags) => {
      const path = await file('some.csv', asCsv(HEADER, ROWS))
      expect((await yingce(path, ...flags)).code).toBe(2)
    },
  )
})
