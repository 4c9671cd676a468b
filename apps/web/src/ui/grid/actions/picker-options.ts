import type { CellValue } from '../grid-types.ts'
import type { EditState } from '../grid-store.ts'
import type { GridLabels } from '../labels.ts'

/** One line of the list under the editor. */
export interface PickerOption {
  readonly value: CellValue
  readonly label: string
}

/** A list longer than this is typed into, not scrolled. */
const MAX_SUGGESTIONS = 50

const folded = (text: string): string => text.normalize('NFKC').trim().toLocaleLowerCase()

/**
 * What the list under the editor offers: all choices while the text is
 * untouched, else those that contain it. Suggestions (people, roles) are offers
 * only; a text that is none of them stays allowed.
 */
export function pickerOptions(editing: EditState, labels: GridLabels): readonly PickerOption[] {
  const { column, text, isTouched } = editing
  const needle = isTouched ? folded(text) : ''
  if (column.choices !== undefined) {
    const options: PickerOption[] = column.choices.map(({ value, label }) => ({ value, label }))
    if (column.required !== true) options.push({ value: null, label: labels.anyValue })
    return needle === ''
      ? options
      : options.filter(
          ({ label, value }) =>
            value !== null && (folded(label).includes(needle) || folded(String(value)).includes(needle)),
        )
  }
  if (column.suggestions === undefined) return []
  return column.suggestions
    .filter((name) => folded(name).includes(needle))
    .slice(0, MAX_SUGGESTIONS)
    .map((name) => ({ value: name, label: name }))
}

/** A choice must be one of the list, so its first match is taken by Enter; free text is not replaced unasked. */
export function firstHighlight(editing: EditState, current: CellValue): number {
  const { choices } = editing.column
  if (choices === undefined) return -1
  if (!editing.isTouched) return choices.findIndex((choice) => choice.value === current)
  const needle = folded(editing.text)
  if (needle === '') return -1
  return choices.some(({ label, value }) => folded(label).includes(needle) || folded(value).includes(needle))
    ? 0
    : -1
}
