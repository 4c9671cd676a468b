import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { funnelByChannel } from './funnel-by-channel.ts'
import { funnelOfCounts } from './funnel.ts'
import { userFunnel } from './user-funnel.ts'

const counts = (...values: (number | null)[]) =>
  values.map((count, index) => ({ name: `步骤${index + 1}`, count }))

describe('Funnel of counts (M6)', () => {
  it('4,300,000 exposures, 157,000 clicks, 2,355 orders: 3.65 %, then 1.50 %, overall 0.0548 %', () => {
    const { steps, overallRate } = funnelOfCounts(counts(4_300_000, 157_000, 2355))
    expect(steps.map(({ stepRate }) => stepRate)).toEqual([null, 157_000 / 4_300_000, 2355 / 157_000])
    expect(overallRate).toBeCloseTo(0.000548, 6)
    expect(steps[2]).toMatchObject({ lost: 154_645, dropRate: 1 - 2355 / 157_000 })
  })
  it('names the step before which the largest share is lost, the earlier of two', () => {
    expect(funnelOfCounts(counts(100, 80, 20, 15)).biggestLoss?.name).toBe('步骤3')
    expect(funnelOfCounts(counts(100, 50, 25)).biggestLoss?.name).toBe('步骤2')
    expect(funnelOfCounts(counts(100, 100)).biggestLoss).toBeNull()
  })
  it('after a step of 0 has no rate, and 0 of 100 is a rate of 0', () => {
    expect(funnelOfCounts(counts(100, 0, 0)).steps.map(({ stepRate }) => stepRate)).toEqual([null, 0, null])
    expect(funnelOfCounts(counts(0, 0)).overallRate).toBeNull()
  })
  it('a step that was not measured is not 0: it and the next have no rate, the overall goes on', () => {
    const { steps, overallRate } = funnelOfCounts(counts(200, null, 20))
    expect(steps.map(({ stepRate }) => stepRate)).toEqual([null, null, null])
    expect([steps[1]?.lost, overallRate]).toEqual([null, 0.1])
  })
  it('a step larger than the one before is flagged and keeps its rate above 100 %', () => {
    expect(funnelOfCounts(counts(50, 60)).steps[1]).toMatchObject({
      stepRate: 1.2,
      lost: -10,
      isLargerThanPrevious: true,
    })
  })
  it('has nothing to say without steps', () => {
    expect(funnelOfCounts([])).toEqual({ steps: [], biggestLoss: null, overallRate: null })
  })
})

describe('Funnel by channel (M6)', () => {
  const STEPS = ['曝光', '点击', '成交']
  it("the total's rates are ratios of sums over the channels that have both parts", () => {
    const { total } = funnelByChannel(STEPS, [
      { channel: '抖音', counts: [1000, 100, 5] },
      { channel: '小红书', counts: [3000, 60, 3] },
      { channel: '线下', counts: [2000, null, 40] },
    ])
    expect(total.steps.map(({ count }) => count)).toEqual([6000, 160, 48])
    expect(total.steps[1]?.stepRate).toBe(160 / 4000)
    expect(total.steps[2]).toMatchObject({ stepRate: 8 / 160, overallRate: 48 / 6000, lost: 152 })
  })
  it('names the channel and step with the highest drop', () => {
    const { biggestLoss, channels } = funnelByChannel(STEPS, [
      { channel: '抖音', counts: [1000, 100, 50] },
      { channel: '小红书', counts: [1000, 50, 40] },
    ])
    expect(biggestLoss).toMatchObject({ channel: '小红书', step: { name: '点击' } })
    expect(channels[0]?.funnel.overallRate).toBe(0.05)
  })
  it('flags a step that is larger in total, and one channel alone where the sum hides it', () => {
    const { total, channels } = funnelByChannel(STEPS, [
      { channel: 'A', counts: [10, 20, 1] },
      { channel: 'B', counts: [100, 50, 1] },
    ])
    expect(total.steps[1]?.isLargerThanPrevious).toBe(false)
    expect(channels[0]?.funnel.steps[1]?.isLargerThanPrevious).toBe(true)
  })
  it('without channels counts nothing, which is not 0', () => {
    expect(funnelByChannel(STEPS, [])).toMatchObject({ total: { overallRate: null }, biggestLoss: null })
    expect(funnelByChannel(STEPS, []).total.steps[0]?.count).toBeNull()
  })
})

describe('Funnel of people, in order and within a window (M6)', () => {
  const STEPS = ['看', '加购', '买']
  const people = (window: number | null, ...events: [string, string, number][]) =>
    userFunnel(
      STEPS,
      events.map(([user, step, at]) => ({ user, step, at })),
      window,
    ).steps.map(({ count }) => count)

  it('counts who did the steps in order, each person once', () => {
    expect(
      people(null, ['a', '看', 1], ['a', '看', 2], ['a', '加购', 3], ['a', '买', 4], ['b', '看', 1]),
    ).toEqual([2, 1, 1])
  })
  it('a purchase before the cart does not count, events between do not matter', () => {
    expect(people(null, ['a', '看', 1], ['a', '买', 2], ['a', '客服', 3], ['a', '加购', 4])).toEqual([
      1, 1, 0,
    ])
  })
  it('exactly the window is inside, one more is outside', () => {
    expect(people(10, ['a', '看', 0], ['a', '加购', 10], ['b', '看', 0], ['b', '加购', 11])).toEqual([
      2, 1, 0,
    ])
  })
  it('a later beginning counts when it leads further: the window begins anew', () => {
    expect(people(10, ['a', '看', 0], ['a', '看', 20], ['a', '加购', 25], ['a', '买', 30])).toEqual([1, 1, 1])
  })
  it('a later beginning does not cost what an earlier one still reaches', () => {
    expect(people(10, ['a', '看', 0], ['a', '加购', 5], ['a', '看', 6], ['a', '买', 9])).toEqual([1, 1, 1])
  })
  it('events need not be sorted; those of one moment count in their order', () => {
    expect(people(null, ['a', '买', 9], ['a', '加购', 3], ['a', '看', 3])).toEqual([1, 0, 0])
    expect(people(null, ['a', '买', 9], ['a', '看', 3], ['a', '加购', 3])).toEqual([1, 1, 1])
  })
  it('a step that stands twice needs two events', () => {
    const twice = (...at: number[]) =>
      userFunnel(
        ['下单', '下单'],
        at.map((one) => ({ user: 'a', step: '下单', at: one })),
        null,
      ).steps.map(({ count }) => count)
    expect([twice(1), twice(1, 2)]).toEqual([
      [1, 0],
      [1, 1],
    ])
  })
  it('never grows from step to step', () => {
    const event = fc.record({
      user: fc.constantFrom('a', 'b', 'c'),
      step: fc.constantFrom(...STEPS),
      at: fc.nat(30),
    })
    fc.assert(
      fc.property(fc.array(event), fc.option(fc.nat(20)), (events, window) => {
        const { steps } = userFunnel(STEPS, events, window)
        expect(steps.some(({ isLargerThanPrevious }) => isLargerThanPrevious)).toBe(false)
      }),
    )
  })
})
