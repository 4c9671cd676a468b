import type { AppContext } from '../../../app-context.ts'
import { type Scope, withWorkspace } from '../../../db/scope.ts'
import { Refusal } from '../../../http/refusal.ts'
import { countAttempt, forgiveAttempt } from '../../../identity/attempts.ts'
import { readLinkToken } from '../../../identity/link-token.ts'
import { hashOf, isSameHash } from '../../../identity/secret.ts'
import { type FillFormRow, findOpenForm } from './fill-form.store.ts'

/** What is kept of a PIN: nobody can try its few digits without the link, whose secret is not kept. */
export function pinHashOf(token: string, pin: string): Buffer {
  return hashOf(`${token} ${pin}`)
}

interface Visit {
  readonly token: string
  readonly pin: string | undefined
  /** Of the socket; tries are counted by it. */
  readonly address: string
  readonly now: Date
  /** Looking costs the address nothing when link and PIN are right; each writing counts. */
  readonly isWrite: boolean
}

/**
 * Lets the holder of a link work on its form, in one transaction of the form's
 * workspace and with no more rights than this.
 *
 * @throws Refusal `not_found` for a link that is unknown, revoked or expired, all alike;
 *   `pin_needed` before anything of the form is told; `rate_limited`
 */
export async function enterForm<T>(
  app: AppContext,
  { token, pin, address, now, isWrite }: Visit,
  work: (scope: Scope, form: FillFormRow) => Promise<T>,
): Promise<T> {
  await countAttempt(app.db, { address, email: null }, now)
  const link = readLinkToken(token)
  if (link === null) throw new Refusal('not_found')
  const actor = { workspaceId: link.workspaceId, memberId: null, source: 'page' as const, at: now }
  const form = await withWorkspace(app.db, { ...actor, isReadOnly: true }, (scope) =>
    findOpenForm(scope, link.hash),
  )
  if (form === null) throw new Refusal('not_found')
  const subject = `fill ${form.id}`
  if (form.pinHash !== null) {
    if (pin === undefined) throw new Refusal('pin_needed', { params: { isWrong: false } })
    await countAttempt(app.db, { address, email: subject }, now)
    if (!isSameHash(form.pinHash, pinHashOf(token, pin)))
      throw new Refusal('pin_needed', { params: { isWrong: true } })
    await forgiveAttempt(app.db, { address, email: subject }, now)
  }
  if (!isWrite) await forgiveAttempt(app.db, { address, email: subject }, now)
  return withWorkspace(app.db, actor, async (scope) => {
    const current = await findOpenForm(scope, link.hash)
    if (current === null) throw new Refusal('not_found')
    return work(scope, current)
  })
}
