import type { AllocationChannel, AllocationRequest } from '@yingce/domain/allocation/allocation-request'
import type { ResponseCurve } from '@yingce/domain/response/curve'
import { fitCurve, MIN_POINTS, type CurveFit } from '@yingce/domain/response/fit-curve'
import type { JsonFields } from '../input/json-fields.ts'
import type { Words } from '../language.ts'

const FORMS = ['sqrt', 'log', 'power', 'hill'] as const

/** Budgets from here on are taken as whole main units with cents; smaller ones may be in 万元 or thousands. */
const CENTS_FROM = 10_000

export interface ReadRequest {
  readonly channels: readonly AllocationChannel[]
  readonly unitsPerOne: number
  /** null only when there is a target. */
  readonly budget: number | null
  readonly target: number | null
  /** By channel, where its curve was fitted to its history. */
  readonly fits: readonly (CurveFit | null)[]
}

/** @throws Refusal with the place of the mistake */
export function readRequest(fields: JsonFields): ReadRequest {
  const target = fields.optionalNumber('target', { above: 0 })
  const budget = target === null || fields.has('budget') ? fields.number('budget', { min: 0 }) : null
  const read = fields.objects('channels').map(readChannel)
  const unit = fields.optionalNumber('unit', { above: 0 })
  return {
    channels: read.map(({ channel }) => channel),
    fits: read.map(({ fit }) => fit),
    unitsPerOne:
      unit === null
        ? unitsFor(
            budget,
            read.map(({ channel }) => channel),
          )
        : 1 / unit,
    budget,
    target,
  }
}

/** Cents; a millionth where the sums are so small that a cent would be coarse: one fen of an amount in 万元. */
function unitsFor(budget: number | null, channels: AllocationRequest['channels']): number {
  const largest =
    budget ?? Math.max(...channels.map(({ min, max, locked }) => Math.max(min, max ?? 0, locked ?? 0)))
  return largest >= CENTS_FROM ? 100 : 1_000_000
}

function readChannel(fields: JsonFields): {
  readonly channel: AllocationChannel
  readonly fit: CurveFit | null
} {
  const name = fields.text('name')
  const { curve, fit } = readCurve(fields.object('curve'))
  return {
    fit,
    channel: {
      name,
      curve,
      min: fields.optionalNumber('min', { min: 0 }) ?? 0,
      max: fields.optionalNumber('max', { min: 0 }),
      locked: fields.optionalNumber('locked', { min: 0 }),
      step: fields.optionalNumber('step', { above: 0 }),
    },
  }
}

function readCurve(fields: JsonFields): { readonly curve: ResponseCurve; readonly fit: CurveFit | null } {
  const form = fields.oneOf('form', FORMS)
  if (fields.has('points')) {
    const fit = readFit(fields, form)
    return { curve: fit.curve, fit }
  }
  return { curve: readParameters(fields, form), fit: null }
}

function readParameters(fields: JsonFields, form: ResponseCurve['form']): ResponseCurve {
  switch (form) {
    case 'sqrt':
      return { form, a: fields.number('a', { above: 0 }) }
    case 'log':
      return { form, a: fields.number('a', { above: 0 }), b: fields.number('b', { above: 0 }) }
    case 'power':
      return { form, a: fields.number('a', { above: 0 }), p: fields.number('p', { above: 0 }) }
    case 'hill':
      return {
        form,
        coef: fields.number('coef', { above: 0 }),
        alpha: fields.number('alpha', { above: 0 }),
        inflexion: fields.number('inflexion', { above: 0 }),
        carryover: fields.optionalNumber('carryover', { min: 0 }) ?? 0,
      }
  }
}

/** A curve through `points`: [[spend, result], …] or [[spend, result, weight], …]. */
function readFit(fields: JsonFields, form: ResponseCurve['form']): CurveFit {
  const rows = fields.rows('points', [2, 3], { min: 0 })
  const outcome = fitCurve(
    rows.map(([spend = 0, result = 0, weight = 1]) => ({ spend, result, weight })),
    form,
  )
  if (outcome.kind === 'fitted') return outcome.fit
  throw fields.refusal('points', FIT_WORDS[outcome.reason](outcome.n))
}

const FIT_WORDS: Readonly<Record<'few_points' | 'one_spend' | 'no_response', (n: number) => Words>> = {
  few_points: (n) => ({
    zh: `只有 ${n} 期数据，至少要 ${MIN_POINTS} 期才拟合响应曲线`,
    en: `${n} periods only: a response curve needs at least ${MIN_POINTS}`,
  }),
  one_spend: () => ({
    zh: '各期投入相同，看不出投入与结果的关系',
    en: 'every period spent the same, so nothing can be seen of the response',
  }),
  no_response: () => ({ zh: '结果不随投入增加', en: 'the results do not rise with the spend' }),
}
