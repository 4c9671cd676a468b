/**
 * Why a file of journeys was refused, at a place in it. Closed list; the texts for users are translated by code.
 *
 * | code | when | what the user can do |
 * |---|---|---|
 * | `unknown_columns` | the first row names neither a path with conversions nor user, time and channel; `found` lists its columns | rename the columns |
 * | `no_conversion_column` | touches without a column that says which of them converted | add one |
 * | `duplicate_column` | two columns mean the same (`column`, `other`) | delete or rename one |
 * | `no_rows` | nothing stands below the header | check the export |
 * | `missing_cell` | a row ends before `column`, or the cell is empty | fill it |
 * | `extra_cells` | a row has more cells (`found`) than the header (`expected`): a comma in a number or name without quotes, as a rule | put quotes around the cell |
 * | `not_a_number` | `text` in `column` is no number | correct it |
 * | `negative_number` | `text` in `column` is below 0 | correct it; book returns separately |
 * | `not_a_time` | `text` in `column` is no moment | write it like 2026-06-18 20:05:00 |
 * | `not_a_conversion` | `text` in `column` is neither a count nor yes or no | write 1 or 0 |
 * | `empty_path` | a path without any touch | delete the row |
 * | `empty_touch` | nothing stands between two ">" of a path, or before the first or behind the last | name the channel |
 * | `value_without_conversion` | a value where nothing converted | correct one of them |
 * | `open_quote` | a quoted cell never ends | add the closing quote |
 * | `bad_quote` | something follows the closing quote of a cell | double the quotes inside it |
 */
export type JourneyFileErrorCode =
  | 'unknown_columns'
  | 'no_conversion_column'
  | 'duplicate_column'
  | 'no_rows'
  | 'missing_cell'
  | 'extra_cells'
  | 'not_a_number'
  | 'negative_number'
  | 'not_a_time'
  | 'not_a_conversion'
  | 'empty_path'
  | 'empty_touch'
  | 'value_without_conversion'
  | 'open_quote'
  | 'bad_quote'

/** A refusal, not a bug: the file is the reason. `message` is English and for developers and logs. */
export class JourneyFileError extends Error {
  override readonly name = 'JourneyFileError'
  readonly code: JourneyFileErrorCode
  /** Both counted from 1, the column in characters. */
  readonly line: number
  readonly column: number
  readonly params: Readonly<Record<string, string | number>>

  constructor(
    code: JourneyFileErrorCode,
    place: { readonly line: number; readonly column: number },
    params: Readonly<Record<string, string | number>> = {},
  ) {
    super(`${code} at ${place.line}:${place.column}`)
    this.code = code
    this.line = place.line
    this.column = place.column
    this.params = params
  }
}
