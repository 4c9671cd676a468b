/**
 * How much a finding matters: an `error` row cannot become a record, a
 * `warning` should be looked at, an `info` says how something was read.
 */
export type ProblemSeverity = 'error' | 'warning' | 'info'

/** Findings of the import; the words for each code live with whoever shows them. */
export const PROBLEM_CODES = [
  /** The workbook holds no table at all. */
  'no_table',
  /** A sheet without any cell. */
  'empty_sheet',
  /** A hidden sheet: recognised, not imported unless asked for. */
  'hidden_sheet',
  /** Hidden rows were left out; params: count. */
  'hidden_rows',
  /** A header was recognised by likeness only; params: header, field. */
  'fuzzy_header',
  /** A row without the text that a record needs; params: field. */
  'no_name',
  /** The spreadsheet's own error (#REF! …) stands in the cell; params: text. */
  'cell_error',
  /** Text where a date, amount, number … was expected: kept as text; params: text, field. */
  'unreadable_date',
  'unreadable_money',
  'unreadable_number',
  'unreadable_ratio',
  'unreadable_choice',
  'unreadable_flag',
  /** A figure that the field may not hold (a spend below 0): kept as text; params: text, field, range ("≥ 0"). */
  'out_of_range',
  /** A target or a reached value without a readable figure: kept as written; params: text, field. */
  'unreadable_target',
  /** Dates without a year and nothing that gives one; params: count. */
  'year_missing',
  /** 第5周周一 without the plan's start, D-30 without the event's day; params: count. */
  'plan_start_missing',
  'event_date_missing',
  /** Several days fit, such as 11-04-2019: kept as text; params: text, candidates. */
  'ambiguous_date',
  /** A number such as 7.1 was read as month and day; params: text, date. */
  'number_as_date',
  /** The same, where the neighbours suggest that 7.10 was typed; params: text, date, doubt. */
  'doubtful_date',
  /** Percent or ratio was not said by the header; params: header, reading. */
  'percent_assumed',
  /** An amount with more than two decimals was rounded; params: text. */
  'money_rounded',
  /** An amount merged over several rows counts once, in the first of them; params: text, header. */
  'shared_amount',
  /** Blank cells took the cell above, because the file format has no merges; params: header. */
  'filled_from_above',
  /** A row of sums disagrees with its rows; params: header, stated, computed. */
  'total_mismatch',
  /** The state's words were kept beside the state; params: text, status. */
  'status_note',
  /** 延期 is derived from the dates; params: text. */
  'late_is_derived',
  /** A dependency names no task of the workbook; params: text. */
  'dependency_unmatched',
  /** How the duration column counts; params: reading, fits, rows. */
  'duration_reading',
  /** A stated duration disagrees with the dates, which win; params: days. */
  'duration_differs',
  /** The table has no date; the file's rows cover a period that must be asked for. */
  'period_missing',
  /** The day of one row cannot be read, those of others can; params: text. */
  'unreadable_day',
  /** Several columns were added to one metric; params: headers, field. */
  'columns_added',
  /** The table has no day of its own: this one was taken; params: from, to, by (title, file, answer). */
  'date_taken',
  /** Rows without a readable day become no facts; params: count. */
  'undated_rows',
  /** What counts as a result differs from row to row, so the column is left out; params: header, kinds. */
  'mixed_results',
  /** The rows name several currencies, which must not be added; params: currencies. */
  'mixed_currency',
  /** Figures of people or means stood in several rows of one key and day and were left out; params: field. */
  'not_additive',
] as const
export type ProblemCode = (typeof PROBLEM_CODES)[number]

export interface SheetProblem {
  readonly sheet: string
  /** "C5"; null when the finding is about the whole sheet or file. */
  readonly cell: string | null
  readonly code: ProblemCode
  readonly severity: ProblemSeverity
  readonly params: Readonly<Record<string, string | number>>
}
