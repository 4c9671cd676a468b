import type { TaskValues } from '@yingce/domain/records/entities'
import type { Scope } from '../../db/scope.ts'

/** What the board is computed from; the long texts of a task are not among it. */
export type BoardTask = Pick<
  TaskValues,
  | 'name'
  | 'status'
  | 'phaseId'
  | 'strategy'
  | 'owner'
  | 'plannedStart'
  | 'plannedEnd'
  | 'dayBasis'
  | 'actualStart'
  | 'actualEnd'
  | 'progress'
  | 'weight'
  | 'budget'
  | 'spent'
  | 'kpi'
  | 'reached'
  | 'remark'
  | 'issue'
  | 'solution'
> & { readonly id: string }

const COLUMNS =
  'id, name, status, phase_id, strategy, owner, planned_start, planned_end, day_basis, actual_start, actual_end, progress, weight, budget, spent, kpi, reached, remark, issue, solution'

type Row = readonly [
  id: string,
  name: BoardTask['name'],
  status: BoardTask['status'],
  phaseId: BoardTask['phaseId'],
  strategy: BoardTask['strategy'],
  owner: BoardTask['owner'],
  plannedStart: BoardTask['plannedStart'],
  plannedEnd: BoardTask['plannedEnd'],
  dayBasis: BoardTask['dayBasis'],
  actualStart: BoardTask['actualStart'],
  actualEnd: BoardTask['actualEnd'],
  progress: BoardTask['progress'],
  weight: BoardTask['weight'],
  budget: BoardTask['budget'],
  spent: BoardTask['spent'],
  kpi: BoardTask['kpi'],
  reached: BoardTask['reached'],
  remark: BoardTask['remark'],
  issue: BoardTask['issue'],
  solution: BoardTask['solution'],
]

/**
 * Tasks of a plan in their order. Written out field by field: of 10,000 tasks, putting records together by
 * the names of their fields takes longer than fetching them.
 */
export async function readBoardTasks(scope: Scope, planId: string): Promise<BoardTask[]> {
  const rows = await scope.arrays(
    `select ${COLUMNS} from task where workspace_id = $1 and plan_id = $2 order by position, id`,
    [scope.workspaceId, planId],
  )
  return (rows as unknown as readonly Row[]).map((row) => ({
    id: row[0],
    name: row[1],
    status: row[2],
    phaseId: row[3],
    strategy: row[4],
    owner: row[5],
    plannedStart: row[6],
    plannedEnd: row[7],
    dayBasis: row[8],
    actualStart: row[9],
    actualEnd: row[10],
    progress: row[11],
    weight: row[12],
    budget: row[13],
    spent: row[14],
    kpi: row[15],
    reached: row[16],
    remark: row[17],
    issue: row[18],
    solution: row[19],
  }))
}
