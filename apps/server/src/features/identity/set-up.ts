import type { BodyOf } from '@yingce/contracts/route'
import type { createSetup } from '@yingce/contracts/identity/session'
import type { AppContext } from '../../app-context.ts'
import { withIdentity } from '../../db/identity-transaction.ts'
import { Refusal } from '../../http/refusal.ts'
import { hashPassword } from '../../identity/password.ts'
import { openSession } from '../../identity/sessions.ts'
import { insertAccount, insertWorkspace } from '../../identity/account-rows.ts'

export async function isSetupNeeded(app: AppContext): Promise<boolean> {
  const { rows } = await app.db.pool.query<{ exists: boolean }>(
    'select exists (select from account) as exists',
  )
  return !rows[0]!.exists
}

/** Any number: of two set-ups at once, one is first. */
const SETUP_LOCK = 7_211_305

/** The first account owns the first workspace. */
export async function setUp(
  app: AppContext,
  body: BodyOf<typeof createSetup>,
  now: Date,
): Promise<{ secret: string; accountId: string; workspaceId: string }> {
  if (!(await isSetupNeeded(app))) throw new Refusal('setup_done')
  const passwordHash = await hashPassword(body.password)
  return withIdentity(app.db, async (tx) => {
    await tx.run('select pg_advisory_xact_lock($1)', [SETUP_LOCK])
    const [row] = await tx.rows<{ exists: boolean }>('select exists (select from account) as exists')
    if (row!.exists) throw new Refusal('setup_done')
    const accountId = await insertAccount(
      tx,
      { id: app.ids(), name: body.name, email: body.email, passwordHash },
      now,
    )
    const workspaceId = await insertWorkspace(
      tx,
      {
        id: app.ids(),
        memberId: app.ids(),
        accountId,
        ownerName: body.name,
        name: body.workspaceName,
        currency: body.currency,
        timeZone: body.timeZone,
      },
      now,
    )
    return { secret: await openSession(tx, { accountId, workspaceId }, now), accountId, workspaceId }
  })
}
