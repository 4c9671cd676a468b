/**
 * What a field of a record holds. One list serves the contracts (schemas), the
 * server (columns), the import and export of sheets and the grid (editors), so
 * that a field is described once.
 *
 * | kind      | value in code and on the wire                                   |
 * |-----------|------------------------------------------------------------------|
 * | text      | string on one line                                               |
 * | longText  | string, may hold line breaks                                     |
 * | person    | name, role placeholder or department as written ("设计专员*")     |
 * | date      | `YYYY-MM-DD`                                                     |
 * | dateTime  | `YYYY-MM-DDTHH:mm`, wall clock of the workspace's time zone      |
 * | money     | integer minor units (fen) of the plan's currency                 |
 * | ratio     | number, 1 = 100 %                                                |
 * | count     | integer                                                          |
 * | number    | number                                                           |
 * | choice    | one of `choices`                                                 |
 * | flag      | true or false                                                    |
 * | targets   | target expressions as written ("点击率≥2%, 转化率≥1.5%")           |
 * | quantity  | a quantity as written ("22万", "2.1%")                           |
 * | ref       | id of another record, or of an alert, of the same plan           |
 */
export type FieldKind =
  | 'text'
  | 'longText'
  | 'person'
  | 'date'
  | 'dateTime'
  | 'money'
  | 'ratio'
  | 'count'
  | 'number'
  | 'choice'
  | 'flag'
  | 'targets'
  | 'quantity'
  | 'ref'

/** Least and greatest value that make sense, in the unit of the field (fen, 1 = 100 %); max null: none. */
export interface FieldRange {
  readonly min: number
  readonly max: number | null
}

export interface FieldSpec {
  readonly kind: FieldKind
  /** Must be given on create; may never become null. */
  readonly required?: true
  /** Of kind `choice`: the allowed words, stored as they are and translated on screen. */
  readonly choices?: readonly string[]
  /** Value taken on create when none is given (only `choice`, `flag` and `number` fields have one). */
  readonly initial?: string | number | boolean
  /** Of a number: what it may be, wherever it is typed, pasted, imported or sent. */
  readonly range?: FieldRange
  /** Of kind `ref`: the entity pointed at, or "alert". */
  readonly to?: string
}

/** The fields of one entity by name; names are camelCase, columns are their snake_case. */
export type FieldSet = Readonly<Record<string, FieldSpec>>

type ValueOfKind<S extends FieldSpec> = S['kind'] extends 'money' | 'ratio' | 'count' | 'number'
  ? number
  : S['kind'] extends 'flag'
    ? boolean
    : S['choices'] extends readonly (infer C)[]
      ? C
      : string

/** The plain value of each field: required and initial-valued fields are never null. */
export type FieldValues<F extends FieldSet> = {
  -readonly [K in keyof F]: F[K] extends { required: true } | { initial: string | number | boolean }
    ? ValueOfKind<F[K]>
    : ValueOfKind<F[K]> | null
}
