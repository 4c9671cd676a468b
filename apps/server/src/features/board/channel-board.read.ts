import type { BoardQuestion, ChannelBoard } from '@yingce/contracts/board/channel-board'
import { boardMetrics } from '@yingce/domain/board/board-metric'
import { boardTargets } from '@yingce/domain/board/board-target'
import { channelBoard } from '@yingce/domain/board/channel-board'
import type { Scope } from '../../db/scope.ts'
import { readStatusPolicy } from '../../records/status-policy.ts'
import { readRecords } from '../../records/read-records.ts'
import { dailyValues } from '../metrics/query/daily-values.read.ts'
import { readPhaseShares } from '../kpi-tree/phase-shares.read.ts'
import { hasNewCustomers } from '../metrics/query/new-customers.read.ts'
import { readSetAside } from '../metrics/query/set-aside.read.ts'
import { boardValues, readBoardFacts, readChannelNames } from './board-facts.read.ts'
import { ALL_DAYS, askedPeriod } from '../../http/asked-period.ts'
import { readBoardEvents } from './board-events.read.ts'
import { readChannelRetention } from './channel-retention.read.ts'
import { readPlanHead } from './plan-records.read.ts'

export interface BoardReader {
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
  { by, ...asked }: BoardQuestion,
  { today, isMoneyShown }: BoardReader,
): Promise<ChannelBoard> {
  const plan = await readPlanHead(scope, planId)
  const countsNewCustomers = await hasNewCustomers(scope, planId)
  const metrics = boardMetrics({ isMoneyShown, hasNewCustomers: countsNewCustomers })
  const allDays = await dailyValues(scope, { metrics, planId, ...ALL_DAYS })
  const ownDays = allDays.filter(({ currency }) => currency === plan.currency)
  const [first, last] = [ownDays[0]?.day, ownDays.at(-1)?.day]
  const data = first === undefined || last === undefined ? null : { from: first, to: last }
  const period = askedPeriod(asked) ?? data
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
    dimension: by,
    data,
  }
  const facts = await readBoardFacts(scope, { planId, currency: plan.currency, metrics, period, by })
  const channelNames =
    by === 'channel'
      ? facts.groups.map(({ channel }) => channel)
      : await readChannelNames(scope, planId, period)
  const records = await readRecords(scope, planId, 'target')
  const policy = await readStatusPolicy(scope)
  const written = records.map(({ id, values }) => ({ ...values, id }))
  const targets = boardTargets(written, channelNames, {
    start: plan.periodStart,
    end: plan.periodEnd,
    currency: plan.currency,
    hasNewCustomers: countsNewCustomers,
    phases: await readPhaseShares(scope, planId),
    policy,
  }).filter(({ metric, channel }) => metrics.includes(metric) && (by === 'channel' || channel === null))
  const retention =
    by === 'channel' ? await readChannelRetention(scope, planId, period, channelNames, written) : null
  const days = { today, ...(period ?? { from: today, to: today }) }
  const computed = channelBoard(facts.groups, facts.total?.values ?? {}, targets, days, retention, policy)
  // Computed of all groups, listed of those that a page can hold.
  const listed = new Set(facts.listed)
  const previous = new Map(facts.groups.map((group) => [group.channel, group.previous]))
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
    omitted: facts.groups.length - listed.size,
    channels: computed.channels
      .filter(({ channel }) => listed.has(channel))
      .map(({ channel, values, marks, quality, cost, retention: stayed, grade, contribution }) => ({
        channel,
        values: { ...values },
        previous: previous.get(channel) ?? null,
        meanLikes: facts.meanLikes.get(channel) ?? null,
        marks: [...marks],
        quality,
        cost,
        retention: stayed,
        grade: { ...grade, steps: [...grade.steps], missing: [...grade.missing] },
        contribution,
      })),
    contributionOf: computed.contributionOf,
    funnel: {
      channels: computed.funnel.channels
        .filter(({ channel }) => listed.has(channel))
        .map(({ channel, funnel }) => ({ channel, funnel: { ...funnel, steps: [...funnel.steps] } })),
      total: { ...computed.funnel.total, steps: [...computed.funnel.total.steps] },
      biggestLoss: computed.funnel.biggestLoss,
    },
    daily: ownDays
      .filter(({ day }) => inPeriod(day))
      .map(({ day, values }) => ({ day, values: boardValues({ values }, metrics) })),
    channelDaily: facts.groupDaily,
    setAside: await readSetAside(scope, { planId, metrics, currency: plan.currency, period }),
    events: isMoneyShown ? await readBoardEvents(scope, planId, period) : [],
  }
}
