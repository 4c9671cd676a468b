import type { Scope } from '../../../db/scope.ts'

export interface SourceRow {
  readonly id: string
  readonly name: string
  readonly kind: 'file' | 'api' | 'manual' | 'connector' | 'form'
  readonly preset: string | null
  readonly account: string | null
  readonly channel: string | null
  readonly currency: string
  readonly timeZone: string | null
  readonly mapping: Readonly<Record<string, string | null>>
  readonly createdAt: string
  readonly updatedAt: string
}

const COLUMNS = `id, name, kind, preset, account, channel, currency, time_zone as "timeZone", column_mapping as mapping,
  created_at as "createdAt", updated_at as "updatedAt"`

export async function findSource(scope: Scope, name: string): Promise<SourceRow | null> {
  const [row] = await scope.rows<SourceRow>(
    `select ${COLUMNS} from metric_source where workspace_id = $1 and name = $2`,
    [scope.workspaceId, name],
  )
  return row ?? null
}

/** Holds the source until the transaction ends: writes of facts into one source come one after the other. */
export async function lockSource(scope: Scope, id: string): Promise<SourceRow | null> {
  const [row] = await scope.rows<SourceRow>(
    `select ${COLUMNS} from metric_source where workspace_id = $1 and id = $2 for no key update`,
    [scope.workspaceId, id],
  )
  return row ?? null
}

export interface NewSource {
  readonly id: string
  readonly name: string
  readonly kind: SourceRow['kind']
  readonly preset: string | null
  readonly channel: string | null
  readonly currency: string
}

/** The source of this name, made when it is not there, and locked. Two that make it at once get the same one. */
export async function openSource(scope: Scope, wanted: NewSource): Promise<SourceRow> {
  await scope.run(
    `insert into metric_source (workspace_id, id, name, kind, preset, channel, currency, created_by, created_at, updated_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9) on conflict (workspace_id, name) do nothing`,
    [
      scope.workspaceId,
      wanted.id,
      wanted.name,
      wanted.kind,
      wanted.preset,
      wanted.channel,
      wanted.currency,
      scope.memberId,
      scope.at,
    ],
  )
  const found = await findSource(scope, wanted.name)
  const locked = found === null ? null : await lockSource(scope, found.id)
  if (locked === null) throw new Error('a source that was just made is not there')
  return locked
}

export async function saveMapping(
  scope: Scope,
  id: string,
  mapping: Readonly<Record<string, string | null>>,
): Promise<void> {
  await scope.run(
    'update metric_source set column_mapping = column_mapping || $3::jsonb, updated_at = $4 where workspace_id = $1 and id = $2',
    [scope.workspaceId, id, JSON.stringify(mapping), scope.at],
  )
}
