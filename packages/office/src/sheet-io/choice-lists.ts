import { columnLetters, rangeAddress } from '@yingce/domain/sheets/cell-address'
import type { ChoiceList } from '@yingce/domain/sheets/workbook-document'
import type { DataValidation, WriteSheet } from './library-types.ts'
import { quotedSheetName } from './sheet-names.ts'
import { writableText } from './writable-text.ts'

/** A list written into the rule itself may be this long in Excel, with its commas. */
const MAX_INLINE_CHARACTERS = 255

/** Collects the lists that do not fit into their rule; each becomes a column of one hidden sheet. */
export interface ListSheet {
  readonly name: string
  readonly columns: (readonly string[])[]
}

/** The drop-downs of a sheet in the terms of the spreadsheet library; long lists move to `lists`. */
export function libraryValidations(choices: readonly ChoiceList[], lists: ListSheet): DataValidation[] {
  return choices.map((list) => {
    const values = list.choices.map(writableText)
    const { top, left, bottom, right } = list.range
    const rule: DataValidation = {
      type: 'list',
      range: rangeAddress(top, left, bottom, right),
      allowBlank: true,
      showErrorMessage: list.allowOther !== true,
      formula1: inlineList(values) ?? listReference(values, lists),
    }
    if (list.prompt !== undefined) {
      rule.showInputMessage = true
      rule.inputTitle = (list.promptTitle ?? '').slice(0, 32)
      rule.inputMessage = list.prompt.slice(0, 255)
    }
    return rule
  })
}

function inlineList(values: readonly string[]): string | null {
  const joined = values.join(',')
  return joined.length <= MAX_INLINE_CHARACTERS && !values.some((value) => /[,"\n]/.test(value))
    ? `"${joined}"`
    : null
}

function listReference(values: readonly string[], lists: ListSheet): string {
  let index = lists.columns.findIndex(
    (column) => column.length === values.length && column.every((value, row) => value === values[row]),
  )
  if (index === -1) index = lists.columns.push(values) - 1
  const letters = columnLetters(index + 1)
  return `${quotedSheetName(lists.name)}!$${letters}$1:$${letters}$${values.length}`
}

/** The hidden sheet itself; `null` when no list needed it. */
export function libraryListSheet(lists: ListSheet): WriteSheet | null {
  if (lists.columns.length === 0) return null
  const height = Math.max(...lists.columns.map((column) => column.length))
  const rows = Array.from({ length: height }, (_, row) => lists.columns.map((column) => column[row] ?? null))
  return { name: lists.name, rows, hidden: true }
}
