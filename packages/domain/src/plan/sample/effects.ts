import type { LocalDate } from '../../calendar/local-date.ts'
import { completeValues } from '../plan-draft.ts'
import type { RecordDraft } from '../plan-draft.ts'
import { say } from '../templates/kpi-target.ts'
import type { DraftLocale } from '../templates/kpi-target.ts'
import { SAMPLE_CHANNELS, yuan } from './channels.ts'
import { dailyFacts } from './daily-facts.ts'
import { SPENDINGS } from './spending.ts'

/** One row of the effect table for each spending. */
export function sampleEffects(locale: DraftLocale): readonly RecordDraft<'channel_effect'>[] {
  return SPENDINGS.map((spending) => ({
    key: spending.task,
    values: completeValues('channel_effect', {
      channel: say(SAMPLE_CHANNELS[spending.channel], locale),
      content: say(spending.content, locale),
      impressions: spending.impressions,
      clicks: spending.clicks,
      conversions: spending.conversions,
      cost: yuan(spending.cost),
      revenue: yuan(spending.revenue),
      advice: say(spending.advice, locale),
    }),
  }))
}

/** The thirty days before today, day by day and channel by channel. */
export function sampleFacts(start: LocalDate, locale: DraftLocale): readonly RecordDraft<'metric_fact'>[] {
  return SPENDINGS.flatMap((spending, index) =>
    dailyFacts(spending, index, start).map((figures) => ({
      key: `${spending.task}/${figures.day}`,
      values: completeValues('metric_fact', {
        ...figures,
        channel: say(SAMPLE_CHANNELS[spending.channel], locale),
        content: say(spending.content, locale),
      }),
    })),
  )
}
