import { isRetentionMetric } from '../grading/retention.ts'
import { NO_FIGURE } from '../review/document/report-format.ts'
import { REPORT_WORDS } from '../review/document/report-words.ts'
import type { ReportBlock, TableRow } from '../review/report-document.ts'
import { rateCell } from './board-cells.ts'
import { type BoardReportContext, groupName } from './board-report-blocks.ts'

/** Grade, score with its arithmetic, advice, and the share of what the groups contribute. */
export function gradeBlocks({ board, words, locale, cell }: BoardReportContext): ReportBlock[] {
  const rows = board.channels.map(({ channel, grade, contribution, ...bases }): TableRow => {
    const steps = grade.steps.flatMap(({ dimension }) => {
      const base = bases[dimension]
      if (base === null) return []
      const { metric } = base
      const text = (value: number | null) =>
        (isRetentionMetric(metric) ? rateCell(value) : cell(metric, value)).text
      return [
        words.step(
          words.gradeDimension[dimension],
          isRetentionMetric(metric) ? words.retention[metric] : words.metric[metric],
          text(base.actual),
          words.base[base.kind],
          text(base.base),
        ),
      ]
    })
    return {
      cells: [
        { text: groupName(channel, words) },
        { text: grade.grade ?? words.gap(grade.gap, cell('conversions', grade.conversions).text) },
        rateCell(grade.score),
        { text: steps.length === 0 ? NO_FIGURE : steps.join(REPORT_WORDS[locale].clauseEnd) },
        { text: words.advise[grade.change] },
        rateCell(contribution.share),
      ],
    }
  })
  return [
    {
      kind: 'table',
      columns: [
        { title: words.dimension[board.dimension] },
        { title: words.grade, align: 'center' },
        { title: words.score, align: 'right' },
        { title: words.arithmetic },
        { title: words.advice },
        { title: words.share(words.metric[board.contributionOf]), align: 'right' },
      ],
      rows,
      ...(board.omitted > 0 ? { note: words.omitted(String(board.omitted)) } : {}),
    },
  ]
}
