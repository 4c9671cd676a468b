import { DEFAULT_SCHEDULE_POLICY, type SchedulePolicy } from '@yingce/domain/schedule/schedule-network'
import type { Language } from '../language.ts'
import { Refusal } from '../refusal.ts'

const VALUES: Readonly<Record<Exclude<keyof SchedulePolicy, 'criticalSlackMinutes'>, readonly string[]>> = {
  beforeProjectStart: ['clip', 'allow'],
  dateConstraints: ['honour', 'report'],
  lagCalendar: ['successor', 'predecessor', 'project'],
  openEnds: ['project-finish', 'own-finish'],
  alap: ['total', 'free'],
  outOfSequence: ['override', 'retained'],
}

/** Every policy with its values, the default first: "alap=total|free …". */
export const POLICY_LIST = [
  ...Object.entries(VALUES).map(([name, values]) => `${name}=${values.join('|')}`),
  `criticalSlackMinutes=${DEFAULT_SCHEDULE_POLICY.criticalSlackMinutes}`,
].join('  ')

/**
 * "alap=free,openEnds=own-finish" as the policies it names.
 *
 * @throws Refusal `usage` for a name or a value that is not known, with those that are
 */
export function readPolicy(text: string, language: Language): Partial<SchedulePolicy> {
  const policy: Record<string, string | number> = {}
  for (const part of text.split(',').filter((one) => one.trim() !== '')) {
    const [name = '', value = ''] = part.trim().split('=')
    const values = Object.entries(VALUES).find(([known]) => known === name)?.[1]
    const minutes = name === 'criticalSlackMinutes' && /^\d+$/.test(value) ? Number(value) : null
    if (minutes === null && values?.includes(value) !== true)
      throw new Refusal('usage', language === 'zh' ? `没有这个口径：${part}` : `unknown policy: ${part}`, {
        advice: POLICY_LIST,
      })
    policy[name] = minutes ?? value
  }
  return policy as Partial<SchedulePolicy>
}
