import type { TaskValues } from '../../records/entities.ts'
import type { DocumentIssue } from './document-input.ts'

/**
 * What people reported in the issue column of open tasks (我的今日, the tracker), as entries beside the issue log.
 *
 * The column says neither how bad nor since when, so those are null. Where the log already has the same words for
 * the task, the log's entry is the one: it has the owner and the date.
 *
 * @param log entries with the task they are about
 */
export function taskIssues(
  tasks: readonly (Pick<TaskValues, 'name' | 'owner' | 'status' | 'issue' | 'solution'> & {
    readonly id: string
  })[],
  log: readonly (Pick<DocumentIssue, 'name'> & { readonly taskId: string | null })[],
): DocumentIssue[] {
  return tasks.flatMap(({ id, name, owner, status, issue, solution }): DocumentIssue[] => {
    const text = issue?.trim() ?? ''
    if (text === '' || status === 'done' || status === 'cancelled') return []
    if (log.some((entry) => entry.taskId === id && entry.name.trim() === text)) return []
    return [
      {
        name: `${name} · ${text}`,
        severity: null,
        state: 'open',
        owner,
        foundOn: null,
        solution: solution === null || solution.trim() === '' ? null : solution,
        dueDate: null,
      },
    ]
  })
}
