import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runCli } from '../run-cli.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yingce-allocate-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function allocated(content: unknown, ...words: string[]) {
  const path = join(folder, 'request.json')
  await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content))
  const out: string[] = []
  const err: string[] = []
  const code = await runCli(['allocate', path, ...words], {
    environment: {},
    write: (text: string) => void out.push(text),
    complain: (text: string) => void err.push(text),
  })
  return { code, out: out.join(''), err: err.join('') }
}

const sqrt = (name: string, a: number) => ({ name, curve: { form: 'sqrt', a } })

describe('yingce allocate (F6)', () => {
  test('140,000 over 1√x, 2√x and 3√x: 10,000 / 40,000 / 90,000 at a marginal return of 0.005', async () => {
    const { code, out } = await allocated(
      { budget: 140_000, channels: [sqrt('A', 1), sqrt('B', 2), sqrt('C', 3)] },
      '--json',
    )
    expect(code).toBe(0)
    expect(JSON.parse(out)).toEqual({
      allocation: [
        { name: 'A', amount: 10_000, response: 100, marginal: 0.005, at: 'interior' },
        { name: 'B', amount: 40_000, response: 400, marginal: 0.005, at: 'interior' },
        { name: 'C', amount: 90_000, response: 900, marginal: 0.005, at: 'interior' },
      ],
      spent: 140_000,
      unspent: 0,
      response: 1_400,
      marginal: 0.005,
    })
  })
  test('a budget of 14 (万元) is divided to the fen, not to the hundredth of 万元', async () => {
    const { out } = await allocated({ budget: 14, channels: [sqrt('A', 1), sqrt('B', 2 ** 0.5)] }, '--json')
    expect(JSON.parse(out).allocation.map(({ amount }: { amount: number }) => amount)).toEqual([
      4.666667, 9.333333,
    ])
  })
  test('for people: a table, what is left over, and where each channel stands', async () => {
    const { out } = await allocated(
      { budget: 500, channels: [{ ...sqrt('小红书', 1), max: 300 }] },
      '--lang',
      'zh',
    )
    expect(out).toMatch(/小红书 +300 .*上限/)
    expect(out).toContain('合计 300，未花 200')
  })
  test('a target of 1,400 needs 140,000, of a budget of 150,000 there remain 10,000', async () => {
    const channels = [sqrt('A', 1), sqrt('B', 2), sqrt('C', 3)]
    const { out } = await allocated({ target: 1_400, budget: 150_000, channels }, '--json')
    expect(JSON.parse(out)).toMatchObject({ spent: 140_000, unspent: 10_000 })
    const over = await allocated({ target: 1_400, budget: 100_000, channels }, '--lang', 'en')
    expect([over.code, over.err]).toEqual([1, expect.stringContaining('the target 1400 needs 140000')])
  })
  test('a curve through points says how good it is and that the amount is extrapolated', async () => {
    const points = [1, 2, 3, 4, 5, 6, 7, 8].map((spend) => [spend, 10 * Math.log1p(spend / 3)])
    const channels = [{ name: 'A', curve: { form: 'log', points } }]
    const { out } = await allocated({ budget: 20, channels }, '--json')
    expect(JSON.parse(out).allocation[0].fit).toEqual({
      r2: expect.closeTo(1, 9),
      n: 8,
      extrapolated: true,
      atEdge: false,
    })
  })
  test.each([
    ['{"budget": 100,\n "channels": [{"name": "A", "curve": {"form": "cubic"}}]}', 'bad_input', 2, 47],
    [
      '{"budget": 100,\n "channels": [{"name": "A", "curve": {"form": "log", "a": 1, "b": 0}}]}',
      'bad_input',
      2,
      67,
    ],
    ['{"budget": "much",\n "channels": []}', 'bad_input', 1, 12],
    ['{"budget": 1, "channels": []}', 'bad_input', 1, 27],
    [
      '{"budget": 100,\n "channels": [\n  {"name": "A", "min": 60, "curve": {"form": "sqrt", "a": 1}},\n  {"name": "B", "min": 60, "curve": {"form": "sqrt", "a": 1}}]}',
      'min_over_budget',
      1,
      12,
    ],
    [
      '{"budget": 100, "channels": [\n  {"name": "A", "locked": 60, "max": 50, "curve": {"form": "sqrt", "a": 1}}]}',
      'locked_over_max',
      2,
      27,
    ],
    [
      '{"budget": 100, "channels": [\n  {"name": "A", "curve": {"form": "log", "points": [[1, 2], [2, 3]]}}]}',
      'bad_input',
      2,
      52,
    ],
  ])('%s is refused with its line and column', async (text, code, line, column) => {
    const answer = await allocated(text, '--json')
    expect(answer.code).toBe(1)
    expect(JSON.parse(answer.err).error).toMatchObject({ code, line, column })
  })
})
