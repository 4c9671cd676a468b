import fc from 'fast-check'
import { expect, it } from 'vitest'
import { exponential, logarithm } from './same-everywhere.ts'

const number = (min: number, max: number) => fc.double({ min, max, noNaN: true })

it('the logarithm is right to the last digit but one, from 5e-324 to 1e308', () => {
  for (const value of [5e-324, 1e-310, 2 ** -1022, 0.5, 1, 2, Math.SQRT2, 1e308])
    expect(Math.abs(logarithm(value) - Math.log(value))).toBeLessThanOrEqual(
      4e-16 * Math.max(1, Math.abs(Math.log(value))),
    )
  fc.assert(
    fc.property(number(1e-300, 1e300), (value) => {
      const exact = Math.log(value)
      expect(Math.abs(logarithm(value) - exact)).toBeLessThanOrEqual(4e-16 * Math.max(1, Math.abs(exact)))
    }),
  )
})

it('the exponential is right to the last digit but one, from −700 to 700', () => {
  expect(exponential(0)).toBe(1)
  fc.assert(
    fc.property(number(-700, 700), (power) => {
      expect(Math.abs(exponential(power) / Math.exp(power) - 1)).toBeLessThan(5e-16)
    }),
  )
})
