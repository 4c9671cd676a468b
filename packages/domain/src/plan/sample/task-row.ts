import type { TaskStatus } from '../../records/entities.ts'
import type { OwnerRole, Wording } from '../templates/template.ts'
import type { SampleChannel } from './channels.ts'

/** One task of the sample; days count from the plan's start, money in yuan. */
export interface SampleTask {
  readonly key: string
  readonly phase: string
  readonly name: Wording
  readonly owner: OwnerRole
  readonly planned: readonly [start: number, end: number]
  readonly status: TaskStatus
  readonly actualStart: number | null
  readonly actualEnd: number | null
  readonly progress: number
  readonly channel: SampleChannel | null
  readonly budget: number | null
  readonly kpi: Wording | null
  readonly reached: Wording | null
  readonly standard: Wording
  readonly issue: Wording | null
  readonly solution: Wording | null
  readonly remark: Wording | null
  readonly isMilestone: boolean
  readonly after: readonly string[]
  readonly basis: 'calendar' | 'working'
}

type State = Pick<SampleTask, 'status' | 'actualStart' | 'actualEnd' | 'progress'>
type Extra = Partial<
  Omit<SampleTask, 'key' | 'phase' | 'name' | 'owner' | 'planned' | 'standard' | keyof State>
>

export const done = (actualStart: number, actualEnd: number): State => ({
  status: 'done',
  actualStart,
  actualEnd,
  progress: 1,
})
export const running = (actualStart: number, progress: number): State => ({
  status: 'in_progress',
  actualStart,
  actualEnd: null,
  progress,
})
export const awaiting = (actualStart: number, actualEnd: number): State => ({
  status: 'pending_acceptance',
  actualStart,
  actualEnd,
  progress: 1,
})
export const ahead: State = { status: 'not_started', actualStart: null, actualEnd: null, progress: 0 }
export const cancelled: State = { status: 'cancelled', actualStart: null, actualEnd: null, progress: 0 }

export function row(
  phase: string,
  key: string,
  name: Wording,
  owner: OwnerRole,
  planned: readonly [number, number],
  state: State,
  standard: Wording,
  extra: Extra = {},
): SampleTask {
  const blank = {
    channel: null,
    budget: null,
    kpi: null,
    reached: null,
    issue: null,
    solution: null,
    remark: null,
    isMilestone: false,
    after: [],
    basis: 'calendar' as const,
  }
  return { ...blank, key, phase, name, owner, planned, standard, ...state, ...extra }
}
