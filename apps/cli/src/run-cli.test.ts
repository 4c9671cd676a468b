import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runCli } from './run-cli.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yingce-cli-'))
  await writeFile(
    join(folder, '计划.csv'),
    '推广阶段,关键任务,任务负责人,计划开始时间,计划结束时间,预算金额(元),核心KPI指标,当前达成值\n预热期,选人,甲*,2025-09-01,9.5,"1,000.50",签约≥8人,9人\n,拍片,乙,看天气,2025-09-12,2万,口碑好,\n',
  )
  await writeFile(join(folder, '空.xlsx'), '')
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function yingce(words: readonly string[], environment: Record<string, string> = {}) {
  const out: string[] = []
  const err: string[] = []
  const code = await runCli(words, {
    environment,
    // Like a stream, these answer with something: it is no exit code.
    write: (text) => out.push(text),
    complain: (text) => err.push(text),
  })
  return { code, out: out.join(''), err: err.join('') }
}

describe('yingce inspect', () => {
  test('--json --records gives rows from 1, money as decimal text and quantities taken apart', async () => {
    const { code, out } = await yingce(['inspect', join(folder, '计划.csv'), '--json', '--records'])
    const answer = JSON.parse(out)
    expect(code).toBe(0)
    expect(answer).toMatchObject({
      format: 'csv',
      encoding: 'utf-8',
      tables: [
        {
          sheet: '计划',
          kind: 'tracker',
          preset: null,
          headerRow: 1,
          rows: 2,
          excluded: [],
          period: { from: '2025-09-01', to: '2025-09-12' },
          totals: { budget: '21000.50' },
        },
      ],
    })
    expect(answer.tables[0].columns[5]).toMatchObject({
      index: 6,
      header: '预算金额(元)',
      field: 'budget',
      confidence: 1,
    })
    expect(answer.tables[0].records[0]).toEqual({
      row: 2,
      phase: '预热期',
      name: '选人',
      owner: '甲*',
      plannedStart: '2025-09-01',
      plannedEnd: '2025-09-05',
      budget: '1000.50',
      kpi: [{ metric: '签约', comparator: 'gte', value: 8, unit: '人', per: null, text: '≥8人' }],
      reached: { comparator: null, value: 9, unit: '人', per: null, text: '9人' },
    })
    expect(answer.tables[0].records[1]).toMatchObject({
      phase: '预热期',
      plannedStart: null,
      unread: { plannedStart: '看天气' },
    })
    expect(answer.problems).toContainEqual(
      expect.objectContaining({
        sheet: '计划',
        cell: 'D3',
        code: 'unreadable_date',
        message: expect.stringContaining('看天气'),
      }),
    )
  })

  test('--records of a platform export are plain rows: the total is none of them', async () => {
    const path = join(folder, '投放.csv')
    await writeFile(
      path,
      '日期,计划名称,消耗(元),展示数,点击数,点击率\n2026-07-01,a,"¥1,000.5",200,5,2.50%\n合计,,1000.5,200,5,2.50%\n',
    )
    const { out } = await yingce(['inspect', path, '--json', '--records'])
    expect(JSON.parse(out).tables[0]).toMatchObject({
      kind: 'metrics',
      records: [
        {
          row: 2,
          day: '2026-07-01',
          campaign: 'a',
          cost: '1000.50',
          impressions: 200,
          clicks: 5,
          ctr: '2.50%',
        },
      ],
    })
    expect(JSON.parse(out).tables[0].records).toHaveLength(1)
  })

  test('without --records there are none', async () => {
    const { out } = await yingce(['inspect', join(folder, '计划.csv'), '--json'])
    expect(JSON.parse(out).tables[0]).not.toHaveProperty('records')
  })

  test('for a person it is a table, in the language of the terminal', async () => {
    const chinese = await yingce(['inspect', join(folder, '计划.csv')], { LANG: 'zh_CN.UTF-8' })
    expect(chinese.out).toContain('主跟踪表')
    const english = await yingce(['inspect', join(folder, '计划.csv')], { LANG: 'en_US.UTF-8' })
    expect(english.out).toContain('Master tracker')
    expect(
      (await yingce(['inspect', join(folder, '计划.csv'), '--lang', 'zh'], { LANG: 'en_US.UTF-8' })).out,
    ).toContain('主跟踪表')
  })

  test('a missing file is refused with its name and what to do', async () => {
    const { code, out, err } = await yingce(['inspect', join(folder, '没有.xlsx'), '--lang', 'en'])
    expect([code, out]).toEqual([1, ''])
    expect(err).toContain('没有.xlsx')
    expect(err).toContain('Check the path')
  })

  test('--json makes the refusal an object on stderr', async () => {
    const { code, out, err } = await yingce(['inspect', join(folder, '空.xlsx'), '--json'])
    expect([code, out]).toEqual([1, ''])
    expect(JSON.parse(err)).toMatchObject({ error: { code: 'empty_file', file: join(folder, '空.xlsx') } })
  })

  test('a sheet that the file has not is refused with those it has', async () => {
    const { code, err } = await yingce(['inspect', join(folder, '计划.csv'), '--sheet', '预算'])
    expect(code).toBe(1)
    expect(err).toContain('计划')
  })

  test.each([
    ['--foo'],
    ['--sheet'],
    ['--json=1'],
    ['--year', '25'],
    ['--encoding', 'latin'],
    ['zweite.csv'],
  ])('%s is refused with exit code 2', async (...words) => {
    expect((await yingce(['inspect', join(folder, '计划.csv'), ...words])).code).toBe(2)
  })
})

describe.runIf(process.platform === 'linux')('yingce inspect of what is no ordinary file', () => {
  test.each([
    ['/dev/zero', 'too_large'],
    ['/dev/null', 'empty_file'],
    [tmpdir(), 'file_not_readable'],
  ])('%s is refused: %s', async (path, code) => {
    const { err } = await yingce(['inspect', path, '--json'])
    expect(JSON.parse(err).error.code).toBe(code)
  })
})

describe('yingce quantity', () => {
  test.each([
    ['500万+', { comparator: 'gte', value: 5_000_000, unit: null, per: null, text: '500万+' }],
    ['＜１％', { comparator: 'lt', value: 0.01, unit: '%', per: null, text: '＜１％' }],
    ['5-20万', { comparator: 'range', value: 50_000, upper: 200_000, unit: null, per: null, text: '5-20万' }],
    ['-5%', { comparator: null, value: -0.05, unit: '%', per: null, text: '-5%' }],
    ['点击率≥2%', { metric: '点击率', comparator: 'gte', value: 0.02, unit: '%', per: null, text: '≥2%' }],
  ])('%s', async (text, quantity) => {
    const { code, out } = await yingce(['quantity', text, '--json'])
    expect([code, JSON.parse(out)]).toEqual([0, quantity])
  })

  test.each(['', '   ', '9'.repeat(300)])('%j is refused like any text without a quantity', async (text) => {
    expect((await yingce(['quantity', text])).code).toBe(1)
  })

  test('what cannot be read is refused, never guessed', async () => {
    const { code, err } = await yingce(['quantity', '很多', '--json'])
    expect([code, JSON.parse(err).error.code]).toEqual([1, 'quantity_unreadable'])
  })
})

describe('yingce', () => {
  test('--help lists every command, --version the version, nothing else is a command', async () => {
    const help = await yingce(['--help'], { LANG: 'en' })
    expect(help.code).toBe(0)
    for (const name of ['inspect', 'quantity']) expect(help.out).toContain(name)
    expect((await yingce(['--version'])).out).toMatch(/^\d+\.\d+\.\d+\n$/)
    expect((await yingce(['inspekt', 'x'])).code).toBe(2)
    expect((await yingce(['inspect', '--help'], { LANG: 'en' })).out).toContain('--records')
  })
})
