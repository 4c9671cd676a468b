import type { AllocationRefusalCode } from '@yingce/domain/allocation/allocation-request'
import type { Words } from '../language.ts'

/** Why a request cannot be met; figures in the unit of the file. */
export const ALLOCATION_WORDS: Readonly<Record<AllocationRefusalCode, Words>> = {
  min_over_max: {
    zh: '{name} 的下限 {min} 高于上限 {max}',
    en: 'the min {min} of {name} is above its max {max}',
  },
  locked_under_min: {
    zh: '{name} 锁定的 {locked} 低于下限 {min}',
    en: 'the locked {locked} of {name} is below its min {min}',
  },
  locked_over_max: {
    zh: '{name} 锁定的 {locked} 高于上限 {max}',
    en: 'the locked {locked} of {name} is above its max {max}',
  },
  no_step_in_bounds: {
    zh: '{name} 在 {min} 与 {max} 之间没有 {step} 的整数倍',
    en: 'no multiple of the step {step} of {name} lies between {min} and {max}',
  },
  min_over_budget: {
    zh: '各渠道下限与锁定金额合计 {least}，超出预算 {budget}，差 {missing}',
    en: 'the least and locked amounts are {least} together, above the budget of {budget} by {missing}',
  },
  target_out_of_reach: {
    zh: '目标 {target} 达不到：各渠道到上限最多 {most}',
    en: 'the target {target} is out of reach: the channels bring {most} at most',
  },
  target_over_budget: {
    zh: '目标 {target} 需要 {needed}，超出预算 {budget}',
    en: 'the target {target} needs {needed}, more than the budget of {budget}',
  },
}

/** The field of the file that is to be changed. */
export function fieldOf(code: AllocationRefusalCode): string {
  switch (code) {
    case 'min_over_max':
      return 'min'
    case 'locked_under_min':
    case 'locked_over_max':
      return 'locked'
    case 'no_step_in_bounds':
      return 'step'
    case 'min_over_budget':
      return 'budget'
    case 'target_out_of_reach':
    case 'target_over_budget':
      return 'target'
  }
}
