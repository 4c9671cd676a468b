import type { AnomalySeries } from '@yingce/domain/alerting/anomaly/detect-anomalies'
import { checkIn, type LongWork } from '@yingce/domain/computation/long-work'
import { delimitedRows } from '@yingce/office/read/delimited-rows'
import { placeOfCell } from '@yingce/office/read/place-of-cell'
import { detectDelimiter } from '@yingce/office/read/read-delimited'
import { readText } from '../input/read-text.ts'
import type { Language } from '../language.ts'
import { Refusal } from '../refusal.ts'
import { DETECT_WORDS, type DetectRefusalCode } from './detect-words.ts'
import { fillWords } from '../words/problem-words.ts'
import { readTime, readValue } from './read-point.ts'
import { findSeriesColumns, type SeriesColumns } from './series-columns.ts'

/** A series as its file gives it. */
export interface ReadSeries extends AnomalySeries {
  /** As written, by position. */
  readonly stamps: readonly string[]
}

/** A filled row; `row` is its number in the file from 0, empty ones counted. */
interface Row {
  readonly row: number
  readonly cells: readonly string[]
}

const PROBED_ROWS = 20
const CHECK_EVERY = 16_384
/** Reading takes about three quarters of the time. */
const READING_SHARE = 0.75
/** Clocks go back by this much in autumn. */
const CLOCK_CHANGE_MS = 3_600_000

/**
 * Times and values of a csv file. An empty value is a missing point; anything that is no number, no time,
 * or earlier than the row before, is refused where it stands.
 *
 * @throws Refusal with file, line, column and reason
 */
export async function readSeries(
  path: string,
  valueColumn: string | null,
  language: Language,
  long: LongWork,
): Promise<ReadSeries> {
  const text = await readText(path, language)
  const delimiter = detectDelimiter(text)
  const refuse = (code: DetectRefusalCode, row: number, cell: number, written: string): Refusal =>
    new Refusal(code, fillWords(DETECT_WORDS[code].message[language], { written }), {
      file: path,
      ...placeOfCell(text, delimiter, row, cell),
      advice: DETECT_WORDS[code].advice[language],
    })
  const points = startSeries()
  const waiting: Row[] = []
  let columns: SeriesColumns | null = null
  let seen = 0
  const settle = (): SeriesColumns => {
    const [head, ...probe] = waiting
    if (head === undefined) throw refuse('no_points', 0, 0, '')
    const found = findSeriesColumns(
      head.cells,
      probe.map(({ cells }) => cells),
      valueColumn,
    )
    if ('code' in found) throw refuse(found.code, head.row, 0, found.names.join(', '))
    for (const one of found.isHeadless ? waiting : probe) addPoint(points, one, found, refuse)
    return found
  }
  for (const row of filledRows(delimitedRows(text, delimiter))) {
    if (++seen % CHECK_EVERY === 0) checkIn(long, READING_SHARE * Math.min(1, (seen * 33) / text.length))
    if (columns !== null) addPoint(points, row, columns, refuse)
    else if (waiting.push(row) > PROBED_ROWS) columns = settle()
  }
  columns ??= settle()
  if (points.stamps.length === 0) throw refuse('no_points', seen + 1, 0, '')
  return {
    times: Float64Array.from(points.times),
    values: Float64Array.from(points.values),
    stamps: points.stamps,
  }
}

function* filledRows(rows: Iterable<string[]>): Generator<Row, void> {
  let row = -1
  for (const cells of rows) {
    row++
    for (let cell = 0; cell < cells.length; cell++) cells[cell] = (cells[cell] ?? '').trim()
    if (cells.length > 1 || cells[0] !== '') yield { row, cells }
  }
}

function startSeries() {
  return {
    times: [] as number[],
    values: [] as number[],
    stamps: [] as string[],
    last: Number.NEGATIVE_INFINITY,
  }
}

function addPoint(
  points: ReturnType<typeof startSeries>,
  { row, cells }: Row,
  columns: SeriesColumns,
  refuse: (code: DetectRefusalCode, row: number, cell: number, written: string) => Refusal,
): void {
  const stamp = cells[columns.time] ?? ''
  const at = readTime(stamp)
  if (at === null) throw refuse('bad_timestamp', row, columns.time, stamp)
  if (at < points.last - CLOCK_CHANGE_MS) throw refuse('time_goes_back', row, columns.time, stamp)
  const written = cells[columns.value] ?? ''
  const value = readValue(written)
  if (value === null) throw refuse('bad_value', row, columns.value, written)
  // The hour that autumn gives twice stays in its place; the detector's time does not run backwards.
  points.last = Math.max(points.last, at)
  points.times.push(points.last)
  points.values.push(value)
  points.stamps.push(stamp)
}
