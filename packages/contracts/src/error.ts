import { z } from 'zod'

/**
 * Refusals: closed codes, one table code → HTTP status. A bug is not here: it
 * throws and becomes `internal` (500) with a request id. The web translates by
 * code and fills in `params`; what the person can do stands in each doc line.
 */
export const REFUSALS = {
  /** No session, or it ended: sign in again; what was typed is kept. */
  unauthenticated: 401,
  /** Wrong e-mail address or password: try again or ask an admin for a new link. */
  sign_in_failed: 401,
  /** Signed in, but the role does not allow it (`params.action`, `params.reason`): ask an admin. */
  forbidden: 403,
  /** Request came from another site: open Yingce at its own address (PUBLIC_URL) and try again. */
  cross_site: 403,
  /** Nothing there, or in another workspace: check the link. */
  not_found: 404,
  /** The address knows other methods only. */
  method_not_allowed: 405,
  /** Body is neither JSON nor the form that the route takes. */
  unsupported_media_type: 415,
  /** Body, query or path do not fit the contract: `issues` name each place. */
  invalid_request: 400,
  /** Well formed but against a rule: `issues` name field and rule. */
  rule_violated: 422,
  /** The same fields were changed by somebody else since: choose per field (`conflict`). */
  edit_conflict: 409,
  /** Already there (`params.what`): use the existing one or another name. */
  already_exists: 409,
  /** The thing is no longer in the state that this needs (`params.state`): reload. */
  wrong_state: 409,
  /** Key was used with another request: use a new Idempotency-Key. */
  idempotency_mismatch: 422,
  /** The same request is still running: wait and repeat. */
  idempotency_in_progress: 409,
  /** Too many tries: wait `params.retryAfterSeconds`. */
  rate_limited: 429,
  /** Body over `params.maxBytes`: split the file. */
  payload_too_large: 413,
  /** Set-up was done already: sign in. */
  setup_done: 409,
  /** Set-up has not been done: create the owner account first. */
  setup_needed: 409,
  /** Invitation used up, revoked or expired: ask for a new one. */
  invitation_void: 410,
  /** The password of a shared link is missing or wrong: ask whoever sent the link. */
  link_password_wrong: 403,
  /** The form asks for its PIN, or it was wrong (`params.isWrong`): ask whoever gave the link. */
  pin_needed: 401,
  /** A workspace keeps at least one owner: make somebody else owner first. */
  last_owner: 409,
  /** File is protected by a password: save it without one. */
  file_password_protected: 422,
  /** File is damaged or not what it claims to be (`params.detail`): open and save it again in Excel or WPS. */
  file_broken: 422,
  /** File would unpack to more than is allowed (`params.limit`): remove unused sheets, or split it. */
  file_too_large: 422,
  /** This format is not read (`params.format`): save as XLSX or CSV. */
  file_unsupported: 422,
  /** File has nothing in it: export it again. */
  file_empty: 422,
  /** No table of a known kind was found: choose the header row by hand, or start from the template. */
  file_no_table: 422,
  /** Reading took over `params.seconds` seconds: split the file. */
  file_timeout: 422,
  /** Neither a photo (JPEG, PNG, WebP) nor a PDF (`params.fileName`): save it as one of them. */
  attachment_type: 422,
  /** The record has `params.most` files already: take one away first. */
  attachment_limit: 422,
  /** A question (such as the year) has to be answered before the import: `params.questions`. */
  import_question_open: 422,
  /** The database does not answer: wait; nothing was lost that was confirmed. */
  unavailable: 503,
  /** A fault of ours: tell us the request id. */
  internal: 500,
} as const satisfies Record<string, number>

export type RefusalCode = keyof typeof REFUSALS
export const REFUSAL_CODES = Object.keys(REFUSALS) as [RefusalCode, ...RefusalCode[]]

/** One place that is wrong: `path` is a JSON path in the request (`body.values.budget`, `query.limit`). */
export const ProblemIssue = z.object({
  path: z.string(),
  code: z.string(),
  message: z.string(),
  params: z.record(z.string(), z.unknown()).optional(),
})
export type ProblemIssue = z.infer<typeof ProblemIssue>

export const FieldConflict = z.object({
  field: z.string(),
  /** Value that the editor started from. */
  base: z.unknown(),
  /** Value that stands now, by somebody else. */
  current: z.unknown(),
  /** Value that was sent. */
  yours: z.unknown(),
})
export type FieldConflict = z.infer<typeof FieldConflict>

export const EditConflict = z.object({
  id: z.string(),
  currentVersion: z.number().int(),
  /** Who made the standing change and when, where known. */
  by: z.string().nullable(),
  at: z.string().nullable(),
  fields: z.array(FieldConflict),
})
export type EditConflict = z.infer<typeof EditConflict>

/** RFC 9457 problem details, `application/problem+json`. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  code: z.enum(REFUSAL_CODES),
  params: z.record(z.string(), z.unknown()),
  requestId: z.string(),
  issues: z.array(ProblemIssue),
  conflict: EditConflict.optional(),
})
export type Problem = z.infer<typeof Problem>
