import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { matchChannel } from './channel-match.ts'
import { reconcileSpend } from './reconciliation.ts'
import { TEAM_EFFECTS } from './team-effects.fixture.ts'

const task = (id: string, name: string, yuan: number | null, strategy: string | null = null) => ({
  id,
  name,
  strategy,
  spent: yuan === null ? null : yuan * 100,
})

const TASKS = [
  task('t1', '达人名单与签约', 48_000),
  task('t2', '素材制作', 28_000),
  task('t3', '小红书笔记五篇', 24_500),
  task('t4', '抖音信息流广告', 80_000),
  task('t5', '直播专场', 78_000),
  task('t6', '反馈整理', 9_500),
]

describe('X11: tracker spend beside effect-table cost', () => {
  const result = reconcileSpend(TASKS, TEAM_EFFECTS)

  it('268,000 against 335,000 is a difference of 67,000, never a sum of 603,000', () => {
    expect([result.trackerSpent, result.effectCost, result.difference]).toEqual([
      26_800_000, 33_500_000, 6_700_000,
    ])
  })
  it('lists the difference per channel, and the tasks of no channel apart', () => {
    expect(
      result.lines.map(({ channel, taskIds, difference }) => [channel, taskIds, difference / 100]),
    ).toEqual([
      ['小红书KOL', ['t3'], 125_500],
      ['抖音信息流', ['t4'], 55_000],
      ['线下体验', [], 50_000],
      [null, ['t1', 't2', 't5', 't6'], -163_500],
    ])
  })
  it('has no line of unmatched tasks when there is none, and null where a side is silent', () => {
    expect(
      reconcileSpend([task('a', '线下体验日', null)], TEAM_EFFECTS).lines.map((l) => [
        l.channel,
        l.trackerSpent,
      ]),
    ).toEqual([
      ['小红书KOL', null],
      ['抖音信息流', null],
      ['线下体验', null],
    ])
  })
  it('the differences of the lines always sum to the difference of the totals', () => {
    const name = fc.constantFrom('抖音信息流', '抖音直播', '小红书笔记', '线下快闪', '别的', 'Douyin feed')
    const tasks = fc.array(
      fc.record({
        id: fc.uuid(),
        name,
        strategy: fc.constant(null),
        spent: fc.option(fc.nat(1e9), { nil: null }),
      }),
    )
    const rows = fc.array(fc.record({ channel: name, cost: fc.option(fc.nat(1e9), { nil: null }) }))
    fc.assert(
      fc.property(tasks, rows, (t, r) => {
        const { lines, difference } = reconcileSpend(t, r)
        expect(lines.reduce((sum, l) => sum + l.difference, 0)).toBe(difference)
        expect(lines.flatMap((l) => l.taskIds).toSorted()).toEqual(t.map((x) => x.id).toSorted())
      }),
    )
  })
})

describe('X11: which channel a task points at', () => {
  it.each([
    ['抖音信息流投放', ['抖音直播', '抖音信息流'], '抖音信息流', 'name'],
    ['抖音 信息流 投放', ['抖音直播', '抖音信息流'], '抖音信息流', 'word'],
    ['抖音投放', ['抖音直播', '抖音信息流'], null, 'ambiguous'],
    ['Douyin feed ads', ['Xiaohongshu notes', 'Douyin feed'], 'Douyin feed', 'name'],
    ['快闪店搭建', ['小红书', '线下体验'], '线下体验', 'word'],
    ['KOL 签约', ['小红书KOL'], null, 'none'],
  ] as const)('%s among %j is %s (%s)', (text, channels, channel, by) => {
    expect(matchChannel(text, channels)).toEqual({ channel, by })
  })
})
