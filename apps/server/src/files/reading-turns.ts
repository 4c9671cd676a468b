import { takeTurns } from './take-turns.ts'

/** Each reading may take a processor and over a gigabyte for itself: more than two at once would help nobody. */
export const inReadingTurn = takeTurns(2)
