import type { Fen } from '../../money/fen.ts'
import type { LocalDate } from '../../calendar/local-date.ts'
import { addDays } from '../../calendar/date-arithmetic.ts'
import { completeValues } from '../plan-draft.ts'
import type { RecordDraft } from '../plan-draft.ts'
import { say } from '../templates/kpi-target.ts'
import type { DraftLocale } from '../templates/kpi-target.ts'
import type { Wording } from '../templates/template.ts'
import { SAMPLE_CHANNELS, yuan } from './channels.ts'
import type { SampleChannel } from './channels.ts'
import { SPENDINGS } from './spending.ts'
import { SAMPLE_TASKS } from './tasks.ts'

/** Total of the sample; a tenth of it is the reserve. */
export const SAMPLE_TOTAL: Fen = yuan(900_000)
export const SAMPLE_RESERVE: Fen = yuan(90_000)

const PEOPLE: Readonly<Record<SampleChannel, readonly [people: Wording, expected: Wording]>> = {
  notes: [
    ['3(内容2+运营1)', '3 (content 2 + operations 1)'],
    ['互动率≥5%', 'engagement rate ≥ 5%'],
  ],
  feed: [
    ['2(投放1+设计1)', '2 (media 1 + design 1)'],
    ['点击率≥2%,转化率≥1%', 'CTR ≥ 2%, CVR ≥ 1%'],
  ],
  groups: [
    ['2(用户运营2)', '2 (customer operations 2)'],
    ['转化成本≤60元', 'CPA ≤ ¥60'],
  ],
  live: [
    ['4(渠道2+主播2)', '4 (channel 2 + hosts 2)'],
    ['投产比≥1:4', 'ROAS ≥ 1:4'],
  ],
  offline: [
    ['2(活动执行2)', '2 (event crew 2)'],
    ['每场参与家庭≥25家', 'each session families ≥ 25'],
  ],
}

/** What the tasks of a channel may spend. */
export function channelBudget(channel: SampleChannel): Fen {
  return SAMPLE_TASKS.reduce(
    (sum, task) => (task.channel === channel ? sum + yuan(task.budget ?? 0) : sum),
    0,
  )
}

/** What they have spent: the ledger's side of the same rows that make the effect table. */
export function channelSpent(channel: SampleChannel): Fen {
  return SPENDINGS.reduce(
    (sum, spending) => (spending.channel === channel ? sum + yuan(spending.cost) : sum),
    0,
  )
}

const CHANNELS = Object.keys(SAMPLE_CHANNELS) as readonly SampleChannel[]

/** A budget line for each channel, and the reserve. */
export function sampleBudgetLines(locale: DraftLocale): readonly RecordDraft<'budget_line'>[] {
  const lines = CHANNELS.map((channel): RecordDraft<'budget_line'> => {
    const budget = channelBudget(channel)
    const values = {
      name: say(SAMPLE_CHANNELS[channel], locale),
      category: say(['渠道', 'Channel'], locale),
      share: budget / SAMPLE_TOTAL,
      budget,
      spent: channelSpent(channel),
    }
    return { key: channel, values: completeValues('budget_line', values) }
  })
  const reserve = {
    name: say(['应急储备金', 'Emergency reserve'], locale),
    share: SAMPLE_RESERVE / SAMPLE_TOTAL,
    budget: SAMPLE_RESERVE,
    spent: 0,
    isReserve: true,
  }
  return [...lines, { key: 'reserve', values: completeValues('budget_line', reserve) }]
}

/** Strategies with their resources, one for each channel, over the span of its tasks. */
export function sampleAllocations(
  start: LocalDate,
  locale: DraftLocale,
): readonly RecordDraft<'allocation'>[] {
  return CHANNELS.map((channel) => {
    const tasks = SAMPLE_TASKS.filter((task) => task.channel === channel)
    const [people, expected] = PEOPLE[channel]
    const name = say(SAMPLE_CHANNELS[channel], locale)
    return {
      key: channel,
      values: completeValues('allocation', {
        strategy: name,
        budget: channelBudget(channel),
        people: say(people, locale),
        channel: name,
        startDate: addDays(start, Math.min(...tasks.map((task) => task.planned[0]))),
        endDate: addDays(start, Math.max(...tasks.map((task) => task.planned[1]))),
        expected: say(expected, locale),
      }),
    }
  })
}
