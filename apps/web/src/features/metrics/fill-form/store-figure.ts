import { BUILT_IN_METRICS } from '@yingce/domain/metrics/metric-dictionary'
import { parseCell } from '../../../ui/grid/parse-cell.ts'

const FEN = 100
/** What the server takes at most, in fen or pieces. */
const MAX = 1e12
/** Figures of a store have no dates to be read by. */
const NO_DATES = { year: 1970, today: '1970-01-01' }

/** How a figure is typed: money to the fen, a level (a score) with decimals, all others as whole numbers. */
export function storeFigureKind(metric: string): 'money' | 'number' | 'count' {
  switch (BUILT_IN_METRICS.get(metric)?.unit) {
    case 'money':
      return 'money'
    case 'index':
      return 'number'
    default:
      return 'count'
  }
}

/** A figure as it stands in its input: money in the main unit, empty for none. */
export function storeFigureText(metric: string, value: number | null): string {
  if (value === null) return ''
  return storeFigureKind(metric) === 'money' ? (value / FEN).toFixed(2) : String(value)
}

/**
 * A figure as it was typed, read as the grid reads it (1,234.56 · 1.2万).
 *
 * Nothing is bent into shape: −5 is not 0, 3.7 customers are not 4, and a word is not an empty
 * field, since a figure that changes on its way is worse than one that is asked for again.
 *
 * @returns fen or pieces from 0 to 10¹²; null for an empty field, undefined where it cannot be read
 */
export function readStoreFigure(metric: string, text: string): number | null | undefined {
  const reading = parseCell({ kind: storeFigureKind(metric) }, text, NO_DATES)
  if (!reading.ok) return undefined
  const { value } = reading
  if (value === null) return null
  return typeof value === 'number' && value >= 0 && value <= MAX ? value : undefined
}
