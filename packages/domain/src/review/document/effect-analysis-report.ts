import { effectRatios, effectTotals } from '../effect-analysis.ts'
import type {
  CalculatedColumn,
  ReportBlock,
  ReportDocument,
  TableCell,
  TableRow,
} from '../report-document.ts'
import { readStatedStatus, statedStatusDiffers } from '../stated-status.ts'
import { channelCharts } from './channel-charts.ts'
import { effectAdvice } from './effect-advice.ts'
import { EFFECT_WORDS } from './effect-words.ts'
import type { EffectAnalysisInput } from './document-input.ts'
import { documentOf } from './document-section.ts'
import { cells, paragraph, type ReportContext, reportContext, SUM } from './report-context.ts'
import { NO_FIGURE } from './report-format.ts'
import type { ReportEffectRow, ReportLocale } from './report-input.ts'
import { STATUS_TONES } from './target-section.ts'
import { effectsByChannel } from '../effect-analysis.ts'

/** Places of the columns in the table, for what is calculated of them. */
const AT = { impressions: 2, clicks: 3, conversions: 5, cost: 7, revenue: 9 } as const

const ratio = (of: keyof typeof AT, by: keyof typeof AT): CalculatedColumn => ({
  kind: 'ratio',
  of: AT[of],
  by: AT[by],
})

/**
 * 推广效果分析表 (T3, R1): every row computed, its status against the target of that channel and
 * content, advice per row, and a total by sums. What a sheet calls "ROI" is named by its arithmetic:
 * the column here is ROAS, revenue / cost. Sections: `summary`, `table`, `charts`, `method`.
 */
export function effectAnalysisReport(
  input: EffectAnalysisInput,
  { locale }: { readonly locale: ReportLocale },
): ReportDocument {
  const context = reportContext(input.board, locale)
  const say = EFFECT_WORDS[locale]
  const rows = input.board.effect?.rows ?? []
  const sections =
    rows.length === 0
      ? [{ id: 'table', heading: say.headings.table, blocks: [paragraph(context.words.channels.none)] }]
      : [
          { id: 'summary', heading: say.headings.summary, blocks: summary(rows, context) },
          { id: 'table', heading: say.headings.table, blocks: [effectTable(input, rows, context)] },
          { id: 'charts', heading: say.headings.charts, blocks: charts(rows, context) },
          { id: 'method', heading: say.headings.method, blocks: method(context) },
        ]
  return documentOf(context, input, { title: say.analysisTitle, orientation: 'landscape' }, sections)
}

function summary(
  rows: readonly ReportEffectRow[],
  { board, locale, words, format }: ReportContext,
): ReportBlock[] {
  const say = EFFECT_WORDS[locale]
  const totals = effectTotals(rows)
  const { ctr, cvr, cpa, roas, roi } = effectRatios(rows)
  const ranked = rows
    .flatMap((row) => {
      const { value } = effectRatios([row]).roas
      return value === null ? [] : [{ name: nameOf(row), roas: value }]
    })
    .toSorted((a, b) => b.roas - a.roas)
  const [best, worst] = [ranked[0], ranked.at(-1)]
  const figure = (label: string, cell: TableCell, note?: string) => ({
    label,
    value: cell.text,
    ...(cell.number === undefined ? {} : { number: cell.number }),
    ...(note === undefined ? {} : { note }),
  })
  return [
    {
      kind: 'keyFigures',
      figures: [
        figure(words.columns.cost, format.cell.money(totals.cost)),
        figure(words.columns.sales, format.cell.money(totals.revenue)),
        figure(
          words.columns.roas,
          format.cell.ratio(roas.value),
          words.roiOf(format.ratio(roi.value), board.effect?.revenueIs ?? 'stated'),
        ),
        figure(
          words.columns.cpa,
          format.cell.unitMoney(cpa.value),
          say.conversions(format.count(totals.conversions)),
        ),
        figure(
          words.columns.ctr,
          format.cell.percent(ctr.value),
          `${words.columns.cvr} ${format.percent(cvr.value)}`,
        ),
      ],
    },
    ...(best === undefined || worst === undefined || best.roas === worst.roas
      ? []
      : [
          paragraph(
            say.bestAndWorst(best.name, format.ratio(best.roas), worst.name, format.ratio(worst.roas)),
          ),
        ]),
  ]
}

function nameOf({ channel, content }: ReportEffectRow): string {
  return content === null || content === channel ? channel : `${channel} · ${content}`
}

function effectTable(
  { judged }: EffectAnalysisInput,
  rows: readonly ReportEffectRow[],
  context: ReportContext,
): ReportBlock {
  const { locale, words } = context
  const say = EFFECT_WORDS[locale]
  const { columns: titles } = words
  const right = (title: string, weight: number, calculated?: CalculatedColumn) => ({
    title,
    align: 'right' as const,
    weight,
    ...(calculated === undefined ? {} : { calculated }),
  })
  const columns = [
    { title: titles.channel, weight: 3.2 },
    { title: say.content, weight: 4 },
    right(titles.impressions, 3.1, SUM),
    right(titles.clicks, 2.6, SUM),
    right(titles.ctr, 2.1, ratio('clicks', 'impressions')),
    right(titles.conversions, 2.1, SUM),
    right(titles.cvr, 2.1, ratio('conversions', 'clicks')),
    right(titles.cost, 2.9, SUM),
    right(titles.cpa, 2.5, ratio('cost', 'conversions')),
    right(titles.sales, 3.1, SUM),
    right(titles.roas, 1.9, ratio('revenue', 'cost')),
    { title: say.status, align: 'center' as const, weight: 2.6 },
    { title: titles.advice, weight: 6 },
  ]
  const total = effectRatios(rows)
  const body = rows.map((row, index): TableRow => {
    const { status = null, statedStatus = null } = judged?.[index] ?? {}
    return {
      cells: cells(
        row.channel,
        row.content ?? NO_FIGURE,
        ...figureCells([row], context),
        statusCell(status, statedStatus, context),
        row.advice ?? { text: effectAdvice(row, total, context), tone: 'muted' },
      ),
    }
  })
  const sum: TableRow = {
    kind: 'total',
    cells: cells(words.total, '', ...figureCells(rows, context), '', ''),
  }
  return context.table(say.tableCaption, columns, [...body, sum], say.tableNote)
}

function figureCells(rows: readonly ReportEffectRow[], { format: { cell } }: ReportContext): TableCell[] {
  const totals = effectTotals(rows)
  const { ctr, cvr, cpa, roas } = effectRatios(rows)
  return [
    cell.count(totals.impressions),
    cell.count(totals.clicks),
    cell.percent(ctr.value),
    cell.count(totals.conversions),
    cell.percent(cvr.value),
    cell.money(totals.cost),
    cell.unitMoney(cpa.value),
    cell.money(totals.revenue),
    cell.ratio(roas.value),
  ]
}

/** The computed status; a stated one stands alone without a target, and beside it where the two differ. */
function statusCell(
  computed: keyof typeof STATUS_TONES | null,
  stated: string | null,
  { locale, words }: ReportContext,
): TableCell {
  const say = EFFECT_WORDS[locale]
  if (computed === null || computed === 'no_data' || computed === 'target_unclear') {
    const read = readStatedStatus(stated)
    if (stated === null) return { text: computed === null ? NO_FIGURE : words.status[computed] }
    return { text: say.stated(stated), ...(read === null ? {} : { tone: STATUS_TONES[read] }) }
  }
  const text = words.status[computed]
  return {
    text: statedStatusDiffers(stated, computed) && stated !== null ? `${text}\n${say.stated(stated)}` : text,
    tone: STATUS_TONES[computed],
  }
}

function charts(rows: readonly ReportEffectRow[], context: ReportContext): readonly ReportBlock[] {
  return channelCharts(
    effectsByChannel(rows).map(({ channel, ratios }) => ({ name: channel, ratios })),
    context,
  )
}

function method({ board, words }: ReportContext): ReportBlock[] {
  const items = words
    .method(board.effect?.revenueIs ?? 'stated')
    .slice(0, 3)
    .map((text) => [{ text, tone: 'muted' as const }])
  return [{ kind: 'list', ordered: false, items }]
}
