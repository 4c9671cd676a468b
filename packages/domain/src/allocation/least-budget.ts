import { checkIn } from '../computation/long-work.ts'
import type { LongWork } from '../computation/long-work.ts'
import { responseAt } from '../response/curve.ts'
import { allocate } from './allocate.ts'
import { AllocationRefusal } from './allocation-request.ts'
import type { Allocation, AllocationChannel, AllocationRequest } from './allocation-request.ts'

/** Halvings that find one unit among the largest whole number. */
const MOST_ROUNDS = 53

/**
 * The smallest budget whose best allocation reaches a target response, and that allocation: one unit less
 * does not reach it.
 *
 * @param request its budget is the most that may be spent; null = any sum
 * @throws AllocationRefusal when no budget, or none within the limit, reaches the target
 */
export function leastBudgetFor(
  target: number,
  request: Omit<AllocationRequest, 'budget'> & { readonly budget: number | null },
  long: LongWork = {},
): Allocation {
  const { channels, unitsPerOne } = request
  const most = channels.reduce((sum, channel) => sum + mostOf(channel), 0)
  // A saturating curve comes as close to its limit as one likes, but does not reach it.
  const isReachable = channels.every(isBounded) ? most >= target : most > target
  if (!isReachable) throw new AllocationRefusal('target_out_of_reach', null, { target, most })
  const part: LongWork = { signal: long.signal }
  const at = (units: number): Allocation => allocate({ ...request, budget: units / unitsPerOne }, part)
  let enough = leastUnits(channels, unitsPerOne)
  let answer = at(enough)
  let tooLittle = enough - 1
  for (let reach = unitsPerOne; answer.response < target; reach *= 2) {
    const isFull =
      channels.every(isBounded) &&
      answer.channels.every(({ at: place }) => place === 'max' || place === 'locked')
    if (isFull || enough + reach > Number.MAX_SAFE_INTEGER)
      throw new AllocationRefusal('target_out_of_reach', null, { target, most: answer.response })
    tooLittle = enough
    enough += reach
    answer = at(enough)
  }
  for (let round = 0; enough - tooLittle > 1; round++) {
    checkIn(long, round / MOST_ROUNDS)
    const middle = tooLittle + Math.floor((enough - tooLittle) / 2)
    const tried = at(middle)
    if (tried.response >= target) {
      enough = middle
      answer = tried
    } else tooLittle = middle
  }
  if (request.budget !== null && answer.spent > request.budget)
    throw new AllocationRefusal('target_over_budget', null, {
      target,
      needed: answer.spent,
      budget: request.budget,
    })
  return answer
}

/** What a channel can bring at most. */
function mostOf(channel: AllocationChannel): number {
  const { curve, max, locked } = channel
  const largest = locked ?? max
  if (largest !== null) return responseAt(curve, largest)
  return curve.form === 'hill' ? curve.coef : Infinity
}

function isBounded({ locked, max }: AllocationChannel): boolean {
  return (locked ?? max) !== null
}

/** What the request spends in any case; steps may lift the least amounts by one step. */
function leastUnits(channels: readonly AllocationChannel[], unitsPerOne: number): number {
  return channels.reduce((sum, { min, locked, step }) => {
    if (locked !== null) return sum + Math.round(locked * unitsPerOne)
    const hop = step === null ? 1 : Math.max(1, Math.round(step * unitsPerOne))
    return sum + Math.ceil((min * unitsPerOne - 1e-6) / hop) * hop
  }, 0)
}
