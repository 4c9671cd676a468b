import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runCli } from '../run-cli.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yingce-simulate-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function simulated(content: unknown, ...words: string[]) {
  const path = join(folder, 'scenario.json')
  await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content))
  const out: string[] = []
  const err: string[] = []
  const code = await runCli(['simulate', path, ...words], {
    environment: {},
    write: (text: string) => void out.push(text),
    complain: (text: string) => void err.push(text),
  })
  return { code, out: out.join(''), err: err.join('') }
}

const CHANNEL = {
  name: '小红书',
  spend: 400_000,
  cpc: 2,
  cvr: { low: 0.01, mode: 0.02, high: 0.03 },
  aov: { mean: 250, sd: 20 },
  margin: 0.5,
}

describe('yingce simulate (F7)', () => {
  test('base, percentiles, tornado and break-even of a scenario', async () => {
    const { code, out } = await simulated({ channels: [CHANNEL] }, '--seed', '7', '--draws', '2000', '--json')
    const found = JSON.parse(out)
    expect(code).toBe(0)
    expect(found).toMatchObject({
      seed: 7,
      draws: 2_000,
      generator: 'xoshiro128**',
      base: { conversions: 4_000, revenue: 1_000_000, roas: 2.5, roi: 1.5, cpa: 100 },
      outcome: 'revenue',
      breakEven: { roas: 2, cpa: 125, factor: 0.8 },
    })
    expect(found.tornado.map(({ name }: { name: string }) => name)).toEqual(['小红书.cvr', '小红书.aov'])
    expect(found.p10.revenue).toBeLessThan(found.p50.revenue)
    expect(found.p50.revenue).toBeLessThan(found.p90.revenue)
  })
  test('the same seed gives the same bytes, another seed others', async () => {
    const run = async (seed: string) =>
      (await simulated({ channels: [CHANNEL] }, '--seed', seed, '--draws', '500', '--json')).out
    expect(await run('7')).toBe(await run('7'))
    expect(await run('8')).not.toBe(await run('7'))
  })
  test('a budget of 1,000 in shares 40 / 30 / 20 / 10', async () => {
    const channels = [40, 30, 20, 10].map((share) => ({
      ...CHANNEL,
      name: `${share}`,
      spend: undefined,
      share,
    }))
    const { out } = await simulated({ budget: 1_000, channels }, '--draws', '1', '--json')
    expect(JSON.parse(out).base.channels.map(({ spend }: { spend: number }) => spend)).toEqual([
      400, 300, 200, 100,
    ])
  })
  test('for people: figures, the tornado and the chance of a loss', async () => {
    const { out } = await simulated({ channels: [CHANNEL] }, '--draws', '1000', '--lang', 'zh')
    expect(out).toMatch(/投产比 ROAS +2.5 /)
    expect(out).toMatch(/小红书.cvr +0.01 … 0.03/)
    expect(out).toContain('盈亏平衡：ROAS 2，CPA 至多 125，转化率或客单价 × 0.8；亏损概率')
  })
  test.each([
    ['{"channels": [\n {"name": "A", "spend": 1, "cpc": 0, "cvr": 0.1, "aov": 1}]}', 2, 35],
    ['{"channels": [\n {"name": "A", "spend": 1, "cpc": 1, "cvr": 1.1, "aov": 1}]}', 2, 45],
    [
      '{"channels": [\n {"name": "A", "spend": 1, "cpc": 1, "cvr": {"low": 0.2, "high": 0.1}, "aov": 1}]}',
      2,
      66,
    ],
    ['{"channels": [\n {"name": "A", "spend": 1, "cpc": 1, "cvr": 0.1}]}', 2, 2],
    ['{"channels": [\n {"name": "A", "spend": 1, "cpc": 1, "cpm": 1, "cvr": 0.1, "aov": 1}]}', 2, 45],
    [
      '{"outcome": "sales",\n "channels": [{"name": "A", "spend": 1, "cpc": 1, "cvr": 0.1, "aov": 1}]}',
      1,
      13,
    ],
  ])('%s is refused with its line and column', async (text, line, column) => {
    const answer = await simulated(text, '--json')
    expect(answer.code).toBe(1)
    expect(JSON.parse(answer.err).error).toMatchObject({ code: 'bad_input', line, column })
  })
  test('a seed or a number of draws that is none is a mistake of the call', async () => {
    expect((await simulated({ channels: [CHANNEL] }, '--seed', 'x')).code).toBe(2)
    expect((await simulated({ channels: [CHANNEL] }, '--draws', '0')).code).toBe(2)
  })
})
