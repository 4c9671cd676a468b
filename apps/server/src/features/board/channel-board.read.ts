import type { BoardPeriod, ChannelBoard } from '@yingce/contracts/board/channel-board'
import type { MetricQueryRow } from '@yingce/contracts/metrics/metric-query'
import {
  BOARD_METRICS,
  type BoardMetric,
  type BoardValues,
  METRICS_WITHOUT_MONEY,
} from '@yingce/domain/board/board-metric'
import { boardTargets } from '@yingce/domain/board/board-target'
import { channelBoard } from '@yingce/domain/board/channel-board'
import { meanPerContent } from '@yingce/domain/board/mean-per-content'
import { eachDay } from '@yingce/domain/calendar/date-arithmetic'
import type { Scope } from '../../db/scope.ts'
import { Refusal } from '../../http/refusal.ts'
import { readRecords } from '../../records/read-records.ts'
import { dailyValues } from '../metrics/daily-values.read.ts'
import { queryFacts } from '../metrics/query-facts.read.ts'
import { readPlanHead } from './plan-records.read.ts'

const ALL_DAYS = { from: '0001-01-01', to: '9999-12-31' } as const
/** Longer periods show their figures, and no days: a table of more is none. */
const MOST_DAYS = 1100
const MOST_CONTENTS = 20_000

interface Reader {
  readonly today: string
  /** False: nothing about money is read at all, nor what people wrote about it. */
  readonly isMoneyShown: boolean
}

/**
 * The channel board of a plan in a period (M5, M6, M7), from the facts assigned to it in its currency.
 *
 * @throws Refusal `not_found`; `invalid_request` when the period ends before it starts, or has one end only
 */
export async function readChannelBoard(
  scope: Scope,
  planId: string,
  asked: BoardPeriod,
  { today, isMoneyShown }: Reader,
): Promise<ChannelBoard> {
  const plan = await readPlanHead(scope, planId)
  const metrics: readonly BoardMetric[] = isMoneyShown ? BOARD_METRICS : METRICS_WITHOUT_MONEY
  const allDays = await dailyValues(scope, { metrics, planId, ...ALL_DAYS })
  const ownDays = allDays.filter(({ currency }) => currency === plan.currency)
  const data = { from: ownDays[0]?.day ?? null, to: ownDays.at(-1)?.day ?? null }
  const period = periodOf(asked, data)
  const effects = await scope.rows(
    'select 1 from channel_effect where workspace_id = $1 and plan_id = $2 limit 1',
    [scope.workspaceId, planId],
  )
  const head = {
    planName: plan.name,
    today,
    currency: plan.currency,
    otherCurrencies: [...new Set(allDays.map(({ currency }) => currency))].filter(
      (currency) => currency !== plan.currency,
    ),
    hasEffectTable: effects.length > 0,
    metrics: [...metrics],
    data: data.from === null || data.to === null ? null : { from: data.from, to: data.to },
  }
  const facts = await readFacts(scope, planId, plan.currency, metrics, period)
  const targets = boardTargets(
    (await readRecords(scope, planId, 'target')).map(({ id, values }) => ({ ...values, id })),
    facts.channels.map(({ channel }) => channel),
    { start: plan.periodStart, end: plan.periodEnd, currency: plan.currency },
  ).filter(({ metric }) => metrics.includes(metric))
  const computed = channelBoard(facts.channels, facts.total?.values ?? {}, targets, {
    today,
    ...(period ?? { from: today, to: today }),
  })
  const inPeriod = (day: string) => period !== null && day >= period.from && day <= period.to
  return {
    ...head,
    period,
    comparedTo: facts.comparedTo,
    total: {
      values: boardValues(facts.total, metrics),
      previous:
        facts.total?.previous === undefined || facts.total.previous === null
          ? null
          : boardValues(facts.total.previous, metrics),
      marks: [...computed.totalMarks],
    },
    channels: computed.channels.map(({ channel, values, marks, quality, cost, grade, contribution }) => ({
      channel,
      values: { ...values },
      previous: facts.channels.find((one) => one.channel === channel)?.previous ?? null,
      meanLikes: facts.meanLikes.get(channel) ?? null,
      marks: [...marks],
      quality,
      cost,
      grade: { ...grade, steps: [...grade.steps], missing: [...grade.missing] },
      contribution,
    })),
    contributionOf: computed.contributionOf,
    funnel: {
      channels: computed.funnel.channels.map(({ channel, funnel }) => ({
        channel,
        funnel: { ...funnel, steps: [...funnel.steps] },
      })),
      total: { ...computed.funnel.total, steps: [...computed.funnel.total.steps] },
      biggestLoss: computed.funnel.biggestLoss,
    },
    daily: ownDays
      .filter(({ day }) => inPeriod(day))
      .map(({ day, values }) => ({ day, values: boardValues({ values }, metrics) })),
    channelDaily: facts.channelDaily,
    events: isMoneyShown ? await readEvents(scope, planId, inPeriod) : [],
  }
}

function periodOf(
  { from, to }: BoardPeriod,
  data: { readonly from: string | null; readonly to: string | null },
): ChannelBoard['period'] {
  const wrong = (code: string, message: string) =>
    new Refusal('invalid_request', { issues: [{ path: 'query.to', code, message, params: {} }] })
  if ((from === undefined) !== (to === undefined))
    throw wrong('both_ends', 'Give both ends of the period, or neither')
  if (from !== undefined && to !== undefined) {
    if (from > to) throw wrong('end_before_start', 'The period ends before it starts')
    return { from, to }
  }
  return data.from === null || data.to === null ? null : { from: data.from, to: data.to }
}

type Figures = Pick<MetricQueryRow, 'values'>

function boardValues(
  row: Figures | undefined,
  metrics: readonly BoardMetric[],
): ChannelBoard['total']['values'] {
  return Object.fromEntries(metrics.map((metric) => [metric, row?.values[metric] ?? null]))
}

interface Facts {
  readonly total: MetricQueryRow | undefined
  readonly comparedTo: ChannelBoard['comparedTo']
  readonly channels: readonly {
    readonly channel: string
    readonly values: BoardValues
    readonly previous: ChannelBoard['total']['previous']
  }[]
  readonly channelDaily: ChannelBoard['channelDaily']
  readonly meanLikes: ReadonlyMap<string, number>
}

async function readFacts(
  scope: Scope,
  planId: string,
  currency: string,
  metrics: readonly BoardMetric[],
  period: ChannelBoard['period'],
): Promise<Facts> {
  if (period === null)
    return { total: undefined, comparedTo: null, channels: [], channelDaily: [], meanLikes: new Map() }
  const ask = { filters: { plan: [planId] }, period, granularity: 'total' as const, limit: 10_000 }
  const compared = { ...ask, metrics: [...metrics], compareTo: 'previous_period' as const }
  const total = await queryFacts(scope, { ...compared, groupBy: [] })
  const byChannel = await queryFacts(scope, { ...compared, groupBy: ['channel'] })
  const isShort = eachDay(period.from, period.to).length <= MOST_DAYS
  const byDay = isShort
    ? await queryFacts(scope, {
        ...ask,
        metrics: [...metrics],
        groupBy: ['channel'],
        granularity: 'day',
        limit: 50_000,
      })
    : null
  const likes = await queryFacts(scope, {
    ...ask,
    metrics: ['likes'],
    groupBy: ['channel', 'content'],
    limit: MOST_CONTENTS,
  })
  const own = (rows: readonly MetricQueryRow[]) => rows.filter((row) => row.currency === currency)
  return {
    total: own(total.rows)[0],
    comparedTo: total.comparedTo,
    channels: own(byChannel.rows).map((row) => ({
      channel: row.group['channel'] ?? '',
      values: boardValues(row, metrics),
      previous: row.previous === null ? null : boardValues(row.previous, metrics),
    })),
    channelDaily: own(byDay?.rows ?? []).flatMap((row) =>
      row.time === null
        ? []
        : [{ day: row.time, channel: row.group['channel'] ?? '', values: boardValues(row, metrics) }],
    ),
    meanLikes: meanPerContent(
      own(likes.rows).map(({ group, values }) => ({
        channel: group['channel'] ?? '',
        content: group['content'] ?? null,
        value: values['likes'] ?? null,
      })),
    ),
  }
}

async function readEvents(
  scope: Scope,
  planId: string,
  inPeriod: (day: string) => boolean,
): Promise<ChannelBoard['events']> {
  const adjustments = await readRecords(scope, planId, 'adjustment')
  return adjustments
    .flatMap(({ values: { changedOn, name, channel } }) =>
      changedOn === null || !inPeriod(changedOn) ? [] : [{ day: changedOn, name, channel }],
    )
    .toSorted((a, b) => a.day.localeCompare(b.day))
}
