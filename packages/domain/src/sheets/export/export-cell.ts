import type { FieldValue } from '../../history/field-value.ts'
import { decimalText, movePoint } from '../../quantity/decimal.ts'
import type { TaskStatus } from '../../records/entities.ts'
import { choiceWord } from '../choice-words.ts'
import { HEADER_UNITS, type HeaderUnit } from '../header-text.ts'
import { readStatus, statusWord } from '../status-words.ts'
import type { DocumentCell } from '../workbook-document.ts'
import type { ExportColumn } from './export-column.ts'
import type { ExportLook } from './export-looks.ts'
import { exportText } from './export-text.ts'
import { dayCell, periodCell } from './period-text.ts'
import { type DocumentLocale, type ExportRecord, phaseNameOf, type SheetContext } from './plan-export.ts'

type LookedCell = DocumentCell & { readonly look: ExportLook }

const NO_VALUE: LookedCell = { value: null, look: 'text' }

function text(words: string, look: ExportLook = 'text'): LookedCell {
  return { value: exportText(words), look }
}

/** A number moved by powers of ten without leaving binary dust: fen to yuan, ratio to percent. */
export function movedNumber(value: number, places: number): number {
  return Number(movePoint(decimalText(value), places))
}

/** Decimal places between a stored value and the bare numbers under a header's unit: yuan are fen / 100. */
export function placesUnder(unit: HeaderUnit | null, kind: 'money' | 'ratio'): number {
  const measured = unit !== null && HEADER_UNITS[unit].measures === kind ? HEADER_UNITS[unit].factor : 1
  return -Math.round(Math.log10(measured)) - (kind === 'money' ? 2 : 0)
}

/** Spreadsheets keep 15 digits of a number: larger amounts are written as text and not added up. */
export const MOST_WRITTEN = 1e15

const INTEGER = '#,##0'
const TWO_DECIMALS = '#,##0.00'

function numberCell(value: number, numberFormat: string): LookedCell {
  return { value, look: 'number', numberFormat }
}

/** Money under its header; amounts beyond the digits of a spreadsheet number are written as text. */
function moneyCell(fen: number, unit: HeaderUnit | null): LookedCell {
  const places = placesUnder(unit, 'money')
  const value = movedNumber(fen, places)
  if (Math.abs(fen) >= MOST_WRITTEN) return { value: movePoint(decimalText(fen), places), look: 'number' }
  if (Number.isInteger(value)) return numberCell(value, INTEGER)
  return numberCell(value, places < -2 ? '#,##0.00####' : TWO_DECIMALS)
}

/** A ratio: 50 under a header in per cent, 0.5 shown as 50% under any other. */
function ratioCell(ratio: number, unit: HeaderUnit | null): LookedCell {
  const value = movedNumber(ratio, placesUnder(unit, 'ratio'))
  if (unit !== '%') return numberCell(value, Number.isInteger(movedNumber(ratio, 2)) ? '0%' : '0.0%')
  return numberCell(
    value,
    Number.isInteger(value) ? '0' : Number.isInteger(movedNumber(value, 1)) ? '0.0' : '0.00',
  )
}

/** A moment; the end of a day is written as the day. */
function momentCell(moment: string): LookedCell {
  const day = moment.slice(0, 10)
  if (moment.endsWith('T23:59')) return { value: dayCell(day), look: 'center' }
  const value = dayCell(day)
  return typeof value === 'string'
    ? { value: moment.replace('T', ' '), look: 'center' }
    : { value: { date: moment.slice(0, 16) }, look: 'center' }
}

/** The state with what the note says beyond it: "已完成(延期1小时)". */
function statusCell(record: ExportRecord, locale: DocumentLocale): LookedCell {
  const status = record.values['status'] as TaskStatus
  const word = statusWord(status, locale === 'en' ? 'en' : 'zh')
  const note = record.values['statusNote']
  if (typeof note !== 'string' || note.trim() === '') return text(word, 'center')
  const reading = readStatus(note)
  return text(reading?.status === status ? note : `${word},${note}`, 'center')
}

function valueCell(
  value: Exclude<FieldValue, null>,
  { column, spec, unit }: ExportColumn,
  record: ExportRecord,
  locale: DocumentLocale,
): LookedCell {
  switch (spec?.kind) {
    case 'money':
      return moneyCell(Number(value), unit)
    case 'ratio':
      return ratioCell(Number(value), unit)
    case 'count':
      return Math.abs(Number(value)) < MOST_WRITTEN
        ? numberCell(Number(value), INTEGER)
        : { value: String(value), look: 'number' }
    case 'number':
      return numberCell(Number(value), column.field === 'statedReturn' ? '0.0#' : 'General')
    case 'date':
      return { value: dayCell(String(value)), look: 'center' }
    case 'dateTime':
      return momentCell(String(value))
    case 'flag':
      return text(locale === 'en' ? (value === true ? 'Yes' : 'No') : value === true ? '是' : '否', 'center')
    case 'choice':
      return column.field === 'status'
        ? statusCell(record, locale)
        : text(choiceWord(column.field, String(value), locale === 'en' ? 'en' : 'zh'), 'center')
    case 'person':
      return text(String(value), 'center')
    default:
      return text(String(value))
  }
}

/** The cell of one record under one column; text that could not be read stands there again. */
export function exportCell(exported: ExportColumn, record: ExportRecord, context: SheetContext): LookedCell {
  const { column } = exported
  const { reads } = column
  const look = column.groups === true ? 'group' : undefined
  if (reads?.as === 'phase') return text(phaseNameOf(record, context) ?? '', 'group')
  if (reads?.as === 'period') {
    const unread = record.unread[reads.start] ?? record.unread[reads.end]
    if (unread !== undefined) return text(unread, 'unread')
    const day = (field: string): string | null => {
      const value = record.values[field]
      return typeof value === 'string' ? value : null
    }
    return { value: periodCell(day(reads.start), day(reads.end)), look: 'center' }
  }
  const value = record.values[column.field] ?? null
  const unread = record.unread[column.field]
  // A state is never null: its unread text stands beside the initial state.
  if (unread !== undefined && (value === null || column.field === 'status')) return text(unread, 'unread')
  if (value === null) return look === undefined ? NO_VALUE : { value: null, look }
  const cell = valueCell(value, exported, record, context.locale)
  return look === undefined ? cell : { ...cell, look }
}
