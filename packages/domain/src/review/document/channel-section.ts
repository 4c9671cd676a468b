import {
  type EffectRatios,
  type EffectTotals,
  effectRatios,
  effectsByChannel,
  effectTotals,
} from '../effect-analysis.ts'
import type { ReportBlock, TableRow } from '../report-document.ts'
import { channelCharts } from './channel-charts.ts'
import { cells, paragraph, type ReportContext, SUM } from './report-context.ts'
import { NO_FIGURE } from './report-format.ts'
import type { ReportEffectRow } from './report-input.ts'

interface Line {
  readonly name: string
  readonly totals: EffectTotals
  readonly ratios: EffectRatios
}

function trafficRow(
  { name, totals, ratios }: Line,
  { format }: ReportContext,
  kind: 'body' | 'total',
): TableRow {
  return {
    kind,
    cells: cells(
      name,
      format.cell.count(totals.impressions),
      format.cell.count(totals.clicks),
      format.cell.percent(ratios.ctr.value),
      format.cell.count(totals.conversions),
      format.cell.percent(ratios.cvr.value),
    ),
  }
}

function returnRow(
  { name, totals, ratios }: Line,
  { format }: ReportContext,
  kind: 'body' | 'total',
): TableRow {
  return {
    kind,
    cells: cells(
      name,
      format.cell.money(totals.cost),
      format.cell.unitMoney(ratios.cpa.value),
      format.cell.money(totals.revenue),
      format.cell.ratio(ratios.roas.value),
      format.cell.ratio(ratios.roi.value),
    ),
  }
}

function nameOf({ channel, content }: ReportEffectRow): string {
  return content === null || content === channel ? channel : `${channel} · ${content}`
}

/** The single contents, where channels have several or somebody gave advice. */
function contentTable(
  rows: readonly ReportEffectRow[],
  channels: number,
  context: ReportContext,
): ReportBlock[] {
  const { words, format } = context
  const hasAdvice = rows.some(({ advice }) => advice !== null)
  if (rows.length === channels && !hasAdvice) return []
  const columns = [
    context.column('content', 'left', 6),
    context.column('conversions', 'right', 3.4),
    context.column('cost', 'right', 3),
    context.column('cpa', 'right', 3, { kind: 'ratio', of: 2, by: 1 }),
    context.column('roas', 'right', 2),
    ...(hasAdvice ? [context.column('advice', 'left', 8)] : []),
  ]
  const lines = rows.map((row): TableRow => {
    const { cpa, roas } = effectRatios([row])
    const advice = hasAdvice ? [row.advice ?? ''] : []
    return {
      cells: cells(
        nameOf(row),
        format.cell.count(row.conversions),
        format.cell.money(row.cost),
        format.cell.unitMoney(cpa.value),
        format.cell.ratio(roas.value),
        ...advice,
      ),
    }
  })
  return [context.table(words.channels.contents, columns, lines)]
}

function disagreements(rows: readonly ReportEffectRow[], { words, format }: ReportContext): ReportBlock[] {
  const shown = (field: string, value: number | null): string => {
    if (value === null) return NO_FIGURE
    if (field === 'statedCtr' || field === 'statedCvr') return format.percent(value)
    return field === 'statedCpa' ? format.unitMoney(value) : format.ratio(value)
  }
  const items = rows.flatMap((row) =>
    row.disagreements.map(({ field, stated, computed }) => [
      {
        text: words.channels.disagreement(
          nameOf(row),
          words.statedFields[field] ?? field,
          shown(field, stated),
          shown(field, computed),
        ),
      },
    ]),
  )
  if (items.length === 0) return []
  return [
    { kind: 'callout', tone: 'warning', title: words.channels.disagreements, spans: [] },
    { kind: 'list', ordered: false, items },
  ]
}

/** The effect analysis, computed from the counts and the money, with ROAS and ROI named apart. */
export function channelSection(context: ReportContext): readonly ReportBlock[] {
  const { board, words } = context
  const say = words.channels
  const heading = context.heading(words.headings.channels)
  const { effect } = board
  if (effect === null) return [heading, paragraph(say.none), ...channelCharts([], context)]
  const lines = effectsByChannel(effect.rows).map(({ channel, totals, ratios }): Line => ({
    name: channel,
    totals,
    ratios,
  }))
  const total: Line = {
    name: words.total,
    totals: effectTotals(effect.rows),
    ratios: effectRatios(effect.rows),
  }
  const withTotal = (row: typeof trafficRow): TableRow[] => [
    ...lines.map((line) => row(line, context, 'body')),
    ...(lines.length > 1 ? [row(total, context, 'total')] : []),
  ]
  const { statedReturnIs, statedReturnMatches, statedReturnRows } = effect
  const returnNote =
    statedReturnIs === null || statedReturnRows === 0
      ? undefined
      : say.returnIs(statedReturnIs, statedReturnMatches, statedReturnRows)
  const traffic = [
    context.column('channel', 'left', 4),
    context.column('impressions', 'right', 3, SUM),
    context.column('clicks', 'right', 3, SUM),
    context.column('ctr', 'right', 3),
    context.column('conversions', 'right', 3, SUM),
    context.column('cvr', 'right', 3),
  ]
  const returns = [
    context.column('channel', 'left', 4),
    context.column('cost', 'right', 3, SUM),
    context.column('cpa', 'right', 3),
    context.column('sales', 'right', 3, SUM),
    context.column('roas', 'right', 3),
    context.column('roi', 'right', 3),
  ]
  return [
    heading,
    context.table(say.returns, returns, withTotal(returnRow), returnNote),
    context.table(say.traffic, traffic, withTotal(trafficRow), say.ratioNote),
    ...channelCharts(lines, context),
    ...contentTable(effect.rows, lines.length, context),
    ...disagreements(effect.rows, context),
  ]
}
