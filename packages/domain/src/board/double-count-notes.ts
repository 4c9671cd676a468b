import { isManualSource } from '../metrics/manual-source.ts'
import { doubleCountText, type NamedDoubleCount } from '../metrics/double-count-text.ts'
import type { ReportLocale } from '../review/document/report-input.ts'
import type { ReportBlock } from '../review/report-document.ts'
import { BOARD_WORDS } from './board-words.ts'

/** Below the figures of a document: which of them two sources report, while nobody has said which one counts. */
export function doubleCountNotes(items: readonly NamedDoubleCount[], locale: ReportLocale): ReportBlock[] {
  const nameOf = (source: string) => (isManualSource(source) ? BOARD_WORDS[locale].byHand : source)
  return items.map((item) => ({
    kind: 'paragraph',
    spans: [
      {
        text: doubleCountText(
          { ...item, firstName: nameOf(item.firstName), secondName: nameOf(item.secondName) },
          locale,
        ),
      },
    ],
  }))
}
