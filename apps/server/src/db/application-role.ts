import type pg from 'pg'

/** The role every workspace transaction works as; row-level security binds it. */
export const APPLICATION_ROLE = 'yingce_app'

export class ApplicationRoleError extends Error {}

/**
 * Makes sure that the connection may become the application's role. The role
 * belongs to the whole server, so several databases (and two starts at once)
 * may meet here.
 *
 * @throws ApplicationRoleError with the statements an administrator has to run,
 *   when this connection may neither create the role nor become it
 */
export async function ensureApplicationRole(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{
    name: string
    may_become: boolean
    may_create: boolean
    exists: boolean
  }>(
    `select current_user as name,
            coalesce((select pg_has_role(current_user, oid, 'member') from pg_roles where rolname = $1), false) as may_become,
            (select rolcreaterole or rolsuper from pg_roles where rolname = current_user) as may_create,
            exists (select from pg_roles where rolname = $1) as exists`,
    [APPLICATION_ROLE],
  )
  const state = rows[0]!
  if (state.may_become && (await canBecome(client))) return
  try {
    if (!state.exists) await createRole(client)
    await client.query(`grant ${APPLICATION_ROLE} to current_user`)
  } catch (error) {
    throw refusal(state.name, error)
  }
  if (!(await canBecome(client))) throw refusal(state.name, undefined)
}

async function createRole(client: pg.Client): Promise<void> {
  await client.query(
    `do $$ begin create role ${APPLICATION_ROLE} nologin; exception when duplicate_object or unique_violation then null; end $$`,
  )
}

async function canBecome(client: pg.Client): Promise<boolean> {
  try {
    await client.query(`set role ${APPLICATION_ROLE}`)
    await client.query('reset role')
    return true
  } catch {
    return false
  }
}

function refusal(user: string, cause: unknown): ApplicationRoleError {
  const quoted = `"${user.replaceAll('"', '""')}"`
  return new ApplicationRoleError(
    `The database user ${user} may not create the role ${APPLICATION_ROLE}. Let an administrator run once:\n` +
      `  create role ${APPLICATION_ROLE} nologin;\n  grant ${APPLICATION_ROLE} to ${quoted};`,
    { cause },
  )
}
