import type { ReportTone, TextSpan } from '@yingce/domain/review/report-document'
import { TextRun } from 'docx'
import { TONE_TEXT } from './report-style.ts'

/** Text without characters XML cannot hold; line breaks stay. */
export function documentText(text: string): string {
  // eslint-disable-next-line no-control-regex -- these are the characters XML 1.0 forbids
  return text.toWellFormed().replaceAll(/\r\n?/g, '\n').replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
}

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
  return documentText(text)
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
  return spans.flatMap(span =>
    runsOf(span.text, { ...(span.bold === undefined ? {} : { bold: span.bold }), ...(span.tone === undefined ? {} : { tone: span.tone }) }),
  )
}
