import type { ProblemCode, SheetProblem } from '@yingce/domain/sheets/sheet-problem'
import type { WorkbookNotice } from '@yingce/domain/sheets/workbook'

/** English sentence for programs; the page has its own words for each code. */
const MESSAGES: Readonly<Record<ProblemCode, string>> = {
  no_table: 'No table was found',
  empty_sheet: 'The sheet is empty',
  hidden_sheet: 'The sheet is hidden: recognised, not imported unless asked for',
  hidden_rows: '{count} hidden rows were left out',
  fuzzy_header: '"{header}" was taken for {field} by likeness',
  no_name: 'The row has no {field} and cannot become a record',
  cell_error: 'The cell holds the spreadsheet error {text}',
  unreadable_date: '"{text}" is no date that can be read; kept as text',
  unreadable_money: '"{text}" is no amount that can be read; kept as text',
  unreadable_number: '"{text}" is no number that can be read; kept as text',
  unreadable_ratio: '"{text}" is no percentage that can be read; kept as text',
  unreadable_choice: '"{text}" is no known state; kept as text',
  unreadable_flag: '"{text}" is neither yes nor no; kept as text',
  out_of_range: '"{text}" is out of range (should be {range}); kept as text',
  unreadable_target: '"{text}" holds no figure that can be read; kept as written',
  year_missing: '{count} dates have no year',
  plan_start_missing: '{count} dates need the start of the plan',
  event_date_missing: '{count} dates need the day of the event',
  ambiguous_date: '"{text}" can be several days ({candidates}); kept as text',
  number_as_date: 'The number {text} was read as {date}',
  doubtful_date: 'The number {text} was read as {date}, but may be {doubt}',
  percent_assumed: '"{header}" was read as {reading}',
  money_rounded: '{text} was rounded to two decimals',
  shared_amount: 'The {text} of "{header}" is merged over several rows: counted once, in the first',
  filled_from_above: 'Blank cells of "{header}" took the cell above',
  total_mismatch: '"{header}": the total row says {stated}, the rows add up to {computed}',
  status_note: 'The words of "{text}" were kept beside the state',
  late_is_derived: '"{text}": being late follows from the dates',
  dependency_unmatched: '"{text}" names no task here; kept as text',
  duration_reading: 'The duration column counts {reading} ({fits} of {rows} rows fit)',
  duration_differs: 'The stated duration {days} differs from the dates, which win',
  period_missing: 'The table has no dates of its own',
  unreadable_day: '"{text}" is not a date that can be read',
  columns_added: '{headers} were added up as {field}',
  date_taken: 'The rows have no dates: counted for {from} to {to} (from the {by})',
  undated_rows: '{count} rows have no readable date and are not imported',
  mixed_results: '"{header}" counts different things ({kinds}) and was left out',
  mixed_currency: 'The rows name several currencies ({currencies}), which do not add up',
  not_additive: '{field} stands in several rows of one day and does not add up: left out there',
}

const NOTICES: Readonly<Record<WorkbookNotice['code'], string>> = {
  wrong_extension: 'The name ends in {extension}, but the file is {format}: it was read as that',
  guessed_encoding: 'The text was taken for {encoding}; choose another encoding if it looks wrong',
  read_flat: 'The sheet is very large and was read without merged cells and number formats',
  schedule_as_table: 'The schedule was laid out as a table',
  unpaired_quotes: 'Quotes do not pair up from row {row} on: what follows may have run together',
}

export function problemMessage({ code, params }: SheetProblem): string {
  return filled(MESSAGES[code], params)
}

/** What the reader of the file had to say about it. */
export function noticeMessage({ code, ...params }: WorkbookNotice): string {
  return filled(NOTICES[code], params)
}

function filled(message: string, params: Readonly<Record<string, string | number>>): string {
  return message.replaceAll(/\{(\w+)\}/g, (_whole, name: string) => String(params[name] ?? ''))
}
