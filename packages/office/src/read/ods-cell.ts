import type { CellValue } from '@yingce/domain/sheets/workbook'
import type { OrderedElement } from './ordered-xml.ts'

/** A cell of an OpenDocument table as a plain value (OpenDocument 1.3 part 3, 19.385 value types). */
export function odsCellValue(cell: OrderedElement): CellValue {
  const { attributes } = cell
  if (attributes['calcext:value-type'] === 'error') return { error: odsText(cell) }
  switch (attributes['office:value-type']) {
    case 'float':
    case 'percentage':
    case 'currency': {
      const value = Number(attributes['office:value'])
      return Number.isFinite(value) ? value : odsText(cell) || null
    }
    case 'boolean':
      return attributes['office:boolean-value'] === 'true'
    case 'date':
      return odsDate(attributes['office:date-value'] ?? '') ?? (odsText(cell) || null)
    case 'time':
      return odsTime(attributes['office:time-value'] ?? '') ?? (odsText(cell) || null)
    default: {
      const text = attributes['office:string-value'] ?? odsText(cell)
      return text === '' ? null : text
    }
  }
}

function odsDate(value: string): CellValue | null {
  const parts = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d)(?::(\d\d)(?:[.,]\d+)?)?)?$/.exec(value)
  if (parts === null) return null
  const [, day = '', minutes, seconds] = parts
  if (minutes === undefined || (minutes === '00:00' && (seconds ?? '00') === '00')) return { date: day }
  return { date: `${day}T${minutes}${seconds === undefined || seconds === '00' ? '' : `:${seconds}`}` }
}

/** Times are durations; from 24 hours on they are elapsed times and become a number of days. */
function odsTime(value: string): CellValue | null {
  const parts = /^PT(\d{1,6})H(\d{1,2})M(\d{1,2})(?:[.,]\d+)?S$/.exec(value)
  if (parts === null) return null
  const [hours, minutes, seconds] = [Number(parts[1]), Number(parts[2]), Number(parts[3])]
  if (hours >= 24) return (hours * 3600 + minutes * 60 + seconds) / 86_400
  const two = (part: number): string => String(part).padStart(2, '0')
  return { time: `${two(hours)}:${two(minutes)}${seconds === 0 ? '' : `:${two(seconds)}`}` }
}

/** Paragraphs become lines; comments do not belong to the text. */
function odsText(cell: OrderedElement): string {
  const paragraphs = cell.children.filter(
    (child): child is OrderedElement => typeof child !== 'string' && child.name === 'text:p',
  )
  return paragraphs.map(inlineText).join('\n')
}

function inlineText(element: OrderedElement): string {
  return element.children
    .map((child) => {
      if (typeof child === 'string') return child.replaceAll(/[ \t\r\n]+/g, ' ')
      if (child.name === 'text:s')
        return ' '.repeat(Math.min(1000, Number(child.attributes['text:c'] ?? 1) || 1))
      if (child.name === 'text:tab') return '\t'
      if (child.name === 'text:line-break') return '\n'
      return child.name === 'office:annotation' ? '' : inlineText(child)
    })
    .join('')
}
