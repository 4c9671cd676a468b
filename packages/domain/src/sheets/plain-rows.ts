import { TupleIndex } from '../computation/tuple-index.ts'
import type { DecimalSum } from './decimal-sum.ts'
import type { TableFacts } from './fact-collector.ts'
import type { MetricColumns } from './metric-columns.ts'
import type { MetricDay } from './metric-day.ts'
import type { DaySums } from './metric-facts.ts'
import { isMoneyMetric } from './metric-field.ts'
import { figureOf, type MetricRow, scaledFigure } from './metric-row.ts'
import { numberInCell } from './number-cell.ts'
import type { CellValue } from './workbook.ts'

/** A label of totals stands among the first filled cells of its row. */
export const LABEL_CELLS = 3

/** In place of the decimals: the row does not have this figure … */
export const NO_FIGURE = -1
/** … or has it as a text of its own kind: "1,200", "¥3.50", more than 15 digits. */
export const OTHER_FIGURE = -2

/**
 * Rows whose cells were read from bytes: texts as numbers of a list by column,
 * figures as whole numbers with their decimals. No string is made for them.
 */
export interface PlainRows {
  /** Columns that are handed over as texts, and those as figures; from 1. */
  readonly texts: readonly number[]
  readonly figures: readonly number[]
  /** Of the next row, by position in `texts`: the number of its text. */
  readonly text: Uint32Array
  /** Of the next row, by position in `figures`: at most 15 digits, and how many of them are decimals, or `NO_FIGURE`, or `OTHER_FIGURE`. */
  readonly digits: Float64Array
  readonly places: Int8Array
  /** By position in `figures`: the cells with `OTHER_FIGURE`. */
  readonly others: string[]
  /** Says what the next number of a column's list stands for: the trimmed text, "" for an empty cell. */
  name(position: number, text: string): void
  /** Takes the row. @returns false when it may be more than a plain row: push its cells */
  take(): boolean
}

export interface SummedColumn {
  readonly index: number
  readonly sum: DecimalSum
  /** For unlabelled totals, which are compared with a tolerance. */
  running: number
}

/** Adds what a cell holds, if it is a figure. */
export function addCell(column: SummedColumn, cell: CellValue): void {
  const number = numberInCell(cell)
  if (!number) return
  column.sum.add(number.decimal)
  column.running += Number(number.decimal)
}

/** What is known of the rows so far. */
export interface StreamState {
  rows: number
  undatedRows: number
  first: string | null
  last: string | null
}

export function widen(state: StreamState, { day, until }: MetricDay): void {
  if (state.first === null || day < state.first) state.first = day
  const end = until ?? day
  if (state.last === null || end > state.last) state.last = end
}

/** What the rows are taken into; shared with the rows that come as cells. */
interface PlainSink {
  readonly columns: MetricColumns
  /** Columns among which a label of totals would stand. */
  readonly leading: readonly number[]
  readonly firstHeader: string
  readonly isLabel: (text: string) => boolean
  /** Reads a row of which only these cells are known, by column. */
  readonly read: (texts: ReadonlyMap<number, string>) => MetricRow
  readonly summed: readonly SummedColumn[]
  readonly sums: DaySums
  readonly table: TableFacts
  readonly currencies: Set<string>
  readonly state: StreamState
}

/** Numbers of tuples of texts with what each of them stands for. */
class TextTuples<T> {
  readonly #positions: readonly number[]
  readonly #tuple: Uint32Array
  readonly #index: TupleIndex
  readonly #found: T[] = []

  constructor(positions: readonly number[]) {
    this.#positions = positions
    this.#tuple = new Uint32Array(positions.length)
    this.#index = new TupleIndex(positions.length)
  }

  of(text: Uint32Array, find: () => T): T {
    for (let at = 0; at < this.#positions.length; at++) this.#tuple[at] = text[this.#positions[at] ?? 0] ?? 0
    const index = this.#index.indexOf(this.#tuple)
    if (index === this.#found.length) this.#found.push(find())
    return this.#found[index] as T
  }
}

/** A day as the rows of a table have it: the day itself and its number, or none. */
interface PlainDay {
  readonly day: MetricDay | null
  readonly moment: number
}

/**
 * The short way for almost all rows of an export: the first cells are filled and
 * no label. It comes to the same as pushing the cells.
 */
export function plainRows(sink: PlainSink): PlainRows {
  const { columns, state, table, summed } = sink
  const { day, dayEnd, hour, currency } = columns
  const figures = [
    ...new Set([
      ...columns.metrics.flatMap(({ parts }) => parts.map(({ index }) => index)),
      ...summed.map(({ index }) => index),
    ]),
  ]
  const dayColumns = [day?.index ?? null, dayEnd, hour].flatMap((index) => (index === null ? [] : [index]))
  const keyColumns = columns.keys.map(({ index }) => index)
  const texts = [
    ...new Set([...sink.leading, ...dayColumns, ...keyColumns, ...(currency === null ? [] : [currency])]),
  ].filter((index) => !figures.includes(index))
  const lists: string[][] = texts.map(() => [])
  /** By position and number of the text: does it make the row more than a plain one? */
  const stops: boolean[][] = texts.map(() => [])
  const text = new Uint32Array(texts.length)
  const digits = new Float64Array(figures.length)
  const places = new Int8Array(figures.length)
  const others = figures.map(() => '')
  const at = (index: number): number => texts.indexOf(index)
  const leadingTexts = sink.leading.flatMap((index) => (figures.includes(index) ? [] : [at(index)]))
  const leadingFigures = sink.leading.flatMap((index) =>
    figures.includes(index) ? [figures.indexOf(index)] : [],
  )
  const keys = new TextTuples<number>(keyColumns.map(at))
  const days = new TextTuples<PlainDay>(dayColumns.map(at))
  const currencies = new TextTuples<null>(currency === null ? [] : [at(currency)])
  const metrics = columns.metrics.map(({ metric, parts }) => ({
    power: isMoneyMetric(metric) ? 6 : 0,
    parts: parts.map(({ index, scale }) => ({ position: figures.indexOf(index), scale })),
  }))
  const values = metrics.map(() => Number.NaN)
  const sumsAt = summed.map((column) => ({ column, position: figures.indexOf(column.index) }))
  const textAt = (index: number): string => lists[at(index)]?.[text[at(index)] ?? 0] ?? ''
  const isPlain = sink.leading.length === LABEL_CELLS

  const keyOfRow = (): number =>
    table.keyOf(keyColumns.map((index) => (textAt(index) === '' ? null : textAt(index))))
  const dayOfRow = (): PlainDay => {
    const filled = dayColumns.filter((index) => textAt(index) !== '')
    const { day: found } = sink.read(new Map(filled.map((index) => [index, textAt(index)])))
    return { day: found, moment: found === null ? 0 : table.momentOf(found) }
  }
  const addCurrency = (): null => {
    if (currency !== null && textAt(currency) !== '') sink.currencies.add(textAt(currency).toUpperCase())
    return null
  }

  function isStopped(): boolean {
    for (const position of leadingTexts) if (stops[position]?.[text[position] ?? 0] !== false) return true
    for (const position of leadingFigures) if ((places[position] ?? NO_FIGURE) < 0) return true
    return false
  }

  function readValues(): void {
    for (let metric = 0; metric < metrics.length; metric++) {
      const of = metrics[metric]
      let sum = Number.NaN
      for (const { position, scale } of of?.parts ?? []) {
        const decimals = places[position] ?? NO_FIGURE
        if (decimals === NO_FIGURE) continue
        const figure =
          decimals === OTHER_FIGURE
            ? figureOf(others[position] ?? null, scale, of?.power ?? 0)
            : scaledFigure(digits[position] ?? 0, decimals, scale + (of?.power ?? 0))
        if (!Number.isNaN(figure)) sum = Number.isNaN(sum) ? figure : sum + figure
      }
      values[metric] = of?.power === 0 ? sum : Math.round(sum)
    }
  }

  return {
    texts,
    figures,
    text,
    digits,
    places,
    others,
    name(position, given) {
      lists[position]?.push(given)
      const isFirst = texts[position] === sink.leading[0]
      stops[position]?.push(given === '' || sink.isLabel(given) || (isFirst && given === sink.firstHeader))
    },
    take() {
      if (!isPlain || isStopped()) return false
      state.rows++
      for (const { column, position } of sumsAt) {
        const decimals = places[position] ?? NO_FIGURE
        if (decimals === OTHER_FIGURE) addCell(column, others[position] ?? null)
        if (decimals < 0) continue
        column.sum.addScaled(digits[position] ?? 0, decimals)
        column.running += scaledFigure(digits[position] ?? 0, decimals, 0)
      }
      currencies.of(text, addCurrency)
      const { day: of, moment } = days.of(text, dayOfRow)
      if (of === null) {
        state.undatedRows++
        return true
      }
      widen(state, of)
      readValues()
      sink.sums.add({ day: of, values })
      table.addAt(keys.of(text, keyOfRow), moment, values)
      return true
    },
  }
}
