/** What one tool found. Passed when there are no problems. */
export interface CheckResult {
  readonly name: string
  /** What it looked at, for the line on the screen: "212 files". */
  readonly scope: string
  /** One line each, `file:line:column: message` where there is a place. */
  readonly problems: readonly string[]
}
