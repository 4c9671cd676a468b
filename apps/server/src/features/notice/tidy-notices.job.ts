import type { WorkspaceJob } from '../../jobs/jobs.ts'

const KEEP_LOG_DAYS = 90
const KEEP_NOTICE_DAYS = 365

/** Every night: what was sent or given up 90 days ago leaves the log, and notices of a year ago the inboxes. */
export const tidyNotices: WorkspaceJob = {
  name: 'notice.tidy',
  when: () => Promise.resolve({ at: '03:20' }),
  async run(scope) {
    const place = [scope.workspaceId, scope.at]
    await scope.run(
      `delete from outbox o using delivery d where o.workspace_id = $1 and d.workspace_id = $1 and d.id = o.delivery_id
       and d.state in ('sent', 'dead') and d.created_at < $2::timestamptz - interval '${KEEP_LOG_DAYS} days'`,
      place,
    )
    await scope.run(
      `delete from delivery where workspace_id = $1 and state in ('sent', 'dead')
       and created_at < $2::timestamptz - interval '${KEEP_LOG_DAYS} days'`,
      place,
    )
    await scope.run(
      `delete from notice where workspace_id = $1 and created_at < $2::timestamptz - interval '${KEEP_NOTICE_DAYS} days'`,
      place,
    )
  },
}
