import { quotient } from '../review/return.ts'
import { baseOf } from './distribution.ts'
import type { Distribution } from './distribution.ts'
import type { Model, UncertainInput } from './monte-carlo.ts'

/**
 * A channel of a what-if scenario. Money in one unit, rates 0–1, each a figure or a distribution. Clicks are
 * bought at a price each (`cpc`), or with impressions at a price per thousand (`cpm`) of which `ctr` are clicked.
 */
export interface ScenarioChannel {
  readonly name: string
  readonly spend: Distribution
  readonly buying:
    | { readonly by: 'cpc'; readonly cpc: Distribution }
    | { readonly by: 'cpm'; readonly cpm: Distribution; readonly ctr: Distribution }
  readonly cvr: Distribution
  readonly aov: Distribution
  /** Gross margin of the revenue; null = not known, then nothing is said of profit. */
  readonly margin: Distribution | null
}

/** Figures of a channel or of the whole; ratios from the sums. null = a part is unknown or the divisor is 0. */
export interface Outcome {
  readonly spend: number
  readonly clicks: number
  readonly conversions: number
  /** Estimated: conversions × AOV. */
  readonly revenue: number
  readonly grossProfit: number | null
  /** Gross profit − spend. */
  readonly profit: number | null
  readonly cpa: number | null
  readonly roas: number | null
  /** (revenue − spend) / spend; holds where all of the revenue is incremental. */
  readonly roi: number | null
  readonly grossMarginRoi: number | null
}

export const OUTCOME_NAMES = [
  'spend',
  'clicks',
  'conversions',
  'revenue',
  'grossProfit',
  'profit',
  'cpa',
  'roas',
  'roi',
  'grossMarginRoi',
] as const satisfies readonly (keyof Outcome)[]
export type OutcomeName = (typeof OUTCOME_NAMES)[number]

/** An input of a scenario: which figure of which channel. */
export interface ScenarioInput extends UncertainInput {
  readonly channel: number
  readonly figure: 'spend' | 'cpc' | 'cpm' | 'ctr' | 'cvr' | 'aov' | 'margin'
}

/** A price is never below this part of its base, or its reciprocal would be anything. */
const LEAST_PRICE = 0.01

/** All inputs, channel by channel, in the order in which the model takes them. */
export function inputsOf(channels: readonly ScenarioChannel[]): readonly ScenarioInput[] {
  return channels.flatMap(({ spend, buying, cvr, aov, margin }, channel): ScenarioInput[] => {
    const amount = (figure: ScenarioInput['figure'], distribution: Distribution): ScenarioInput => ({
      channel,
      figure,
      distribution,
      least: 0,
      most: Infinity,
    })
    const rate = (figure: ScenarioInput['figure'], distribution: Distribution): ScenarioInput => ({
      ...amount(figure, distribution),
      most: 1,
    })
    const price = (figure: ScenarioInput['figure'], distribution: Distribution): ScenarioInput => ({
      ...amount(figure, distribution),
      least: LEAST_PRICE * baseOf(distribution),
    })
    const clicks =
      buying.by === 'cpc' ? [price('cpc', buying.cpc)] : [price('cpm', buying.cpm), rate('ctr', buying.ctr)]
    const known = [amount('spend', spend), ...clicks, rate('cvr', cvr), amount('aov', aov)]
    return margin === null ? known : [...known, rate('margin', margin)]
  })
}

/** The scenario as a model whose outputs are `OUTCOME_NAMES` of the whole. */
export function scenarioModel(channels: readonly ScenarioChannel[]): Model {
  const sums = channels.map(({ buying, margin }) => ({
    isByClick: buying.by === 'cpc',
    hasMargin: margin !== null,
  }))
  return {
    inputs: inputsOf(channels),
    outputs: OUTCOME_NAMES.length,
    evaluate(values, into, size) {
      for (const list of into) list.fill(0)
      let next = 0
      for (const { isByClick, hasMargin } of sums) {
        const take = (): Float64Array => values[next++] ?? none
        const [money, price] = [take(), take()]
        addChannel(
          into,
          size,
          money,
          price,
          isByClick ? null : take(),
          take(),
          take(),
          hasMargin ? take() : null,
        )
      }
      addRatios(into, size)
    },
  }
}

const none = new Float64Array()

/** Adds the figures of one channel to the sums, draw by draw. */
function addChannel(
  [
    spends = none,
    clicks = none,
    conversions = none,
    revenues = none,
    profits = none,
  ]: readonly Float64Array[],
  size: number,
  spend: Float64Array,
  price: Float64Array,
  ctr: Float64Array | null,
  cvr: Float64Array,
  aov: Float64Array,
  margin: Float64Array | null,
): void {
  for (let draw = 0; draw < size; draw++) {
    const money = spend[draw] ?? 0
    const bought = money / (price[draw] ?? 0)
    const clicked = ctr === null ? bought : bought * 1_000 * (ctr[draw] ?? 0)
    const converted = clicked * (cvr[draw] ?? 0)
    const sold = converted * (aov[draw] ?? 0)
    spends[draw] = (spends[draw] ?? 0) + money
    clicks[draw] = (clicks[draw] ?? 0) + clicked
    conversions[draw] = (conversions[draw] ?? 0) + converted
    revenues[draw] = (revenues[draw] ?? 0) + sold
    profits[draw] = (profits[draw] ?? 0) + (margin === null ? NaN : sold * (margin[draw] ?? 0))
  }
}

/** Profit and ratios of each draw from its sums. */
function addRatios(into: readonly Float64Array[], size: number): void {
  const [spends = none, , conversions = none, revenues = none, grossProfits = none] = into
  const [profits = none, cpas = none, roas = none, roi = none, marginRoi = none] = into.slice(5)
  for (let draw = 0; draw < size; draw++) {
    const spend = spends[draw] ?? 0
    const conversion = conversions[draw] ?? 0
    const revenue = revenues[draw] ?? 0
    const profit = (grossProfits[draw] ?? 0) - spend
    profits[draw] = profit
    cpas[draw] = conversion === 0 ? NaN : spend / conversion
    roas[draw] = spend === 0 ? NaN : revenue / spend
    roi[draw] = spend === 0 ? NaN : (revenue - spend) / spend
    marginRoi[draw] = spend === 0 ? NaN : profit / spend
  }
}

/** Outcome of given values of all inputs. */
export function outcomeOf(model: Model, values: readonly number[]): Outcome {
  const into = OUTCOME_NAMES.map(() => new Float64Array(1))
  const lists = values.map((value) => Float64Array.of(value))
  model.evaluate(lists, into, 1)
  const figure = (name: OutcomeName): number | null => {
    const value = into[OUTCOME_NAMES.indexOf(name)]?.[0] ?? NaN
    return Number.isNaN(value) ? null : value
  }
  return {
    spend: figure('spend') ?? 0,
    clicks: figure('clicks') ?? 0,
    conversions: figure('conversions') ?? 0,
    revenue: figure('revenue') ?? 0,
    grossProfit: figure('grossProfit'),
    profit: figure('profit'),
    cpa: figure('cpa'),
    roas: figure('roas'),
    roi: figure('roi'),
    grossMarginRoi: figure('grossMarginRoi'),
  }
}

/** Outcome of the whole at base. */
export function baseOutcome(channels: readonly ScenarioChannel[]): Outcome {
  const model = scenarioModel(channels)
  return outcomeOf(
    model,
    model.inputs.map(({ distribution }) => baseOf(distribution)),
  )
}

/** Where a scenario begins to pay. */
export interface BreakEven {
  /** 1 / gross margin of the whole. */
  readonly roas: number | null
  /** Gross profit of a conversion: what one may cost. */
  readonly cpa: number | null
  /** Factor on CVR or AOV (or on 1 / price) with which gross profit just pays the spend: below 1 there is room, above it is missing. */
  readonly factor: number | null
}

/** Break-even of an outcome; all null while a margin is unknown or nothing is sold. */
export function breakEvenOf({ spend, conversions, revenue, grossProfit }: Outcome): BreakEven {
  return {
    roas: quotient(grossProfit === null ? null : revenue, grossProfit),
    cpa: quotient(grossProfit, conversions),
    factor: quotient(grossProfit === null ? null : spend, grossProfit),
  }
}
