import { type Journeys, pathCount } from '@yingce/domain/attribution/journeys'
import type { LongWork } from '@yingce/domain/computation/long-work'
import type { TextEncoding } from '@yingce/domain/sheets/workbook'
import type { ByteSource } from './byte-source.ts'
import { JourneyCells } from './journey-cells.ts'
import { JourneyFileError } from './journey-file-error.ts'
import { readJourneyHeader } from './journey-header.ts'
import { openJourneyText } from './open-journey-text.ts'
import { readPaths } from './read-paths.ts'
import { readTouches } from './read-touches.ts'

export interface ReadJourneys {
  readonly journeys: Journeys
  readonly preset: 'paths' | 'touches'
  /** Of touches: conversions with no touch before them; they are not among the journeys. */
  readonly unattributed: number
}

/**
 * Journeys from delimited text (csv, tsv) of any size: whole paths or single touches, told apart by their
 * headers, in UTF-8, GB18030 or UTF-16.
 *
 * The bytes are read once, block by block, straight into typed arrays: a million paths take some 50 MB.
 *
 * @param encoding what the user says it is; null: found out
 * @param fileBytes size of it all, for the progress
 * @throws JourneyFileError with line and column
 * @throws OfficeFileError `empty_file`, `unsupported_format`
 * @throws Cancelled
 */
export function readJourneys(
  source: ByteSource,
  encoding: TextEncoding | null,
  fileBytes: number,
  long: LongWork = {},
): ReadJourneys {
  const text = openJourneyText(source, encoding)
  const { rows } = text
  if (!rows.next()) throw new JourneyFileError('no_rows', { line: 1, column: 1 })
  const header = readJourneyHeader(rows)
  const cells = new JourneyCells(rows, header)
  const { journeys, unattributed } =
    header.preset === 'paths'
      ? { journeys: readPaths(cells, header, text.encoding, fileBytes, long), unattributed: 0 }
      : readTouches(cells, header, text.encoding, fileBytes, long)
  if (pathCount(journeys) === 0 && unattributed === 0)
    throw new JourneyFileError('no_rows', { line: rows.line, column: 1 })
  return { journeys, preset: header.preset, unattributed }
}
