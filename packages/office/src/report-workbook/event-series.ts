import type { ChartBlock, ChartEvent } from '@yingce/domain/review/report-document'
import type { SheetChartSeries } from '@yingce/domain/sheets/workbook-document'
import { INK } from '../report/report-colors.ts'

/** Events of one kind on a native line, as a column of the figures that it reads. */
interface EventSeries extends Required<Pick<SheetChartSeries, 'name' | 'color' | 'mark'>> {
  /** Head of the column: the shape and the name. */
  readonly head: string
  /** One per category: the figure of the line on days with such an event, else null. */
  readonly values: readonly (number | null)[]
}

const KINDS = [
  { kind: 'adjustment', mark: 'circle', sign: '●' },
  { kind: 'competitor', mark: 'diamond', sign: '◆' },
] as const satisfies readonly {
  readonly kind: ChartEvent['kind']
  readonly mark: string
  readonly sign: string
}[]

/**
 * Events of a line chart as series of single points on its first line, by kind: plain chart markup that follows
 * its cells, where added shapes would stay behind. What lasts is marked on each of its days. A day without a figure
 * has no point to mark; a kind of which no day has one is left out.
 */
export function eventSeries({ chart, events = [], series, categories }: ChartBlock): EventSeries[] {
  const line = series.find(({ role }) => role === undefined)
  if (chart !== 'line' || line === undefined) return []
  return KINDS.flatMap(({ kind, mark, sign }) => {
    const own = events.filter((event) => event.kind === kind)
    const values = categories.map((_name, index) =>
      own.some(({ from, to }) => index >= from && index <= (to ?? from))
        ? (line.values[index] ?? null)
        : null,
    )
    const name = own[0]?.kindName
    if (name === undefined || values.every((value) => value === null)) return []
    return [{ name, head: `${sign} ${name}`, color: INK, mark, values }]
  })
}
