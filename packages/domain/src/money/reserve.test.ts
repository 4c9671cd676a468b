import { describe, expect, it } from 'vitest'
import { DEFAULT_RESERVE_BPS, distributeBudget, isReserveName, setReserveAside } from './reserve.ts'

const YUAN = 100
const MILLION = 1_000_000 * YUAN
const MIX = [
  { name: '小红书种草', share: 40 },
  { name: '抖音信息流', share: 30 },
  { name: '母婴社群', share: 20 },
  { name: '线下体验', share: 10 },
]

describe('rule 9: the reserve', () => {
  it('10% of 1,000,000 元 keeps 100,000; 40/30/20/10 of the rest are 360,000 / 270,000 / 180,000 / 90,000', () => {
    expect(distributeBudget(MILLION, MIX, DEFAULT_RESERVE_BPS)).toEqual({
      reserveFen: 100_000 * YUAN,
      distributableFen: 900_000 * YUAN,
      parts: [360_000 * YUAN, 270_000 * YUAN, 180_000 * YUAN, 90_000 * YUAN],
    })
  })
  it('without a reserve the same shares are 400,000 / 300,000 / 200,000 / 100,000', () => {
    expect(distributeBudget(MILLION, MIX, 0).parts).toEqual(
      [400_000, 300_000, 200_000, 100_000].map((yuan) => yuan * YUAN),
    )
  })
  it('a reserve listed as one of 40/30/20/10 is a share of the total, and no second one is kept', () => {
    const kinds = [
      { name: 'KOL', share: 40 },
      { name: '广告投放', share: 30 },
      { name: '物料制作', share: 20 },
      { name: '应急储备', share: 10 },
    ]
    expect(distributeBudget(MILLION, kinds, DEFAULT_RESERVE_BPS)).toEqual({
      reserveFen: 100_000 * YUAN,
      distributableFen: 900_000 * YUAN,
      parts: [400_000, 300_000, 200_000, 100_000].map((yuan) => yuan * YUAN),
    })
  })
  it('total = distributable + reserve to the fen', () => {
    for (const total of [1, 9, 10_001, 33_333_333]) {
      const { reserveFen, distributableFen } = setReserveAside(total)
      expect(reserveFen + distributableFen).toBe(total)
    }
    expect(setReserveAside(10_001)).toEqual({ reserveFen: 1000, distributableFen: 9001 })
  })
  it('a reserve above the total is a mistake of the caller', () => {
    expect(() => setReserveAside(100, 10_001)).toThrow(new RangeError('a reserve cannot exceed the total'))
  })
  it('all of the total may be the reserve', () => {
    expect(setReserveAside(100, 10_000)).toEqual({ reserveFen: 100, distributableFen: 0 })
  })
  it('lines that may take nothing get nothing, the reserve is kept all the same', () => {
    expect(distributeBudget(1000, [{ name: 'KOL', share: 0 }], DEFAULT_RESERVE_BPS)).toEqual({
      reserveFen: 100,
      distributableFen: 900,
      parts: [0],
    })
  })
  it.each([
    ['应急储备金', true],
    ['备用金', true],
    ['不可预见费(储备)', true],
    ['Contingency reserve', true],
    ['Reserve', true],
    ['reserves', true],
    ['contingency', true],
    ['物料制作', false],
    ['Reserved seats', false],
    ['设备采购', false],
  ])('%s is the reserve: %s', (name, expected) => {
    expect(isReserveName(name)).toBe(expected)
  })
})
