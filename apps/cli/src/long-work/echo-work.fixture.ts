import { checkIn } from '@yingce/domain/computation/long-work'
import { Refusal } from '../refusal.ts'
import type { ThreadWork } from './run-in-thread.ts'

/** A job for the test: doubles a number, refuses a negative one, and counts for ever from 1000 on. */
export const work: ThreadWork<number, number> = (input, long) => {
  if (input < 0) throw new Refusal('negative', 'below zero', { file: 'numbers.csv', line: 3, column: 5 })
  if (input === 13) throw new Error('a bug')
  for (let count = 0; input >= 1000; count++) checkIn(long, 1 - 1 / (count + 2))
  return input * 2
}
