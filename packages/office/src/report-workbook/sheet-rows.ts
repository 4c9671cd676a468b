import type {
  CellRange,
  DocumentCell,
  DocumentRow,
  SheetChart,
} from '@yingce/domain/sheets/workbook-document'

/** A sheet as it is written from top to bottom. */
export class SheetRows {
  readonly rows: DocumentRow[] = []
  readonly merges: CellRange[] = []
  readonly charts: SheetChart[] = []
  /** Columns that texts across the sheet cover. */
  readonly across: number

  constructor(across: number) {
    this.across = across
  }

  /** Number of the next row, from 1. */
  get next(): number {
    return this.rows.length + 1
  }

  add(cells: readonly (DocumentCell | null)[], minHeight?: number): void {
    this.rows.push({ cells, ...(minHeight === undefined ? {} : { minHeight }) })
  }

  /** A text over the whole width. */
  addAcross(value: string, look: string, minHeight?: number): void {
    const row = this.next
    if (this.across > 1) this.merges.push({ top: row, left: 1, bottom: row, right: this.across })
    const rest = Array.from({ length: this.across - 1 }, () => ({ value: null, look }))
    this.add([{ value, look }, ...rest], minHeight)
  }

  addGap(): void {
    this.add([])
  }

  /** Puts a chart over the next rows. */
  addChart(chart: Omit<SheetChart, 'place'>, rows: number): void {
    this.charts.push({
      ...chart,
      place: { top: this.next, left: 1, bottom: this.next + rows - 1, right: this.across },
    })
    for (let row = 0; row < rows; row++) this.addGap()
  }
}
