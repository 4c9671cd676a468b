import { BUILT_IN_METRICS } from '../metrics/metric-dictionary.ts'
import { isManualSource } from '../metrics/manual-source.ts'
import type { ReportLocale } from '../review/document/report-input.ts'
import { reportFormat } from '../review/document/report-format.ts'
import type { ReportBlock } from '../review/report-document.ts'
import { BOARD_WORDS } from './board-words.ts'

/** A figure that a calibration leaves out, beside the trusted one; money in fen, sources by name. */
export interface ReportedSetAside {
  readonly metric: string
  readonly trusted: string
  readonly other: string
  readonly counted: number
  readonly setAside: number
}

/** Below the figures of a document: which of them come from the trusted source alone, and what the other says. */
export function setAsideNotes(
  items: readonly ReportedSetAside[],
  currency: string,
  locale: ReportLocale,
): ReportBlock[] {
  const words = BOARD_WORDS[locale]
  const format = reportFormat({ money: { currency } }, locale)
  const nameOf = (source: string) => (isManualSource(source) ? words.byHand : source)
  return items.map(({ metric, trusted, other, counted, setAside }) => {
    const definition = BUILT_IN_METRICS.get(metric)
    const text = (value: number) => (definition?.unit === 'money' ? format.money(value) : format.count(value))
    const name = (locale === 'en' ? definition?.en : definition?.zh) ?? metric
    return {
      kind: 'paragraph',
      spans: [{ text: words.setAside(name, nameOf(trusted), text(counted), nameOf(other), text(setAside)) }],
    }
  })
}
