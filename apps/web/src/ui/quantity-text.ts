import { quantityText as textIn } from '@yingce/domain/quantity/quantity-text'
import { currentLocale } from '../i18n.ts'

/** A single quantity in the reader's own units; anything else as it was written. */
export function quantityText(text: string, metric: string | null = null): string {
  return textIn(text, currentLocale(), metric)
}
