import type { SessionView } from '@yingce/contracts/identity/session'
import type { RoleName } from '@yingce/contracts/workspace/member'
import { abilities } from '@yingce/domain/access/abilities'
import { ACTIONS } from '@yingce/domain/access/actions'
import type { CeilingMethod } from '@yingce/domain/objective/policy-bounds'
import type { Database } from '../../db/database.ts'
import { identityRows } from '../../db/identity-transaction.ts'
import { localToday } from '../../identity/local-today.ts'

interface Row {
  account_id: string
  account_name: string
  email: string
  workspace_id: string | null
  workspace_name: string
  currency: string
  time_zone: string
  pace_at_risk: number
  ratio_at_risk: number
  ceiling_method: CeilingMethod
  member_id: string
  member_name: string
  role: RoleName
}

const SELECT = `
  select a.id as account_id, a.name as account_name, a.email, w.id as workspace_id, w.name as workspace_name, w.currency, w.time_zone, w.pace_at_risk,
    w.ratio_at_risk, w.ceiling_method,
    m.id as member_id, m.name as member_name, m.role
  from account a
  left join member m on m.account_id = a.id
  left join workspace w on w.id = m.workspace_id
  where a.id = $1 order by m.joined_at, m.id`

/** Who somebody is in the workspace that is active for them, and where else they belong. */
export async function readSessionView(
  db: Database,
  accountId: string,
  workspaceId: string | null,
  now: Date,
): Promise<SessionView> {
  const rows = await identityRows<Row>(db, SELECT, [accountId])
  const places = rows.filter((row) => row.workspace_id !== null)
  const active = places.find((row) => row.workspace_id === workspaceId) ?? null
  const first = rows[0]!
  return {
    user: { id: first.account_id, name: active?.member_name ?? first.account_name, email: first.email },
    memberId: active?.member_id ?? null,
    role: active?.role ?? null,
    workspace:
      active === null
        ? null
        : {
            id: active.workspace_id!,
            name: active.workspace_name,
            currency: active.currency,
            timeZone: active.time_zone,
            today: localToday(now, active.time_zone),
            statusPolicy: {
              paceAtRisk: active.pace_at_risk,
              ratioAtRisk: active.ratio_at_risk,
              ceilingMethod: active.ceiling_method,
            },
          },
    memberships: places.map((row) => ({
      workspaceId: row.workspace_id!,
      workspaceName: row.workspace_name,
      role: row.role,
    })),
    abilities: active === null ? {} : abilityFlags({ role: active.role, memberId: active.member_id }),
  }
}

/** Every action with whether this person may; the own records count as theirs. */
export function abilityFlags(actor: { role: RoleName; memberId: string }): Record<string, boolean> {
  const allowed = new Set<string>(abilities(actor, { ownerMemberId: actor.memberId }))
  return Object.fromEntries(ACTIONS.map((action) => [action, allowed.has(action)]))
}
