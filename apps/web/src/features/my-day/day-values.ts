import type { DayEntry } from '@yingce/contracts/my-day/my-day'
import { TASK_FIELDS } from '@yingce/domain/records/entities'
import { parseCell } from '../../ui/grid/parse-cell.ts'

/** What stands in the inputs of one card, as text. */
export interface DayInputs {
  readonly spent: string
  readonly progress: string
  readonly reached: string
  readonly issue: string
  /** Why the spend became less; asked only then. */
  readonly reason: string
}

export type DayValues =
  | { readonly ok: true; readonly values: Readonly<Record<string, unknown>> }
  | { readonly ok: false; readonly field: 'spent' | 'progress' | 'reason' }

type Task = DayEntry['task']['values']

/**
 * The values that differ from the task, read as the grid reads them. A spend that became less needs a reason,
 * which goes into the remark with its day, since the ledger is never edited in silence (X11).
 */
export function readInputs(inputs: DayInputs, task: Task, today: string): DayValues {
  const context = { year: Number(today.slice(0, 4)), today }
  const spent = parseCell(TASK_FIELDS.spent, inputs.spent, context)
  if (!spent.ok) return { ok: false, field: 'spent' }
  const progress = parseCell(TASK_FIELDS.progress, inputs.progress, context)
  if (!progress.ok) return { ok: false, field: 'progress' }
  if (isSpendLower(spent.value as number | null, task) && inputs.reason.trim() === '')
    return { ok: false, field: 'reason' }
  const wanted: Record<string, unknown> = {
    spent: spent.value,
    progress: progress.value,
    reached: textOrNull(inputs.reached),
    issue: textOrNull(inputs.issue),
    ...(inputs.reason.trim() === ''
      ? {}
      : { remark: withLine(task.remark, `${today} ${inputs.reason.trim()}`) }),
  }
  return {
    ok: true,
    values: Object.fromEntries(
      Object.entries(wanted).filter(([field, value]) => value !== task[field as keyof Task]),
    ),
  }
}

/** Is less spent than before? Nothing entered counts as less than something. */
export function isSpendLower(spent: number | null, task: Pick<Task, 'spent'>): boolean {
  return (task.spent ?? 0) > (spent ?? 0)
}

/** Done today: dates that are missing are taken from the plan and the day. */
export function doneValues(task: Task, today: string): Record<string, unknown> {
  return {
    status: 'done',
    progress: 1,
    actualEnd: task.actualEnd ?? today,
    ...(task.actualStart === null ? { actualStart: earlier(task.plannedStart, today) } : {}),
  }
}

/** Handed in: done as far as its owner goes, until somebody accepts it. */
export function handedInValues(task: Task, today: string): Record<string, unknown> {
  return {
    status: 'pending_acceptance',
    progress: 1,
    ...(task.actualStart === null ? { actualStart: earlier(task.plannedStart, today) } : {}),
  }
}

/** 退回: goes on, with what is missing in the remark under its day. */
export function returnedValues(task: Pick<Task, 'remark'>, line: string): Record<string, unknown> {
  return { status: 'in_progress', remark: withLine(task.remark, line) }
}

export function startedValues(today: string): Record<string, unknown> {
  return { status: 'in_progress', actualStart: today }
}

/** 顺延: the planned end moves, and the reason stands in the remark with the old date. */
export function postponedValues(
  task: Pick<Task, 'plannedEnd' | 'remark'>,
  plannedEnd: string,
  line: string,
): Record<string, unknown> {
  return { plannedEnd, remark: withLine(task.remark, line) }
}

function earlier(planned: string | null, today: string): string {
  return planned !== null && planned < today ? planned : today
}

function withLine(text: string | null, line: string): string {
  return text === null || text.trim() === '' ? line : `${text}\n${line}`
}

function textOrNull(text: string): string | null {
  return text.trim() === '' ? null : text.trim()
}
