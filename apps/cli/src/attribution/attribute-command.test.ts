import { existsSync, readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runCli } from '../run-cli.ts'

const GIVEN = fileURLToPath(new URL('../../../../../shared/data/attribution/', import.meta.url))
let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yingce-attribute-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function yingce(...words: string[]) {
  const out: string[] = []
  const err: string[] = []
  const surroundings = {
    environment: {},
    write: (text: string) => void out.push(text),
    complain: (text: string) => void err.push(text),
  }
  const code = await runCli(['attribute', ...words], surroundings)
  return { code, out: out.join(''), err: err.join('') }
}

async function file(name: string, content: string): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, content)
  return path
}

const PATHS =
  'path,total_conversions,total_conversion_value,total_null\ndirect,2,20,0\nsearch > email,3,30,1\nsearch > social > email,5,100,4\n'
const TOUCHES =
  '用户,时间,渠道,转化,金额\nu1,2026-06-01 08:00,抖音,0,\nu1,2026-06-08 08:00,搜索,1,90\nu2,2026-06-02,抖音,0,\n'

function credits(attribution: { channels: { channel: string; conversions: number }[] }) {
  return Object.fromEntries(attribution.channels.map(({ channel, conversions }) => [channel, conversions]))
}

describe('yingce attribute (M8)', () => {
  test('one model gives an object with its totals and every channel', async () => {
    const { code, out } = await yingce(await file('paths.csv', PATHS), '--model', 'linear', '--json')
    expect(code).toBe(0)
    expect(JSON.parse(out)).toEqual({
      model: 'linear',
      order: null,
      conversions: 10,
      value: 150,
      channels: [
        { channel: 'direct', conversions: 2, value: 20 },
        { channel: 'search', conversions: expect.closeTo(19 / 6, 9), value: expect.closeTo(15 + 100 / 3, 9) },
        { channel: 'email', conversions: expect.closeTo(19 / 6, 9), value: expect.closeTo(15 + 100 / 3, 9) },
        { channel: 'social', conversions: expect.closeTo(5 / 3, 9), value: expect.closeTo(100 / 3, 9) },
      ],
    })
  })
  test('several models, repeated or with commas, give a list; Markov one answer per order with its removal effects', async () => {
    const path = await file('paths.csv', PATHS)
    const { out } = await yingce(
      path,
      '--model',
      'first,position',
      '--model',
      'markov',
      '--order',
      '1',
      '--order',
      '2',
      '--json',
    )
    const [first, position, one, two] = JSON.parse(out)
    expect(credits(first)).toEqual({ direct: 2, search: 8, email: 0, social: 0 })
    expect(credits(position)).toEqual({ direct: 2, search: 3.5, email: 3.5, social: 1 })
    expect([one.order, two.order]).toEqual([1, 2])
    expect(one.conversionProbability).toBeCloseTo(10 / 15, 12)
    expect(one.channels[0]).toMatchObject({ channel: 'direct', removalEffect: expect.closeTo(0.2, 12) })
    expect(one.channels[0].valueRemovalEffect).toBeCloseTo(20 / 150, 12)
  })
  test('touches with times can be attributed by time decay: 7 days before counts half', async () => {
    const { out } = await yingce(await file('touches.csv', TOUCHES), '--model', 'time-decay', '--json')
    expect(credits(JSON.parse(out))).toEqual({
      抖音: expect.closeTo(1 / 3, 12),
      搜索: expect.closeTo(2 / 3, 12),
    })
  })
  test('--order auto chooses by BIC and says by which figures', async () => {
    const { out } = await yingce(
      await file('paths.csv', PATHS),
      '--model',
      'markov',
      '--order',
      'auto',
      '--json',
    )
    const { order, orderCriteria } = JSON.parse(out)
    const best = Math.min(...orderCriteria.map(({ bic }: { bic: number }) => bic))
    expect(orderCriteria.find((one: { order: number }) => one.order === order).bic).toBe(best)
  })
  test('for a person the models stand side by side, the largest channel first, with warnings', async () => {
    const path = await file('no-null.csv', 'path,total_conversions\na > b,3\nb,4\n')
    const { code, out } = await yingce(path, '--lang', 'en')
    expect(code).toBe(0)
    expect(out).toMatch(/conversions +first touch +last touch/)
    expect(out).toMatch(/\nb +4\.00 +7\.00 /)
    expect(out).toContain('no path without conversion')
    expect(out).not.toContain('time decay')
  })
  test('--json carries the warnings with their codes', async () => {
    const path = await file('no-null.csv', 'path,total_conversions\na > b,3\nb,4\n')
    const { out } = await yingce(path, '--model', 'markov', '--json')
    expect(JSON.parse(out)).toMatchObject({ value: null, warnings: [{ code: 'no_null_paths' }] })
  })

  test.each([
    ['negative_number', 'path,total_conversions\na > b,1\nb,-4\n', 3, 3],
    ['not_a_number', 'path,total_conversions\na,1\n"b, c",x\n', 3, 8],
    ['empty_path', 'path,total_conversions\n,1\n', 2, 1],
  ])('%s is refused with file, line and column', async (code, content, line, column) => {
    const path = await file('bad.csv', content)
    const { code: exit, out, err } = await yingce(path, '--model', 'first', '--json')
    expect([exit, out]).toEqual([1, ''])
    expect(JSON.parse(err).error).toMatchObject({
      code,
      file: path,
      line,
      column,
      advice: expect.any(String),
    })
  })
  test('time decay over paths is refused with what to do', async () => {
    const { code, err } = await yingce(
      await file('paths.csv', PATHS),
      '--model',
      'time-decay',
      '--lang',
      'zh',
    )
    expect(code).toBe(1)
    expect(err).toContain('触点明细')
  })
  test('a file that is not there is refused with its name', async () => {
    const { code, err } = await yingce(join(folder, 'none.csv'), '--json')
    expect([code, JSON.parse(err).error.code]).toEqual([1, 'file_not_found'])
  })
  test.each([
    [['--model', 'magic']],
    [['--order', '5']],
    [['--order', '0']],
    [['--order', '1.5']],
    [['--half-life', '0']],
    [['--half-life', 'x']],
    [['--encoding', 'latin']],
  ])('%j is refused with exit code 2', async (words) => {
    expect((await yingce(await file('paths.csv', PATHS), ...words)).code).toBe(2)
  })
})

function table(name: string): Map<string, Record<string, number>> {
  const [head = '', ...rows] = readFileSync(join(GIVEN, name), 'utf8').trim().split('\n')
  const names = head.split(',').map((word) => word.replaceAll('"', ''))
  return new Map(
    rows.map((row) => {
      const [channel = '', ...numbers] = row.split(',').map((word) => word.replaceAll('"', ''))
      return [
        channel,
        Object.fromEntries(numbers.map((number, index) => [names[index + 1] ?? '', Number(number)])),
      ]
    }),
  )
}

describe.skipIf(!existsSync(GIVEN))('the given paths (skipped where shared/data is absent) (M8)', () => {
  async function attributed(...words: string[]) {
    const { out } = await yingce(join(GIVEN, 'paths.csv'), ...words, '--json')
    return JSON.parse(out) as {
      model: string
      conversions: number
      conversionProbability?: number
      channels: { channel: string; conversions: number; value: number }[]
    }[]
  }

  test('first, last and linear touch are those of ChannelAttribution, conversions and value, within 1e-6', async () => {
    const expected = table('expected_ca_heuristics.csv')
    const found = await attributed('--model', 'first', '--model', 'last', '--model', 'linear')
    expect(found).toHaveLength(3)
    for (const { model, channels } of found)
      for (const { channel, conversions, value } of channels) {
        expect(
          Math.abs(conversions - (expected.get(channel)?.[`${model}_touch_conversions`] ?? NaN)),
        ).toBeLessThan(1e-6)
        expect(Math.abs(value - (expected.get(channel)?.[`${model}_touch_value`] ?? NaN))).toBeLessThan(1e-6)
      }
  })
  test('position and Markov order 1 are those of Marketing-Attribution-Models within 1e-6', async () => {
    const expected = table('peer_mam_models.csv')
    const columns = ['attribution_position_based_0.4_0.2_0.4_heuristic', 'attribution_markov_algorithmic']
    for (const [index, { channels }] of (await attributed('--model', 'position,markov')).entries())
      for (const [channel, figures] of expected) {
        const found = channels.find((one) => one.channel === channel)?.conversions ?? NaN
        expect(Math.abs(found - (figures[columns[index] ?? ''] ?? NaN))).toBeLessThan(1e-6)
      }
  })
  test('the probability of conversion is 19,785 / 88,387 at every order, and every credit sums to 19,785', async () => {
    for (const one of await attributed('--model', 'markov,shapley-rate', '--order', '1,2,3,4')) {
      if (one.model === 'markov') expect(one.conversionProbability).toBeCloseTo(0.2238451355968638, 14)
      expect(one.channels.reduce((sum, { conversions }) => sum + conversions, 0)).toBeCloseTo(19_785, 9)
    }
  })
})
