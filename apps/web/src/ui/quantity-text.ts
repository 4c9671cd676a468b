import { formatQuantity } from '@yingce/domain/quantity/format-quantity'
import { parseQuantity } from '@yingce/domain/quantity/parse-quantity'
import { currentLocale } from '../i18n.ts'

/** A single quantity in the reader's own units; anything else as it was written. */
export function quantityText(text: string): string {
  const quantity = parseQuantity(text)
  return quantity === null ? text : formatQuantity(quantity, currentLocale())
}
