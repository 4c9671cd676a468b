import { createSamplePlan } from '@yingce/contracts/plan/plan'
import type { Person } from './person.ts'
import type { Locale } from './words.ts'

/** The sample plan afresh, so that no story meets another's edits; @returns its id */
export async function samplePlan(owner: Person, locale: Locale = 'zh-CN'): Promise<string> {
  return (await owner.call(createSamplePlan, { body: { locale } })).id
}
