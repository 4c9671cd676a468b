import type { ReportBlock } from '../report-document.ts'
import type { RetrospectiveInput } from './document-input.ts'
import { DOCUMENT_WORDS } from './document-words.ts'
import { cells, paragraph, type ReportContext } from './report-context.ts'
import { NO_FIGURE } from './report-format.ts'
import { RETROSPECTIVE_WORDS } from './retrospective-words.ts'

/** 5-Why chains (worked example 10): what was asked on, the cause, and what is done against it. */
export function retrospectiveCauses(
  { rootCauses }: RetrospectiveInput,
  context: ReportContext,
): ReportBlock[] {
  const { locale } = context
  const say = RETROSPECTIVE_WORDS[locale].causes
  const chains = rootCauses ?? []
  if (chains.length === 0) return [paragraph(say.none)]
  const titles = DOCUMENT_WORDS[locale].columns
  const columns = [
    { title: titles.problem, weight: 4 },
    { title: titles.whys, weight: 7 },
    { title: titles.cause, weight: 4 },
    { title: titles.measure, weight: 4.5 },
    { title: titles.prevention, weight: 4.5 },
    context.column('owner', 'left', 2.8),
  ]
  const rows = chains.map(({ name, answers, cause, corrective, preventive, owner, dueDate }) => ({
    cells: cells(
      { text: name, bold: true },
      answers.length === 0 ? NO_FIGURE : answers.map((one, index) => say.step(index + 1, one)).join('\n'),
      cause ?? NO_FIGURE,
      corrective ?? NO_FIGURE,
      preventive ?? NO_FIGURE,
      [owner, dueDate].filter((part) => part !== null).join('\n') || NO_FIGURE,
    ),
  }))
  return [context.table(say.caption, columns, rows)]
}
