import { type BoardMetric, isRatioMetric, plainText } from '../board/board-metric.ts'
import {
  type BoardTarget,
  boardTargets,
  markOf,
  type TargetsPlan,
  type WrittenTarget,
} from '../board/board-target.ts'
import type { LocalDate } from '../calendar/local-date.ts'
import { type KpiStatus, worstStatus } from '../objective/kpi-status.ts'
import { type EffectFacts, effectRatios } from './effect-analysis.ts'

export interface JudgedRow extends EffectFacts {
  readonly id: string
  readonly channel: string
  readonly content: string | null
}

/** How a row of the effect table stands against the targets that name it. */
export interface RowVerdict {
  /** The worst over its targets. */
  readonly status: KpiStatus
  /** Each target as written, with its own status. */
  readonly targets: readonly { readonly text: string; readonly status: KpiStatus }[]
}

/** Shorter names stand in too many words to tell a content by. */
const SHORTEST_NAME = 2

/**
 * 达标情况 of the effect table (R1): every row against the targets of the plan that name
 * its content, or its channel, judged like every target (rules 2 and 4). A target that
 * names a content is not held against the other rows of its channel. Of a channel with
 * several rows only ratios are held against each row: a sum is the whole channel's. The
 * table counts no new customers, so that a CAC is not held against it.
 *
 * @param targets the plan's target table as written
 * @param plan its period, for targets without dates, and whether it counts new customers
 * @returns by id; a row that no target names is absent, which is shown as "—"
 */
export function judgeEffects(
  rows: readonly JudgedRow[],
  targets: readonly WrittenTarget[],
  plan: TargetsPlan,
  today: LocalDate,
): ReadonlyMap<string, RowVerdict> {
  const channels = [...new Set(rows.map(({ channel }) => channel))]
  const contents = [...new Set(rows.flatMap(({ content }) => content ?? []))].filter(
    (content) => plainText(content).length >= SHORTEST_NAME,
  )
  const verdicts = new Map<string, { text: string; status: KpiStatus }[]>()
  for (const record of targets) {
    const ofContent = boardTargets([record], contents, plan).filter(({ channel }) => channel !== null)
    const ofChannel = boardTargets([record], channels, plan).filter(
      ({ channel, text }) => channel !== null && !ofContent.some((other) => other.text === text),
    )
    const held = [
      ...ofContent.flatMap((target) => pairs(target, rowsOf(rows, 'content', target))),
      ...ofChannel.flatMap((target) => pairs(target, rowsOf(rows, 'channel', target))),
    ]
    for (const { row, target } of held) {
      const own = verdicts.get(row.id) ?? []
      own.push({ text: target.text, status: statusOf(row, target, today) })
      verdicts.set(row.id, own)
    }
  }
  return new Map(
    [...verdicts].flatMap(([id, own]) => {
      const status = worstStatus(own.map((one) => one.status))
      return status === null ? [] : [[id, { status, targets: own }] as const]
    }),
  )
}

function pairs(target: BoardTarget, rows: readonly JudgedRow[]) {
  return rows.map((row) => ({ row, target }))
}

/** Rows that a target is held against; the sum of several is no row's. */
function rowsOf(rows: readonly JudgedRow[], by: 'channel' | 'content', target: BoardTarget): JudgedRow[] {
  const own = rows.filter((row) => row[by] === target.channel)
  if (target.metric === 'cac') return []
  return own.length > 1 && !isRatioMetric(target.metric) ? [] : own
}

function statusOf(row: JudgedRow, target: BoardTarget, today: LocalDate): KpiStatus {
  const { start, end } = target.pace
  const mark = markOf(target, figureOf(row, target.metric), {
    from: start ?? today,
    to: end !== null && end < today ? end : today,
    today,
  })
  return mark?.status ?? 'not_started'
}

function figureOf(row: JudgedRow, metric: BoardMetric): number | null {
  const { ctr, cvr, cpa, roas } = effectRatios([row])
  switch (metric) {
    case 'ctr':
      return ctr.value
    case 'cvrClick':
      return cvr.value
    case 'cpa':
      return cpa.value
    case 'cac':
      return null
    case 'roas':
      return roas.value
    default:
      return row[metric]
  }
}
