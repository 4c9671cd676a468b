import { shareLine, splitByShares } from '@yingce/domain/money/split-by-shares'
import type { Distribution } from '@yingce/domain/simulation/distribution'
import { OUTCOME_NAMES, type OutcomeName, type ScenarioChannel } from '@yingce/domain/simulation/scenario'
import type { JsonFields, NumberLimits } from '../input/json-fields.ts'

export interface ReadScenario {
  readonly channels: readonly ScenarioChannel[]
  readonly outcome: OutcomeName
  readonly by: number | null
}

const KINDS = ['fixed', 'uniform', 'triangular', 'normal', 'lognormal'] as const
const AMOUNT: NumberLimits = { min: 0 }
const PRICE: NumberLimits = { above: 0 }
const RATE: NumberLimits = { min: 0, max: 1 }

/** @throws Refusal with the place of the mistake */
export function readScenario(fields: JsonFields): ReadScenario {
  const channels = fields.objects('channels')
  const spends = readSpends(fields, channels)
  return {
    channels: channels.map((channel, index) =>
      readChannel(channel, spends[index] ?? { kind: 'fixed', value: 0 }),
    ),
    outcome: fields.has('outcome') ? fields.oneOf('outcome', OUTCOME_NAMES) : 'revenue',
    by: fields.has('tornado') ? fields.object('tornado').number('by', { above: 0, max: 1 }) : null,
  }
}

/** Each channel's own `spend`, or with a `budget` its `share` of it, exact to the cent. */
function readSpends(fields: JsonFields, channels: readonly JsonFields[]): readonly Distribution[] {
  if (!fields.has('budget')) return channels.map((channel) => distributionIn(channel, 'spend', AMOUNT))
  const budget = fields.number('budget', AMOUNT)
  const shares = channels.map((channel) => channel.number('share', AMOUNT))
  const split = splitByShares(Math.round(budget * 100), shares.map(shareLine))
  if (split.kind === 'infeasible')
    throw fields.refusal('budget', { zh: '各渠道的 share 都是 0', en: 'every share is 0' })
  return split.parts.map((cents) => ({ kind: 'fixed', value: cents / 100 }))
}

function readChannel(fields: JsonFields, spend: Distribution): ScenarioChannel {
  const name = fields.text('name')
  const isByClick = fields.has('cpc')
  if (isByClick && fields.has('cpm'))
    throw fields.refusal('cpm', {
      zh: 'cpc 与 cpm 只能给一个：给了 cpc 就不用 cpm 和 ctr',
      en: 'give cpc, or cpm with ctr, not both',
    })
  return {
    name,
    spend,
    buying: isByClick
      ? { by: 'cpc', cpc: distributionIn(fields, 'cpc', PRICE) }
      : { by: 'cpm', cpm: distributionIn(fields, 'cpm', PRICE), ctr: distributionIn(fields, 'ctr', RATE) },
    cvr: distributionIn(fields, 'cvr', RATE),
    aov: distributionIn(fields, 'aov', AMOUNT),
    margin: fields.has('margin') ? distributionIn(fields, 'margin', RATE) : null,
  }
}

/** A number, or an object of a kind; the kind is known from its fields where `dist` does not name it. */
function distributionIn(fields: JsonFields, name: string, limits: NumberLimits): Distribution {
  if (!fields.has(name) || fields.isNumber(name)) return { kind: 'fixed', value: fields.number(name, limits) }
  const own = fields.object(name)
  const kind = own.has('dist') ? own.oneOf('dist', KINDS) : kindOf(own)
  switch (kind) {
    case 'fixed':
      return { kind, value: own.number('value', limits) }
    case 'uniform': {
      const [low, high] = rangeIn(own, limits)
      return low === high ? { kind: 'fixed', value: low } : { kind, low, high }
    }
    case 'triangular': {
      const [low, high] = rangeIn(own, limits)
      const mode = own.number('mode', { min: low, max: high })
      return low === high ? { kind: 'fixed', value: low } : { kind, low, mode, high }
    }
    case 'normal':
      return { kind, mean: own.number('mean', limits), sd: own.number('sd', AMOUNT) }
    case 'lognormal':
      return { kind, mean: own.number('mean', { ...limits, above: 0 }), sd: own.number('sd', AMOUNT) }
  }
}

function rangeIn(own: JsonFields, limits: NumberLimits): readonly [number, number] {
  const low = own.number('low', limits)
  return [low, own.number('high', { ...limits, min: low })]
}

function kindOf(own: JsonFields): (typeof KINDS)[number] {
  if (own.has('mode')) return 'triangular'
  if (own.has('low') || own.has('high')) return 'uniform'
  return own.has('mean') ? 'normal' : 'fixed'
}
