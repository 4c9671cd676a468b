import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DEFAULT_SCHEDULE_POLICY } from '@yingce/domain/schedule/schedule-network'
import { runCli } from '../run-cli.ts'

const GIVEN = fileURLToPath(new URL('../../../../../shared/data/', import.meta.url))
let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yingce-schedule-'))
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
  const code = await runCli(words, surroundings)
  return { code, out: out.join(''), err: err.join('') }
}

async function file(name: string, content: unknown): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content, null, 1))
  return path
}

const CASE = {
  projectStart: '2026-09-28T08:00',
  calendar: 'Mon-Fri + CN statutory',
  tasks: [
    { id: 'A', durationDays: 3, parent: 'P' },
    { id: 'B', durationDays: 1.5, parent: 'P' },
    { id: 'M', durationDays: 0, constraint: 'SNET 2026-10-12' },
  ],
  links: [{ from: 'A', to: 'B', type: 'FS', lagDays: 0 }],
}

describe('yingce schedule (B4)', () => {
  test('a case across the National Day: its tasks, roll-up and finish, in days', async () => {
    const { code, out } = await yingce('schedule', await file('a.json', CASE), '--json')
    expect(code).toBe(0)
    expect(JSON.parse(out)).toEqual({
      projectStart: '2026-09-28T08:00',
      projectFinish: '2026-10-12T08:00',
      tasks: [
        {
          id: 'A',
          start: '2026-09-28T08:00',
          finish: '2026-09-30T17:00',
          earlyStart: '2026-09-28T08:00',
          earlyFinish: '2026-09-30T17:00',
          lateStart: '2026-09-29T13:00',
          lateFinish: '2026-10-09T12:00',
          totalSlackDays: 1.5,
          freeSlackDays: 0,
          critical: false,
          startDate: '2026-09-28',
          finishDate: '2026-09-30',
        },
        expect.objectContaining({
          id: 'B',
          start: '2026-10-08T08:00',
          finish: '2026-10-09T12:00',
          totalSlackDays: 1.5,
        }),
        expect.objectContaining({ id: 'M', start: '2026-10-12T08:00', totalSlackDays: 0, critical: true }),
      ],
      summaries: [{ id: 'P', start: '2026-09-28T08:00', finish: '2026-10-09T12:00' }],
      criticalPath: ['M'],
      drivers: [
        { id: 'A', by: 'project-start' },
        {
          id: 'B',
          by: 'link',
          link: { from: 'A', to: 'B', type: 'FS', lag: { unit: 'working', amount: 0 } },
        },
        { id: 'M', by: 'constraint' },
      ],
    })
  })

  test('a list of cases gives a list; own days take the place of the statutory ones', async () => {
    const days = await file('days.txt', '2026-09-29 - 公司日\n2026-10-03 W\n2026-09-30 08-12 半天\n')
    const { out } = await yingce(
      'schedule',
      await file('b.json', { cases: [CASE] }),
      '--calendar',
      days,
      '--json',
    )
    expect(JSON.parse(out)[0].tasks[0]).toMatchObject({
      start: '2026-09-28T08:00',
      finish: '2026-10-02T12:00',
    })
  })

  test('a year whose holidays are not published is said', async () => {
    const { out } = await yingce(
      'schedule',
      await file('c.json', { ...CASE, projectStart: '2031-01-06T08:00' }),
      '--lang',
      'en',
    )
    expect(out).toContain('the holidays of 2031 are not published')
  })

  test('a change of one task lists the moved tasks with the cause', async () => {
    const { out } = await yingce(
      'schedule',
      await file('d.json', CASE),
      '--task',
      'A',
      '--days',
      '4',
      '--json',
    )
    expect(
      JSON.parse(out).moved.map(({ id, cause }: { id: string; cause: { by: string } }) => [id, cause.by]),
    ).toEqual([
      ['A', 'change'],
      ['B', 'push'],
      ['P', 'subtasks'],
    ])
  })

  test('the table names what each start comes from, and the critical path, in both languages', async () => {
    const path = await file('driven.json', CASE)
    const { out } = await yingce('schedule', path, '--lang', 'en', '--task', 'A', '--days', '5')
    expect(out).toContain('critical path: A → B')
    expect(out.split('\n').map((line) => line.trimEnd().split(/ {2,}/).at(-1))).toEqual(
      expect.arrayContaining(['start by', 'the start of the project', 'A FS', 'its constraint']),
    )
    expect((await yingce('schedule', path)).out).toContain('关键路径: M')
  })

  test('a network of 3,000 tasks is computed in a thread, and refused with its line and column as well', async () => {
    const tasks = Array.from({ length: 3000 }, (_unused, index) => ({
      id: `Task number ${index} of the long plan`,
      durationDays: 1,
      constraint: 'ASAP',
    }))
    const links = tasks
      .slice(1)
      .map(({ id }, index) => ({ from: tasks[index]?.id, to: id, type: 'FS', lagDays: 0 }))
    const plan = { projectStart: '2026-01-05', tasks, links }
    const { out } = await yingce('schedule', await file('long.json', plan), '--json')
    // 3,000 working days of five a week from Monday, 5 January 2026.
    expect(JSON.parse(out)).toMatchObject({ projectFinish: '2037-07-03T17:00' })
    const looped = { ...plan, links: [...links, { from: tasks[1]?.id, to: tasks[0]?.id }] }
    const { code, err } = await yingce('schedule', await file('looped.json', looped), '--json')
    expect(code).toBe(1)
    expect(JSON.parse(err).error).toMatchObject({
      code: 'loop',
      file: join(folder, 'looped.json'),
      column: 3,
    })
  })

  test('the help names every policy, and the first value of each is what holds when nobody names one', async () => {
    const { out } = await yingce('schedule', '--help', '--lang', 'en')
    const listed = [...out.matchAll(/\b([a-z]\w+)=([\w-]+)(?=\||\s|$)/gm)].map(([, name, value]) => [
      name,
      value,
    ])
    const { criticalSlackMinutes, ...words } = DEFAULT_SCHEDULE_POLICY
    expect(Object.fromEntries(listed)).toEqual({
      ...words,
      criticalSlackMinutes: String(criticalSlackMinutes),
    })
  })

  test('a change on trial needs its task', async () => {
    const { code, err } = await yingce('schedule', await file('h.json', CASE), '--days', '4', '--lang', 'en')
    expect([code, err]).toEqual([2, expect.stringContaining('--days and --not-before need --task')])
  })

  test('a policy is named on the call, an unknown one is refused with those that are', async () => {
    const path = await file('e.json', CASE)
    const { out } = await yingce('schedule', path, '--policy', 'openEnds=own-finish', '--json')
    expect(JSON.parse(out).tasks[1].critical).toBe(true)
    expect((await yingce('schedule', path, '--policy', 'alap=never', '--lang', 'en')).err).toContain(
      'alap=total|free',
    )
  })

  test.each([
    ['{"tasks": [\n  {"id": "A"},, ]}', 'bad_json', 2, 15],
    ['{"projectStart": "2026-09-28",\n "tasks": [{"id": "A", "durationDays": "x"}]}', 'bad_case', 2, 40],
    ['{"projectStart": "2026-09-28",\n "tasks": [{"id": "A", "constraint": "SOON"}]}', 'bad_case', 2, 38],
    [
      '{"projectStart": "2026-09-28", "tasks": [],\n "links": [\n  {"from": "A", "to": "B"}]}',
      'unknown_task',
      3,
      3,
    ],
    [
      '{"projectStart": "2026-09-28",\n "tasks": [{"id": "A"}, {"id": "B"}],\n "links": [{"from": "A", "to": "B"}, {"from": "B", "to": "A"}]}',
      'loop',
      2,
      12,
    ],
  ])('%s is refused with its line and column', async (text, code, line, column) => {
    const path = await file('bad.json', text)
    const answer = await yingce('schedule', path, '--json')
    expect(answer.code).toBe(1)
    expect(JSON.parse(answer.err).error).toMatchObject({ code, file: path, line, column })
  })

  test('a bad line of a calendar is refused with its number', async () => {
    const days = await file('bad.txt', '2026-10-01 -\n2026-10-02 maybe\n')
    const { err } = await yingce('schedule', await file('f.json', CASE), '--calendar', days, '--lang', 'en')
    expect(err).toContain(`${days}:2:1: no day of a calendar`)
  })

  test('a project as MS Project XML is computed, and what it prints is read again', async () => {
    const xml = (await yingce('schedule', await file('g.json', CASE), '--xml')).out
    const { out } = await yingce('schedule', await file('g.xml', xml), '--json')
    expect(JSON.parse(out)).toMatchObject({
      projectFinish: '2026-10-12T08:00',
      tasks: [
        { id: '1', finish: '2026-09-30T17:00' },
        { id: '2', totalSlackDays: 1.5 },
        { id: '3', critical: true },
        { id: '4' },
      ],
    })
  })
})

describe('yingce calendar', () => {
  test('names days off and make-up days, and says what is not published', async () => {
    const { published, days } = JSON.parse((await yingce('calendar', '2026', '--json')).out)
    expect(published).toBe(true)
    expect(days).toHaveLength(365)
    expect(days[0]).toEqual({ date: '2026-01-01', working: false, name: '元旦', kind: 'holiday' })
    expect(days[3]).toEqual({ date: '2026-01-04', working: true, name: '元旦', kind: 'make-up' })
    expect(JSON.parse((await yingce('calendar', '2031', '--json')).out)).toMatchObject({
      published: false,
      year: 2031,
    })
    expect((await yingce('calendar', '2031')).out).toContain('2031 年放假安排官方尚未发布')
    expect((await yingce('calendar', 'soon')).code).toBe(2)
  })
})

describe.skipIf(!existsSync(GIVEN))('the given data (skipped where shared/data is absent)', () => {
  test('every task of cases.json: dates, slack and criticality as the independent engine has them', async () => {
    const path = join(GIVEN, 'schedule/cases.json')
    const { cases } = JSON.parse(readFileSync(path, 'utf8'))
    const answer = await yingce(
      'schedule',
      path,
      '--calendar',
      join(GIVEN, 'schedule/cn-calendar.txt'),
      '--json',
    )
    const found = JSON.parse(answer.out)
    expect(found).toHaveLength(cases.length)
    for (const [index, one] of cases.entries()) {
      expect(found[index].projectFinish).toBe(one.projectFinish)
      expect(found[index].tasks).toEqual(
        one.tasks.map(({ id, expected }: { id: string; expected: object }) => ({ id, ...expected })),
      )
      expect(found[index].summaries).toEqual(one.summaries)
    }
  })

  test.each(
    readdirSync(existsSync(GIVEN) ? join(GIVEN, 'holidays') : folder || tmpdir()).filter((name) =>
      /^holiday-cn-\d+\.json$/.test(name),
    ),
  )('%s: every day of the year', async (name) => {
    const stated: { year: number; days: { date: string; isOffDay: boolean }[] } = JSON.parse(
      readFileSync(join(GIVEN, 'holidays', name), 'utf8'),
    )
    const off = new Map(stated.days.map(({ date, isOffDay }) => [date, !isOffDay]))
    const { days } = JSON.parse((await yingce('calendar', String(stated.year), '--json')).out)
    for (const { date, working } of days) {
      const weekday = new Date(`${date}T00:00:00Z`).getUTCDay()
      expect([date, working]).toEqual([date, off.get(date) ?? (weekday !== 0 && weekday !== 6)])
    }
  })
})
