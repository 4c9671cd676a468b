import { type EditConflict, type ProblemIssue, type RefusalCode, REFUSALS } from '@yingce/contracts/error'

interface RefusalDetails {
  readonly params?: Readonly<Record<string, unknown>>
  readonly issues?: readonly ProblemIssue[]
  readonly conflict?: EditConflict
}

/**
 * The request is understood and refused: becomes a problem answer with the
 * status of its code, is no fault of ours, and takes the transaction back.
 */
export class Refusal extends Error {
  readonly code: RefusalCode
  readonly status: number
  readonly params: Readonly<Record<string, unknown>>
  readonly issues: readonly ProblemIssue[]
  readonly conflict: EditConflict | undefined

  constructor(code: RefusalCode, details: RefusalDetails = {}) {
    super(code)
    this.name = 'Refusal'
    this.code = code
    this.status = REFUSALS[code]
    this.params = details.params ?? {}
    this.issues = details.issues ?? []
    this.conflict = details.conflict
  }
}

/** A value is against a rule: 422 with the one place and the rule's name. */
export function ruleViolated(
  path: string,
  code: string,
  message: string,
  params?: Record<string, unknown>,
): Refusal {
  return new Refusal('rule_violated', {
    issues: [{ path, code, message, ...(params === undefined ? {} : { params }) }],
  })
}
