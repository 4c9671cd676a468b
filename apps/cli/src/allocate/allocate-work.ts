import { allocate } from '@yingce/domain/allocation/allocate'
import { AllocationRefusal, type Allocation } from '@yingce/domain/allocation/allocation-request'
import { leastBudgetFor } from '@yingce/domain/allocation/least-budget'
import type { LongWork } from '@yingce/domain/computation/long-work'
import { isExtrapolated } from '@yingce/domain/response/fit-curve'
import { JsonFields, type JsonFile } from '../input/json-fields.ts'
import { locateJson } from '../input/locate-json.ts'
import type { ThreadWork } from '../long-work/run-in-thread.ts'
import { Refusal } from '../refusal.ts'
import { fillWords } from '../words/problem-words.ts'
import { ALLOCATION_WORDS, fieldOf } from './allocation-words.ts'
import { readRequest, type ReadRequest } from './read-request.ts'

export interface AllocationJson {
  readonly allocation: readonly {
    readonly name: string
    readonly amount: number
    readonly response: number
    /** null = infinite: √x and x^p at 0. */
    readonly marginal: number | null
    readonly at: string
    readonly fit?: {
      readonly r2: number
      readonly n: number
      readonly extrapolated: boolean
      readonly atEdge: boolean
    }
  }[]
  readonly spent: number
  readonly unspent: number
  readonly response: number
  readonly marginal: number | null
  readonly possibleGain?: number
}

/** Reads an allocation file and computes it. */
export const work: ThreadWork<JsonFile, AllocationJson> = (file, long) => {
  const request = readRequest(JsonFields.ofFile(file))
  try {
    return allocationJson(request, answer(request, long))
  } catch (error) {
    if (!(error instanceof AllocationRefusal)) throw error
    const { code, channel, params } = error
    const field = fieldOf(code)
    const name = channel === null ? '' : (request.channels[channel]?.name ?? '')
    const words = Object.fromEntries(Object.entries(params).map(([key, value]) => [key, plain(value)]))
    throw new Refusal(code, fillWords(ALLOCATION_WORDS[code][file.language], { name, ...words }), {
      file: file.path,
      ...locateJson(file.text, channel === null ? [field] : ['channels', channel, field]),
    })
  }
}

function answer({ budget, channels, target, unitsPerOne }: ReadRequest, long: LongWork): Allocation {
  if (target !== null) return leastBudgetFor(target, { budget, channels, unitsPerOne }, long)
  return allocate({ budget: budget ?? 0, channels, unitsPerOne }, long)
}

function allocationJson({ budget, fits }: ReadRequest, found: Allocation): AllocationJson {
  return {
    allocation: found.channels.map((channel, index) => {
      const fit = fits[index] ?? null
      return {
        name: channel.name,
        amount: channel.amount,
        response: channel.response,
        marginal: finite(channel.marginal),
        at: channel.at,
        ...(fit === null
          ? {}
          : {
              fit: {
                r2: fit.r2,
                n: fit.n,
                extrapolated: isExtrapolated(fit, channel.amount),
                atEdge: fit.isAtEdge,
              },
            }),
      }
    }),
    spent: found.spent,
    unspent: budget === null ? found.unspent : plain(budget - found.spent),
    response: found.response,
    marginal: finite(found.marginal),
    ...(found.possibleGain > 0 ? { possibleGain: found.possibleGain } : {}),
  }
}

function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null
}

/** Without the dust of a binary subtraction. */
function plain(value: number): number {
  return Math.round(value * 1e6) / 1e6
}
