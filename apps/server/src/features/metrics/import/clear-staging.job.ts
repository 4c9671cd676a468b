import type { AppContext } from '../../../app-context.ts'
import { type Scope, withWorkspace } from '../../../db/scope.ts'
import type { QueuedWork, WorkspaceJob } from '../../../jobs/jobs.ts'

/**
 * Deletes the files and staged facts of imports that are no drafts any more. Not in
 * the transaction that confirms one: whoever waits for it would wait for this too.
 */
async function clearStaging(scope: Scope): Promise<void> {
  for (const table of ['metric_import_part', 'metric_import_content'])
    await scope.run(
      `delete from ${table} p using metric_import i
       where p.workspace_id = $1 and i.workspace_id = $1 and i.id = p.import_id and i.state <> 'draft'`,
      [scope.workspaceId],
    )
}

/** After each import. */
export function clearAfterImport(app: AppContext): QueuedWork<{ workspaceId: string }> {
  return {
    name: 'metrics.clear-staging',
    run: ({ workspaceId }) =>
      withWorkspace(app.db, { workspaceId, memberId: null, source: 'job', at: app.clock() }, clearStaging),
  }
}

/** Every night what the server went down before. */
export const clearEveryNight: WorkspaceJob = {
  name: 'metrics.clear-staging-nightly',
  when: () => Promise.resolve({ at: '03:40' }),
  run: clearStaging,
}
