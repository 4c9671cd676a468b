import type { TaskValues } from '../../records/entities.ts'
import type { Contradiction, ContradictionCode } from './contradiction.ts'

export type StateTask = Pick<TaskValues, 'status' | 'progress' | 'actualStart' | 'actualEnd'> & {
  readonly id: string
}

/** Status, progress and actual dates of one task that cannot all be true. */
export function stateContradictions(task: StateTask): readonly Contradiction[] {
  const { status, progress, actualStart, actualEnd } = task
  const isOpen = status === 'not_started' || status === 'in_progress'
  const found: Contradiction[] = []
  const add = (code: ContradictionCode, fields: readonly string[], params: Contradiction['params'] = {}) => {
    found.push({ code, severity: 'error', entity: 'task', id: task.id, fields, params })
  }
  if (status === 'done' && actualEnd === null) add('done_without_actual_end', ['actualEnd', 'status'])
  if (isOpen && actualEnd !== null)
    add('actual_end_while_open', ['status', 'actualEnd'], { actualEnd, status })
  if (isOpen && progress !== null && progress >= 1)
    add('complete_while_open', ['status', 'progress'], { progress, status })
  if (status === 'done' && progress !== null && progress < 1)
    add('done_while_incomplete', ['progress', 'status'], { progress })
  if (status === 'not_started' && actualEnd === null && (actualStart !== null || isPartly(progress))) {
    add('started_while_not_started', ['status', actualStart !== null ? 'actualStart' : 'progress'], {
      ...(actualStart !== null && { actualStart }),
      ...(progress !== null && { progress }),
    })
  }
  return found
}

function isPartly(progress: number | null): boolean {
  return progress !== null && progress > 0 && progress < 1
}
