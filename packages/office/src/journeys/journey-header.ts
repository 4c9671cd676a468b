import { headerText } from '@yingce/domain/sheets/header-text'
import { type JourneyField, journeyFieldOf, matchJourneys } from '@yingce/domain/sheets/journey-columns'
import type { ByteRows } from './byte-rows.ts'
import { JourneyFileError } from './journey-file-error.ts'

export interface JourneyHeader {
  readonly preset: 'paths' | 'touches'
  /** Names as written, of every column. */
  readonly names: readonly string[]
  /** Cell of each field that the file has. */
  readonly cellOf: Readonly<Partial<Record<JourneyField, number>>>
}

const USED: Readonly<Record<JourneyHeader['preset'], readonly JourneyField[]>> = {
  paths: ['path', 'conversions', 'value', 'nonConversions'],
  touches: ['person', 'moment', 'channel', 'converted', 'value'],
}

/**
 * What the columns of a file of journeys are, from the row at hand; in any order, others among them.
 *
 * @throws JourneyFileError `unknown_columns`, `duplicate_column`, `no_conversion_column`
 */
export function readJourneyHeader(rows: ByteRows): JourneyHeader {
  const names = Array.from({ length: rows.cellCount }, (_unused, cell) => rows.textOf(cell))
  const headers = names.map((name) => (name === '' ? null : headerText(name)))
  const match = matchJourneys(headers)
  if (match === null)
    throw new JourneyFileError('unknown_columns', rows.placeOfCell(0), { found: names.join(', ') })
  const { preset, columns } = match
  const cellOf: Partial<Record<JourneyField, number>> = {}
  for (const [cell, header] of headers.entries()) {
    const field = columns[cell] ?? null
    if (field !== null) {
      cellOf[field] = cell
      continue
    }
    const again = header === null ? null : journeyFieldOf(header)
    const first = again === null ? undefined : cellOf[again]
    if (again !== null && first !== undefined && USED[preset].includes(again))
      throw new JourneyFileError('duplicate_column', rows.placeOfCell(cell), {
        column: names[cell] ?? '',
        other: names[first] ?? '',
      })
  }
  if (preset === 'touches' && cellOf.converted === undefined)
    throw new JourneyFileError('no_conversion_column', rows.placeOfCell(0), { found: names.join(', ') })
  return { preset, names, cellOf }
}
