import type { ReportTone, TextSpan } from '@yingce/domain/review/report-document'
import { TextRun } from 'docx'
import { xmlText } from '../xml-text.ts'
import { TONE_TEXT } from '../report/report-colors.ts'

export interface RunLook {
  readonly bold?: boolean
  readonly tone?: ReportTone
  /** Wins over the tone's. */
  readonly color?: string
  /** In half points. */
  readonly size?: number
}

/** One text as runs, a line break between its lines. */
export function runsOf(text: string, look: RunLook = {}): TextRun[] {
  const color = look.color ?? (look.tone === undefined ? undefined : TONE_TEXT[look.tone])
  return xmlText(text)
    .split('\n')
    .map(
      (line, index) =>
        new TextRun({
          text: line,
          ...(index > 0 ? { break: 1 } : {}),
          ...(look.bold === true ? { bold: true } : {}),
          ...(color === undefined ? {} : { color }),
          ...(look.size === undefined ? {} : { size: look.size }),
        }),
    )
}

export function spanRuns(spans: readonly TextSpan[]): TextRun[] {
  return spans.flatMap((span) =>
    runsOf(span.text, {
      ...(span.bold === undefined ? {} : { bold: span.bold }),
      ...(span.tone === undefined ? {} : { tone: span.tone }),
    }),
  )
}
