/** Why a command did not do its work; `usage` is a mistake in the call itself. */
export type RefusalCode =
  | 'usage'
  | 'file_not_found'
  | 'file_not_readable'
  | 'sheet_not_found'
  | 'quantity_unreadable'
  | (string & {})

/** A refusal, not a bug: said to the user in his language, with what to do next. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly code: RefusalCode
  /** What the user can do; null when the message says it already. */
  readonly advice: string | null
  /** The file in question. */
  readonly file: string | null
  /** Where in the file, both counted from 1; null when it is about the whole of it. */
  readonly line: number | null
  readonly column: number | null

  constructor(
    code: RefusalCode,
    message: string,
    details: {
      readonly advice?: string
      readonly file?: string
      readonly line?: number
      readonly column?: number
    } = {},
  ) {
    super(message)
    this.code = code
    this.advice = details.advice ?? null
    this.file = details.file ?? null
    this.line = details.line ?? null
    this.column = details.column ?? null
  }
}

/** Exit code of the process: 2 for a call that makes no sense, 1 for anything else that was refused. */
export function exitCodeOf(refusal: Refusal): number {
  return refusal.code === 'usage' ? 2 : 1
}
