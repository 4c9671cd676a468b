/**
 * Why an outside file was refused. Closed list; the texts for users are translated by code.
 *
 * | code | when | what the user can do |
 * |---|---|---|
 * | `empty_file` | the file has no bytes | export it again; an upload may have been cut off |
 * | `too_large` | the file, or what it unpacks to, is over the limit | split it, or delete sheets and pictures that are not needed |
 * | `too_many_rows` | a sheet has more filled rows than allowed | split it, or filter it to the rows that matter |
 * | `too_many_cells` | the file has more filled cells than allowed | split it |
 * | `zip_bomb` | it unpacks to far more than any real workbook, or lies about its sizes | open it in a spreadsheet program and save it as a new file |
 * | `password_protected` | the file asks for a password | remove the password ("encrypt with password" → empty) and save |
 * | `broken_file` | the content is cut off or damaged | open it in a spreadsheet program, let it repair the file and save it anew |
 * | `unsupported_format` | a format we do not read; `format` says which (`mpp`, `xlsb`, `docx`, `pdf`, `image` …) | `mpp`: save as XML in MS Project; others: save as .xlsx or .csv |
 * | `no_table` | readable, but without a single filled cell | check that the right file was exported |
 * | `too_costly` | reading took longer, or more memory, than allowed (`reason`: `time`, `memory`) | split it, or save it as .csv |
 */
export type OfficeFileErrorCode =
  | 'empty_file'
  | 'too_large'
  | 'too_many_rows'
  | 'too_many_cells'
  | 'zip_bomb'
  | 'password_protected'
  | 'broken_file'
  | 'unsupported_format'
  | 'no_table'
  | 'too_costly'

export type OfficeFileErrorParams = Readonly<Record<string, string | number>>

/** A refusal, not a bug: the file is the reason. `message` is English and for developers and logs. */
export class OfficeFileError extends Error {
  override readonly name = 'OfficeFileError'
  readonly code: OfficeFileErrorCode
  /** Facts for the user's text: `limit`, `found`, `sheet`, `format` … */
  readonly params: OfficeFileErrorParams

  constructor(
    code: OfficeFileErrorCode,
    message: string,
    params: OfficeFileErrorParams = {},
    cause?: unknown,
  ) {
    super(message, cause === undefined ? undefined : { cause })
    this.code = code
    this.params = params
  }
}
