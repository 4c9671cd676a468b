import type { FillForm } from '@yingce/contracts/metrics/fill-form'
import type { Scope } from '../../../db/scope.ts'

export interface FillFormRow {
  readonly id: string
  readonly sourceId: string
  readonly name: string
  readonly channel: string | null
  readonly planId: string | null
  readonly planName: string | null
  readonly metrics: FillForm['metrics']
  readonly currency: string
  readonly timeZone: string
  readonly pinHash: Buffer | null
  readonly expiresAt: string
  readonly revokedAt: string | null
  readonly createdAt: string
  readonly filledAt: string | null
}

const SELECT = `select f.id, f.source_id as "sourceId", f.name, f.channel, f.plan_id as "planId", p.name as "planName", f.metrics, s.currency,
    w.time_zone as "timeZone", f.pin_hash as "pinHash", f.expires_at as "expiresAt", f.revoked_at as "revokedAt",
    f.created_at as "createdAt", f.filled_at as "filledAt"
  from fill_form f join metric_source s on s.workspace_id = $1 and s.id = f.source_id join workspace w on w.id = $1
  left join plan p on p.workspace_id = $1 and p.id = f.plan_id`

export async function readFillForms(scope: Scope): Promise<FillFormRow[]> {
  return scope.rows<FillFormRow>(`${SELECT} where f.workspace_id = $1 order by f.id desc limit 1000`, [
    scope.workspaceId,
  ])
}

export async function findFillForm(scope: Scope, id: string): Promise<FillFormRow | null> {
  const [row] = await scope.rows<FillFormRow>(`${SELECT} where f.workspace_id = $1 and f.id = $2`, [
    scope.workspaceId,
    id,
  ])
  return row ?? null
}

/** The form of a link, as long as it may be filled in. */
export async function findOpenForm(scope: Scope, tokenHash: Buffer): Promise<FillFormRow | null> {
  const [row] = await scope.rows<FillFormRow>(
    `${SELECT} where f.workspace_id = $1 and f.token_hash = $2 and f.revoked_at is null and f.expires_at > $3`,
    [scope.workspaceId, tokenHash, scope.at],
  )
  return row ?? null
}

export interface NewFillForm {
  readonly id: string
  readonly sourceId: string
  readonly planId: string | null
  readonly name: string
  readonly channel: string | null
  readonly metrics: readonly string[]
  readonly tokenHash: Buffer
  readonly pinHash: Buffer | null
  readonly expiresAt: Date
}

export async function insertFillForm(scope: Scope, form: NewFillForm): Promise<void> {
  await scope.run(
    `insert into fill_form (workspace_id, id, source_id, plan_id, name, channel, metrics, token_hash, pin_hash, expires_at, created_by, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      scope.workspaceId,
      form.id,
      form.sourceId,
      form.planId,
      form.name,
      form.channel,
      form.metrics,
      form.tokenHash,
      form.pinHash,
      form.expiresAt,
      scope.memberId,
      scope.at,
    ],
  )
}

/** @returns whether there is such a form */
export async function revokeForm(scope: Scope, id: string): Promise<boolean> {
  const revoked = await scope.run(
    'update fill_form set revoked_at = coalesce(revoked_at, $3) where workspace_id = $1 and id = $2',
    [scope.workspaceId, id, scope.at],
  )
  return revoked > 0
}

export async function markFilled(scope: Scope, id: string): Promise<void> {
  await scope.run('update fill_form set filled_at = $3 where workspace_id = $1 and id = $2', [
    scope.workspaceId,
    id,
    scope.at,
  ])
}

/** A form as planners see it. */
export function formView(row: FillFormRow, ownMetrics: FillForm['ownMetrics'], now: string): FillForm {
  return {
    id: row.id,
    name: row.name,
    channel: row.channel,
    planId: row.planId,
    planName: row.planName,
    metrics: row.metrics,
    ownMetrics,
    currency: row.currency,
    hasPin: row.pinHash !== null,
    state:
      row.revokedAt !== null ? 'revoked' : Date.parse(row.expiresAt) <= Date.parse(now) ? 'expired' : 'open',
    expiresAt: row.expiresAt,
    createdAt: row.createdAt,
    filledAt: row.filledAt,
  }
}
