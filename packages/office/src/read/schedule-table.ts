import type { CellValue, SheetTable, SourceFormat, SourceWorkbook } from '@yingce/domain/sheets/workbook'

/** One task of a schedule file, in the terms all of them share. */
export interface ScheduleTask {
  /** Number that predecessors refer to. */
  readonly id: string
  readonly name: string
  /** 1 = outermost. */
  readonly level: number
  readonly start: string | null
  readonly finish: string | null
  readonly workdays: number | null
  /** "3", "3SS", "3FS+2d": id of the predecessor, kind unless finish-to-start, lag in working days. */
  readonly predecessors: readonly string[]
  /** 0–1. */
  readonly progress: number | null
  readonly isMilestone: boolean
  readonly resources: readonly string[]
  readonly notes: string | null
}

const TITLES = [
  '标识号',
  '任务名称',
  '大纲级别',
  '开始时间',
  '完成时间',
  '工期(天)',
  '前置任务',
  '完成百分比',
  '里程碑',
  '资源名称',
  '备注',
]
const PROGRESS_COLUMN_LETTER = 'H'

/** A schedule as a table with the column titles of MS Project's Chinese edition. */
export function scheduleWorkbook(format: SourceFormat, tasks: readonly ScheduleTask[]): SourceWorkbook {
  const rows: (readonly CellValue[])[] = [TITLES, ...tasks.map(taskRow)]
  const numberFormats: Record<string, string> = {}
  for (const [index, task] of tasks.entries())
    if (task.progress !== null) numberFormats[`${PROGRESS_COLUMN_LETTER}${index + 2}`] = '0%'
  const sheet: SheetTable = {
    name: '任务',
    hidden: false,
    rows,
    merges: [],
    numberFormats,
    formulas: {},
    hiddenRows: [],
    hiddenColumns: [],
  }
  return {
    format,
    encoding: null,
    delimiter: null,
    sheets: [sheet],
    notices: [{ code: 'schedule_as_table', format }],
  }
}

function taskRow(task: ScheduleTask): readonly CellValue[] {
  return [
    task.id,
    task.name,
    task.level,
    task.start === null ? null : { date: task.start },
    task.finish === null ? null : { date: task.finish },
    task.workdays,
    task.predecessors.length === 0 ? null : task.predecessors.join(','),
    task.progress,
    task.isMilestone ? '是' : '否',
    task.resources.length === 0 ? null : task.resources.join(','),
    task.notes,
  ]
}
