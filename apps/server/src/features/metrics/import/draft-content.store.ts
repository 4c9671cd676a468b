import { createHash } from 'node:crypto'
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Scope } from '../../../db/scope.ts'
import { Refusal } from '../../../http/refusal.ts'
import type { MetricChoices } from './metric-import.store.ts'

/** Small enough that neither hashing nor sending one keeps other requests waiting. */
const CHUNK_BYTES = 1024 * 1024

/** Keeps the file of a draft, to be read again when something is changed, and its SHA-256 for good. */
export async function storeDraftContent(scope: Scope, importId: string, bytes: Uint8Array): Promise<void> {
  const hash = createHash('sha256')
  for (let from = 0, part = 0; from < bytes.length; from += CHUNK_BYTES, part++) {
    const chunk = bytes.subarray(from, from + CHUNK_BYTES)
    hash.update(chunk)
    await scope.run(
      'insert into metric_import_content (workspace_id, import_id, part, bytes) values ($1, $2, $3, $4)',
      [scope.workspaceId, importId, part, chunk],
    )
    await nextTurn()
  }
  await scope.run('update metric_import set file_hash = $3 where workspace_id = $1 and id = $2', [
    scope.workspaceId,
    importId,
    hash.digest(),
  ])
}

/** Bytes of a draft. @throws Refusal `not_found`, `wrong_state` */
export async function readDraftContent(
  scope: Scope,
  id: string,
): Promise<{ bytes: Buffer; fileName: string; choices: MetricChoices }> {
  const [row] = await scope.rows<{
    state: string
    size: number | null
    fileName: string | null
    choices: MetricChoices
  }>(
    'select state, file_bytes as size, file_name as "fileName", choices from metric_import where workspace_id = $1 and id = $2',
    [scope.workspaceId, id],
  )
  if (row === undefined) throw new Refusal('not_found')
  if (row.state !== 'draft' || row.size === null)
    throw new Refusal('wrong_state', { params: { state: row.state } })
  const bytes = Buffer.alloc(row.size)
  for (let from = 0, part = 0; from < row.size; part++) {
    const [chunk] = await scope.rows<{ bytes: Buffer }>(
      'select bytes from metric_import_content where workspace_id = $1 and import_id = $2 and part = $3',
      [scope.workspaceId, id, part],
    )
    if (chunk === undefined) throw new Error(`part ${part} of the file of import ${id} is not there`)
    from += chunk.bytes.copy(bytes, from)
  }
  return { bytes, fileName: row.fileName ?? 'upload', choices: row.choices }
}
