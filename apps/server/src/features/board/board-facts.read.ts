import type { ChannelBoard } from '@yingce/contracts/board/channel-board'
import type { MetricQueryRow } from '@yingce/contracts/metrics/metric-query'
import type { BoardDimension } from '@yingce/domain/board/board-layout'
import type { BoardMetric, BoardValues } from '@yingce/domain/board/board-metric'
import { meanPerContent } from '@yingce/domain/board/mean-per-content'
import { eachDay } from '@yingce/domain/calendar/date-arithmetic'
import { isManualSource } from '@yingce/domain/metrics/manual-source'
import type { Scope } from '../../db/scope.ts'
import type { Days } from '../../http/asked-period.ts'
import { queryFacts } from '../metrics/query/query-facts.read.ts'

/** Longer periods show their figures, and no days: a table of more is none. */
const MOST_DAYS = 1100
const MOST_GROUPS = 20_000
/** Channels are listed all; of contents, creators and so on those with the most conversions. */
const MOST_LISTED = 50

interface FactsQuestion {
  readonly planId: string
  readonly currency: string
  readonly metrics: readonly BoardMetric[]
  readonly period: ChannelBoard['period']
  readonly by: BoardDimension
}

interface BoardFacts {
  readonly total: MetricQueryRow | undefined
  readonly comparedTo: ChannelBoard['comparedTo']
  /** All of them, by name; of two with one name the second carries its id. */
  readonly groups: readonly {
    readonly channel: string
    readonly values: BoardValues
    readonly previous: ChannelBoard['total']['previous']
  }[]
  /** Names of the groups that the board lists. */
  readonly listed: readonly string[]
  readonly groupDaily: ChannelBoard['channelDaily']
  /** By channel; empty for other dimensions. */
  readonly meanLikes: ReadonlyMap<string, number>
}

const NO_FACTS: BoardFacts = {
  total: undefined,
  comparedTo: null,
  groups: [],
  listed: [],
  groupDaily: [],
  meanLikes: new Map(),
}

export function boardValues(
  row: Pick<MetricQueryRow, 'values'> | undefined,
  metrics: readonly BoardMetric[],
): ChannelBoard['total']['values'] {
  return Object.fromEntries(metrics.map((metric) => [metric, row?.values[metric] ?? null]))
}

/** The facts of a plan in its currency: all together, by group, and by group and day. */
export async function readBoardFacts(
  scope: Scope,
  { planId, currency, metrics, period, by }: FactsQuestion,
): Promise<BoardFacts> {
  if (period === null) return NO_FACTS
  const ask = askOf(planId, period)
  const compared = { ...ask, metrics: [...metrics], compareTo: 'previous_period' as const }
  const own = rowsIn(currency)
  const { total, comparedTo, rows, nameOf } = await readTotals(scope, compared, by, own)
  const listed = by === 'channel' ? rows : mostConverting(rows)
  const isShort = eachDay(period.from, period.to).length <= MOST_DAYS
  const byDay =
    isShort && listed.length > 0
      ? await queryFacts(scope, {
          ...ask,
          filters:
            by === 'channel'
              ? ask.filters
              : { ...ask.filters, [by]: listed.map((row) => row.group[by] ?? null) },
          metrics: [...metrics],
          groupBy: [by],
          granularity: 'day',
          limit: 50_000,
        })
      : null
  return {
    total,
    comparedTo,
    groups: rows.map((row) => ({
      channel: nameOf(row),
      values: boardValues(row, metrics),
      previous: row.previous === null ? null : boardValues(row.previous, metrics),
    })),
    listed: listed.map(nameOf),
    groupDaily: own(byDay?.rows ?? []).flatMap((row) =>
      row.time === null ? [] : [{ day: row.time, channel: nameOf(row), values: boardValues(row, metrics) }],
    ),
    meanLikes: by === 'channel' ? await readMeanLikes(scope, ask, own) : new Map(),
  }
}

interface ChannelFacts extends Pick<BoardFacts, 'total' | 'meanLikes'> {
  /** By name, as those of a board. */
  readonly channels: readonly { readonly channel: string; readonly values: BoardValues }[]
}

/** The facts of a plan in its currency, all together and by channel, for a table that shows neither days nor the period before. */
export async function readChannelFacts(
  scope: Scope,
  { planId, currency, metrics, period }: Omit<FactsQuestion, 'by' | 'period'> & { readonly period: Days },
): Promise<ChannelFacts> {
  const ask = askOf(planId, period)
  const own = rowsIn(currency)
  const { total, rows, nameOf } = await readTotals(scope, { ...ask, metrics: [...metrics] }, 'channel', own)
  return {
    total,
    channels: rows.map((row) => ({ channel: nameOf(row), values: boardValues(row, metrics) })),
    meanLikes: await readMeanLikes(scope, ask, own),
  }
}

/** All together, and by group with a name for each. */
async function readTotals(
  scope: Scope,
  asked: Omit<Parameters<typeof queryFacts>[1], 'groupBy'>,
  by: BoardDimension,
  own: (rows: readonly MetricQueryRow[]) => MetricQueryRow[],
) {
  const all = await queryFacts(scope, { ...asked, groupBy: [] })
  const rows = own((await queryFacts(scope, { ...asked, groupBy: [by] })).rows)
  const names = groupNames(rows, by)
  return {
    total: own(all.rows)[0],
    comparedTo: all.comparedTo,
    rows,
    nameOf: (row: MetricQueryRow) => names.get(row.group[by] ?? null) ?? '',
  }
}

function askOf(planId: string, { from, to }: Days): Ask {
  return { filters: { plan: [planId] }, period: { from, to }, granularity: 'total', limit: MOST_GROUPS }
}

function rowsIn(currency: string): (rows: readonly MetricQueryRow[]) => MetricQueryRow[] {
  return (rows) => rows.filter((row) => row.currency === currency)
}

/** Names of groups by id; of two with one name the second carries its id. */
export function groupNames(rows: readonly MetricQueryRow[], by: BoardDimension): Map<string | null, string> {
  const names = new Map<string | null, string>()
  const taken = new Set<string>()
  for (const row of rows) {
    const id = row.group[by] ?? null
    const name = row.names[by] ?? id ?? ''
    names.set(id, taken.has(name) ? `${name} (${id ?? ''})` : name)
    taken.add(name)
  }
  return names
}

function mostConverting(rows: readonly MetricQueryRow[]): MetricQueryRow[] {
  const of = (row: MetricQueryRow, metric: BoardMetric) => row.values[metric] ?? -1
  const byMetric = (metric: BoardMetric) => (a: MetricQueryRow, b: MetricQueryRow) =>
    of(b, metric) - of(a, metric)
  return rows
    .toSorted(
      (a, b) => byMetric('conversions')(a, b) || byMetric('clicks')(a, b) || byMetric('impressions')(a, b),
    )
    .slice(0, MOST_LISTED)
}

type Ask = Pick<Parameters<typeof queryFacts>[1], 'filters' | 'period' | 'granularity' | 'limit'>

async function readMeanLikes(
  scope: Scope,
  ask: Ask,
  own: (rows: readonly MetricQueryRow[]) => MetricQueryRow[],
): Promise<Map<string, number>> {
  const likesBy = (...groupBy: string[]) => queryFacts(scope, { ...ask, metrics: ['likes'], groupBy })
  // The sums by day say whether there are any, before every fact is asked for its content.
  const { rows } = await likesBy('channel')
  if (rows.every(({ values }) => (values['likes'] ?? null) === null)) return new Map()
  const likes = await likesBy('channel', 'content')
  return meanPerContent(
    own(likes.rows).map(({ group, values }) => ({
      channel: group['channel'] ?? '',
      content: group['content'] ?? null,
      value: values['likes'] ?? null,
    })),
  )
}

/** Channels that the plan has facts of in the period, in any currency. */
export async function readChannelNames(
  scope: Scope,
  planId: string,
  period: ChannelBoard['period'],
): Promise<string[]> {
  const rows = await readNames(scope, planId, period, 'channel')
  return [...new Set(rows.map(({ group }) => group['channel'] ?? ''))]
}

/** Sources of the figures of a plan (or of all) in the period by name; null: filled in by hand. */
export async function readSourceNames(
  scope: Scope,
  planId: string | null,
  period: ChannelBoard['period'],
): Promise<(string | null)[]> {
  const rows = await readNames(scope, planId, period, 'source')
  const names = rows.map(({ names: { source } }) => source ?? null)
  return [...new Set(names.map((name) => (name !== null && isManualSource(name) ? null : name)))]
}

async function readNames(
  scope: Scope,
  planId: string | null,
  period: ChannelBoard['period'],
  by: 'channel' | 'source',
): Promise<MetricQueryRow[]> {
  if (period === null) return []
  const { rows } = await queryFacts(scope, {
    metrics: ['impressions'],
    groupBy: [by],
    filters: planId === null ? {} : { plan: [planId] },
    period,
    granularity: 'total',
    limit: MOST_GROUPS,
  })
  return rows
}
