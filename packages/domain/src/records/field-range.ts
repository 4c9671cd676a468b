import { decimalText, movePoint } from '../quantity/decimal.ts'
import type { FieldKind, FieldRange } from './field.ts'

/** May a field with this range hold the number? The bounds themselves are allowed. */
export function isInRange(value: number, { min, max }: FieldRange): boolean {
  return value >= min && (max === null || value <= max)
}

/**
 * A range as people read it, in the same signs for every language: "≥ 0", "0–100%".
 * Money is said in main units (yuan), a ratio in percent.
 */
export function rangeText(kind: FieldKind, { min, max }: FieldRange): string {
  const bound = (value: number) =>
    kind === 'money'
      ? movePoint(decimalText(value), -2)
      : kind === 'ratio'
        ? movePoint(decimalText(value), 2)
        : decimalText(value)
  const sign = kind === 'ratio' ? '%' : ''
  return max === null ? `≥ ${bound(min)}${min === 0 ? '' : sign}` : `${bound(min)}–${bound(max)}${sign}`
}
