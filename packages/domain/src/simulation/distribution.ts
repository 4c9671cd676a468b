import { normalQuantile } from '../statistics/normal.ts'
import { exponential, logarithm } from '../statistics/same-everywhere.ts'

/** What is known of an input. */
export type Distribution =
  | { readonly kind: 'fixed'; readonly value: number }
  | { readonly kind: 'uniform'; readonly low: number; readonly high: number }
  /** Least, most likely and largest value; low < high, mode between them. */
  | { readonly kind: 'triangular'; readonly low: number; readonly mode: number; readonly high: number }
  | { readonly kind: 'normal'; readonly mean: number; readonly sd: number }
  /** Mean and standard deviation of the value itself, not of its logarithm; mean > 0. */
  | { readonly kind: 'lognormal'; readonly mean: number; readonly sd: number }

/** The value that is calculated with where nothing varies: the most likely one of a triangle, else the mean. */
export function baseOf(distribution: Distribution): number {
  switch (distribution.kind) {
    case 'fixed':
      return distribution.value
    case 'uniform':
      return (distribution.low + distribution.high) / 2
    case 'triangular':
      return distribution.mode
    case 'normal':
    case 'lognormal':
      return distribution.mean
  }
}

/** Low and high end for a tornado: those of a range as they are given, P10 and P90 where there are no ends. */
export function endsOf(distribution: Distribution): readonly [number, number] {
  switch (distribution.kind) {
    case 'fixed':
      return [distribution.value, distribution.value]
    case 'uniform':
    case 'triangular':
      return [distribution.low, distribution.high]
    case 'normal':
    case 'lognormal': {
      const ends = Float64Array.of(0.1, 0.9)
      drawInto(distribution, ends, 2)
      return [ends[0] ?? 0, ends[1] ?? 0]
    }
  }
}

/** Turns even random numbers in a list into draws of a distribution, by its quantiles. */
export function drawInto(distribution: Distribution, numbers: Float64Array, size: number): void {
  switch (distribution.kind) {
    case 'fixed':
      numbers.fill(distribution.value, 0, size)
      return
    case 'uniform': {
      const { low, high } = distribution
      for (let draw = 0; draw < size; draw++) numbers[draw] = low + (numbers[draw] ?? 0) * (high - low)
      return
    }
    case 'triangular': {
      const { low, mode, high } = distribution
      const width = high - low
      const turn = (mode - low) / width
      for (let draw = 0; draw < size; draw++) {
        const probability = numbers[draw] ?? 0
        numbers[draw] =
          probability < turn
            ? low + Math.sqrt(probability * width * (mode - low))
            : high - Math.sqrt((1 - probability) * width * (high - mode))
      }
      return
    }
    case 'normal': {
      const { mean, sd } = distribution
      for (let draw = 0; draw < size; draw++) numbers[draw] = mean + sd * normalQuantile(numbers[draw] ?? 0)
      return
    }
    case 'lognormal': {
      const variance = logarithm(1 + (distribution.sd / distribution.mean) ** 2)
      const centre = logarithm(distribution.mean) - variance / 2
      const spread = Math.sqrt(variance)
      for (let draw = 0; draw < size; draw++)
        numbers[draw] = exponential(centre + spread * normalQuantile(numbers[draw] ?? 0))
      return
    }
  }
}
