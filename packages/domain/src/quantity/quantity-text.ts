import { formatQuantity, type QuantityLocale } from './format-quantity.ts'
import { parseQuantity } from './parse-quantity.ts'

/** A cell that is a single quantity, in the reader's own units: 11963000次 is "1,196.3万次"; anything else as it was written. */
export function quantityText(text: string, locale: QuantityLocale, metric: string | null = null): string {
  const quantity = parseQuantity(text)
  return quantity === null ? text : formatQuantity(quantity, locale, metric)
}
