import { existsSync, readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { nabScore } from '@yingce/domain/alerting/anomaly/nab-score.fixture'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runCli } from '../run-cli.ts'

const GIVEN = fileURLToPath(new URL('../../../../../shared/data/anomaly/', import.meta.url))
let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yingce-detect-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function yingce(...words: string[]) {
  const out: string[] = []
  const err: string[] = []
  const code = await runCli(words, {
    environment: {},
    write: (text: string) => void out.push(text),
    complain: (text: string) => void err.push(text),
  })
  return { code, out: out.join(''), err: err.join('') }
}

async function file(content: string): Promise<string> {
  const path = join(folder, 'series.csv')
  await writeFile(path, content)
  return path
}

interface Point {
  readonly timestamp: string
  readonly value: number | null
  readonly score: number | null
  readonly anomaly: boolean
}

async function pointsOf(path: string, ...flags: string[]): Promise<Point[]> {
  const { code, out, err } = await yingce('detect', path, '--json', ...flags)
  expect([code, err]).toEqual([0, ''])
  return (JSON.parse(out) as { readonly points: Point[] }).points
}

/** Position of the point with the highest score. */
function mostStriking(points: readonly Point[]): number {
  const scores = points.map(({ score }) => score ?? 0)
  return scores.indexOf(Math.max(...scores))
}

/** Ten weeks of an hourly rhythm with one spike. */
function hourlyRows(join: string, spikeAt: number): string[] {
  return Array.from({ length: 1_680 }, (_unused, hour) => {
    const at = new Date(Date.UTC(2025, 5, 1, hour)).toISOString().slice(0, 19).replace('T', ' ')
    const wave = 3 + Math.sin((2 * Math.PI * hour) / 24) + 0.05 * Math.sin(hour * hour)
    return `${at}${join}${(hour === spikeAt ? 6 : wave).toFixed(4)}`
  })
}

describe('yingce detect (M4)', () => {
  test('gives each point its score and finds the spike of ten weeks, as JSON and as text', async () => {
    const path = await file(['timestamp,value', ...hourlyRows(',', 1_000)].join('\n'))
    const points = await pointsOf(path)
    expect(points).toHaveLength(1_680)
    expect(points[0]).toEqual({ timestamp: '2025-06-01 00:00:00', value: 3, score: 0, anomaly: false })
    expect(points[mostStriking(points)]).toMatchObject({
      timestamp: '2025-07-12 16:00:00',
      value: 6,
      anomaly: true,
    })
    const { out } = await yingce('detect', path, '--lang', 'en')
    expect(out).toContain('1680 points (0 missing), the first 252 only teach')
    expect(out).toContain('2025-07-12 16:00:00  6')
  })

  test('reads semicolons and Chinese headers, a file without a header, and one of several columns by name', async () => {
    const rows = hourlyRows(';', 1_000)
    expect(mostStriking(await pointsOf(await file(['时间;点击成本', ...rows].join('\r\n'))))).toBe(1_000)
    expect(mostStriking(await pointsOf(await file(rows.join('\n'))))).toBe(1_000)
    const wide = await file(['Date;CPC;CPM', ...rows.map((row) => `${row};7`)].join('\n'))
    expect(mostStriking(await pointsOf(wide, '--value', 'cpc'))).toBe(1_000)
    const { code, err } = await yingce('detect', wide, '--lang', 'en')
    expect([code, err]).toEqual([1, expect.stringContaining('several columns hold numbers: CPC, CPM')])
  })

  test('an empty value is a missing point: no score, no anomaly, not zero', async () => {
    const points = await pointsOf(
      await file('timestamp,value\n2025-01-01,5\n2025-01-02,\n2025-01-03,"1,005"\n'),
    )
    expect(points.map(({ value, score }) => [value, score === null])).toEqual([
      [5, false],
      [null, true],
      [1_005, false],
    ])
  })

  test.each([
    ['timestamp,value\n2025-01-01,5\n2025-01-02,abc\n', 'bad_value', 3, 12],
    ['timestamp,value\n2025-01-01 00:00:00,5\n2025-02-30 00:00:00,5\n', 'bad_timestamp', 3, 1],
    ['timestamp,value\n2025-01-01 00:00:00,5\n2025-01-01 25:00:00,5\n', 'bad_timestamp', 3, 1],
    ['note,timestamp,value\n"a\nb",2025-01-01,5\nc,,6\n', 'bad_timestamp', 4, 3],
    ['timestamp,value\n\n2025-01-02,5\n2025-01-01,5\n', 'time_goes_back', 4, 1],
    ['a,b\n1,2\n', 'no_time_column', 1, 1],
    ['timestamp\n2025-01-01\n', 'no_value_column', 1, 1],
    ['timestamp,value\n', 'no_points', 2, 1],
    ['timestamp,value\n2025-01-01,1e999\n', 'bad_value', 2, 12],
  ])('%j is refused as %s at line %d, column %d', async (content, reason, line, column) => {
    const path = await file(content)
    const { code, out, err } = await yingce('detect', path, '--json')
    expect([code, out]).toEqual([1, ''])
    expect(JSON.parse(err)).toMatchObject({ error: { code: reason, file: path, line, column } })
  })

  test('an autumn hour that comes twice is no step back', async () => {
    const rows = ['01:00', '02:00', '02:30', '02:00', '02:30', '03:00']
    const points = await pointsOf(
      await file(['time,value', ...rows.map((time) => `2025-10-26 ${time}:00,1`)].join('\n')),
    )
    expect(points).toHaveLength(6)
  })

  test.skipIf(!existsSync(GIVEN))(
    'scores 50 or more on the labelled hourly CPC, with at most one false episode a week (needs ../shared/data)',
    async () => {
      const points = await pointsOf(join(GIVEN, 'cpc-hourly.csv'))
      const labels = JSON.parse(readFileSync(join(GIVEN, 'windows.json'), 'utf8')) as Record<
        string,
        [string, string][]
      >
      const windows = (labels['cpc-hourly.csv'] ?? []).map(([from, to]) => ({
        first: points.findIndex(({ timestamp }) => timestamp >= from.slice(0, 19)),
        last: points.findLastIndex(({ timestamp }) => timestamp <= to.slice(0, 19)),
      }))
      const score = nabScore(
        points.map(({ anomaly }) => (anomaly ? 1 : 0)),
        windows,
      )
      expect(score.windows).toBe(1)
      expect(score.normalised).toBeGreaterThanOrEqual(50)
      expect(score.falseEpisodes / ((0.85 * points.length) / 168)).toBeLessThanOrEqual(1)
    },
  )
})
