import { maxDate } from '@yingce/domain/calendar/date-arithmetic'
import type { LocalDate } from '@yingce/domain/calendar/local-date'
import { checkCustomers, checkSpending } from '@yingce/domain/ltv/check-customers'
import type { ObservedCustomer } from '@yingce/domain/ltv/estimate-lifetime-values'
import { LtvRefusal } from '@yingce/domain/ltv/ltv-refusal'
import { summarizePurchases, type Purchase } from '@yingce/domain/ltv/summarize-purchases'
import { readCsv, type CsvRow, type CsvTable } from '../input/read-csv.ts'
import type { Language } from '../language.ts'
import { Refusal } from '../refusal.ts'
import { fillWords } from '../words/problem-words.ts'
import { findCustomerColumns, type CustomerColumn } from './customer-columns.ts'
import { COLUMN_OF, LTV_WORDS } from './ltv-words.ts'
import { readDay, readFigure } from './read-figure.ts'

export interface CustomerFile {
  readonly ids: readonly string[]
  readonly customers: readonly ObservedCustomer[]
  /** Of a file of single purchases: the last day of observation, with times in weeks. */
  readonly until: LocalDate | null
  /** Purchases after that day, which were left out. */
  readonly leftOut: number
}

/**
 * A file with one customer a row (frequency, recency, T, perhaps his mean value), or with one purchase a
 * row (customer, date, perhaps its amount).
 *
 * @param until last day of observation, for single purchases; without it the day of the last one
 * @throws Refusal with file, line, column and reason
 */
export async function readCustomerFile(
  path: string,
  until: LocalDate | null,
  language: Language,
): Promise<CustomerFile> {
  const table = await readCsv(path, language)
  const columns = findCustomerColumns(table.header)
  const isSummary = (['frequency', 'recency', 'age'] as const).every((column) => columns.has(column))
  if (isSummary) return readSummaries(table, columns, language)
  if (columns.has('id') && columns.has('date')) return readPurchases(table, columns, until, language)
  throw new Refusal('missing_columns', missingText(columns, language), {
    file: path,
    ...table.placeOf(table.headerRow, 0),
    advice:
      language === 'zh'
        ? '需要 ID、frequency（复购次数）、recency、T，可加 monetary；或逐笔购买：客户、日期，可加金额。'
        : 'Give ID, frequency (repeat purchases), recency, T and perhaps monetary; or single purchases: customer, date and perhaps amount.',
  })
}

function missingText(columns: ReadonlyMap<CustomerColumn, number>, language: Language): string {
  const missing = (['frequency', 'recency', 'age'] as const)
    .filter((column) => !columns.has(column))
    .map((column) => COLUMN_OF[column])
    .join(', ')
  return language === 'zh' ? `缺少列：${missing}` : `columns are missing: ${missing}`
}

function readSummaries(
  table: CsvTable,
  columns: ReadonlyMap<CustomerColumn, number>,
  language: Language,
): CustomerFile {
  const textAt = ({ cells }: CsvRow, column: CustomerColumn): string => cells[columns.get(column) ?? -1] ?? ''
  const customers = table.rows.map((row): ObservedCustomer => ({
    frequency: readFigure(textAt(row, 'frequency')) ?? Number.NaN,
    recency: readFigure(textAt(row, 'recency')) ?? Number.NaN,
    age: readFigure(textAt(row, 'age')) ?? Number.NaN,
    meanValue: readFigure(textAt(row, 'meanValue')),
  }))
  const ids = table.rows.map((row, index) => (columns.has('id') ? textAt(row, 'id') : String(index + 1)))
  refuseSecond(table, ids, columns.get('id') ?? 0, language)
  try {
    checkCustomers(customers)
    checkSpending(customers)
  } catch (error) {
    if (!(error instanceof LtvRefusal)) throw error
    throw placed(error, table, columns, language)
  }
  return { ids, customers, until: null, leftOut: 0 }
}

/** The engine's refusal with the cell that it is about. */
function placed(
  { code, customer, field }: LtvRefusal,
  table: CsvTable,
  columns: ReadonlyMap<CustomerColumn, number>,
  language: Language,
): Refusal {
  const row = customer === null ? undefined : table.rows[customer]
  const column = field === null ? undefined : columns.get(field)
  if (row === undefined || field === null || column === undefined)
    return new Refusal(code, LTV_WORDS[code][language], { file: table.path })
  const words = { column: table.header[column] ?? COLUMN_OF[field], text: row.cells[column] ?? '' }
  return new Refusal(code, fillWords(LTV_WORDS[code][language], words), {
    file: table.path,
    ...table.placeOf(row.row, column),
  })
}

function refuseSecond(table: CsvTable, ids: readonly string[], column: number, language: Language): void {
  const known = new Set<string>()
  for (const [index, id] of ids.entries()) {
    const isEmpty = id === ''
    if (isEmpty || known.has(id))
      throw new Refusal(
        isEmpty ? 'missing_id' : 'duplicate_customer',
        isEmpty
          ? language === 'zh'
            ? '缺少客户编号'
            : 'the customer has no id'
          : language === 'zh'
            ? `客户 ${id} 出现两次，每个客户应只有一行`
            : `customer ${id} stands twice: one row a customer`,
        { file: table.path, ...table.placeOf(table.rows[index]?.row ?? 0, column) },
      )
    known.add(id)
  }
}

function readPurchases(
  table: CsvTable,
  columns: ReadonlyMap<CustomerColumn, number>,
  until: LocalDate | null,
  language: Language,
): CustomerFile {
  const refuse = (code: string, row: CsvRow, column: CustomerColumn, zh: string, en: string): never => {
    throw new Refusal(code, language === 'zh' ? zh : en, {
      file: table.path,
      ...table.placeOf(row.row, columns.get(column) ?? 0),
    })
  }
  const purchases = table.rows.map((row): Purchase => {
    const textAt = (column: CustomerColumn): string => row.cells[columns.get(column) ?? -1] ?? ''
    const customer = textAt('id')
    if (customer === '') refuse('missing_id', row, 'id', '缺少客户编号', 'the customer has no id')
    const written = textAt('date')
    const date = readDay(written)
    const amount = readFigure(textAt('amount'))
    if (Number.isNaN(amount))
      refuse(
        'not_a_number',
        row,
        'amount',
        `金额不是数字：“${textAt('amount')}”`,
        `no amount: "${textAt('amount')}"`,
      )
    return date === null
      ? refuse('bad_date', row, 'date', `读不出日期：“${written}”`, `no date: "${written}"`)
      : { customer, date, amount }
  })
  const end = until ?? maxDate(purchases.map(({ date }) => date)) ?? ''
  const summaries = summarizePurchases(purchases, end)
  try {
    checkCustomers(summaries)
    checkSpending(summaries)
  } catch (error) {
    if (!(error instanceof LtvRefusal)) throw error
    const id = error.customer === null ? '' : `${summaries[error.customer]?.customer}: `
    const words = { column: error.field === null ? '' : COLUMN_OF[error.field], text: '' }
    throw new Refusal(error.code, id + fillWords(LTV_WORDS[error.code][language], words), {
      file: table.path,
    })
  }
  return {
    ids: summaries.map(({ customer }) => customer),
    customers: summaries,
    until: end,
    leftOut: purchases.filter(({ date }) => date > end).length,
  }
}
