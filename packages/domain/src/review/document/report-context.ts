import type {
  CalculatedColumn,
  HeadingBlock,
  ReportBlock,
  TableBlock,
  TableCell,
  TableColumn,
  TableRow,
} from '../report-document.ts'
import { type ReportFormat, reportFormat } from './report-format.ts'
import type { ReportBoard, ReportKpi, ReportLocale } from './report-input.ts'
import { REPORT_WORDS, type ReportColumn, type ReportWords } from './report-words.ts'

/** What every section needs; it numbers sections, tables and figures as they are made. */
export interface ReportContext {
  readonly locale: ReportLocale
  readonly board: ReportBoard
  readonly words: ReportWords
  readonly format: ReportFormat
  readonly heading: (text: string) => HeadingBlock
  readonly table: (
    caption: string,
    columns: readonly TableColumn[],
    rows: readonly TableRow[],
    note?: string,
  ) => TableBlock
  readonly figureCaption: (caption: string) => string
  readonly column: (
    name: ReportColumn,
    align?: TableColumn['align'],
    weight?: number,
    calculated?: CalculatedColumn,
  ) => TableColumn
}

export function reportContext(board: ReportBoard, locale: ReportLocale): ReportContext {
  const words = REPORT_WORDS[locale]
  const made = { sections: 0, tables: 0, figures: 0 }
  return {
    locale,
    board,
    words,
    format: reportFormat(board, locale),
    heading: (text) => ({ kind: 'heading', level: 1, text: words.numbered(made.sections++, text) }),
    table: (caption, columns, rows, note) => ({
      kind: 'table',
      caption: words.table(++made.tables, caption),
      columns,
      rows,
      ...(note === undefined ? {} : { note }),
    }),
    figureCaption: (caption) => words.figure(++made.figures, caption),
    column: (name, align, weight, calculated) => ({
      title: words.columns[name],
      ...(align === undefined ? {} : { align }),
      ...(weight === undefined ? {} : { weight }),
      ...(calculated === undefined ? {} : { calculated }),
    }),
  }
}

/** Cells of plain text. */
export function cells(...texts: readonly (string | TableCell)[]): readonly TableCell[] {
  return texts.map((text) => (typeof text === 'string' ? { text } : text))
}

/** A column that its total row adds up. */
export const SUM: CalculatedColumn = { kind: 'sum' }

export function paragraph(text: string): ReportBlock {
  return { kind: 'paragraph', spans: [{ text }] }
}

/** A metric by its name, and that of its task where it is one of a task. */
export function kpiName(kpi: ReportKpi, words: ReportWords): string {
  const { entity, source, metric } = kpi
  const named = metricName(kpi, words)
  return entity === 'task' && source !== metric ? words.ofTask(source, named) : named
}

/** The metric as it is written, with its base where the name leaves it open. */
export function metricName({ metric, costBase }: ReportKpi, words: ReportWords): string {
  return costBase === null ? metric : words.ofBase(metric, costBase)
}

/** The first names with the number of the others behind them. */
export function listedNames(names: readonly string[], words: ReportWords, most = 5): string {
  const distinct = [...new Set(names)]
  return words.listed(distinct.slice(0, most), Math.max(0, distinct.length - most))
}
