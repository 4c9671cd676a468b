import type { ReportBlock, TableCell, TableColumn } from '../review/report-document.ts'
import { rateCell } from './board-cells.ts'
import type { BoardMetric } from './board-metric.ts'
import { type BoardReportContext, groupName } from './board-report-blocks.ts'
import type { ReportedBoard } from './reported-board.ts'

type Funnel = ReportedBoard['funnel']['total']

/** The biggest loss as a sentence, counts and rates by group, and the steps of all as columns. */
export function funnelBlocks({ board, words, cell }: BoardReportContext): ReportBlock[] {
  const { channels, total, biggestLoss } = board.funnel
  const names = total.steps.map(({ name }) => words.metric[name as BoardMetric])
  const columns: TableColumn[] = [
    { title: words.dimension[board.dimension] },
    ...names.flatMap((name, index): TableColumn[] => [
      ...(index === 0 ? [] : [{ title: words.fromBefore(name), align: 'right' as const }]),
      { title: name, align: 'right' },
    ]),
    { title: words.overall, align: 'right' },
  ]
  const line = (name: string, { steps, overallRate }: Funnel): TableCell[] => [
    { text: name },
    ...steps.flatMap(({ count, stepRate }, index) => [
      ...(index === 0 ? [] : [rateCell(stepRate)]),
      cell('impressions', count),
    ]),
    rateCell(overallRate),
  ]
  const at = total.steps.findIndex(({ name }) => name === biggestLoss?.step.name)
  return [
    ...(biggestLoss === null || biggestLoss.step.lost === null
      ? []
      : [
          {
            kind: 'paragraph' as const,
            spans: [
              {
                text: words.loss(
                  groupName(biggestLoss.channel, words),
                  names[at - 1] ?? '',
                  names[at] ?? '',
                  rateCell(biggestLoss.step.dropRate).text,
                  cell('impressions', biggestLoss.step.lost).text,
                ),
              },
            ],
          },
        ]),
    {
      kind: 'table',
      columns,
      rows: [
        ...channels.map(({ channel, funnel }) => ({ cells: line(groupName(channel, words), funnel) })),
        { kind: 'total', cells: line(words.total, total) },
      ],
      ...(board.omitted > 0 ? { note: words.omitted(String(board.omitted)) } : {}),
    },
    {
      kind: 'chart',
      chart: 'bar',
      categories: names,
      series: [{ name: words.total, values: total.steps.map(({ count }) => count) }],
      numberFormat: '#,##0',
      heightCm: 4.5,
      alternativeText: `${words.overall} ${rateCell(total.overallRate).text}`,
    },
  ]
}
