import type { ReportBlock, TableColumn, TableRow } from '../report-document.ts'
import type { WeekFigures, WeeklyReportInput } from './document-input.ts'
import { DOCUMENT_WORDS } from './document-words.ts'
import { cells, paragraph, type ReportContext, SUM } from './report-context.ts'
import { targetTables } from './target-section.ts'
import { weekTargetTable } from './week-targets.ts'
import { weeklyFacts } from './weekly-facts.ts'
import { WEEKLY_WORDS } from './weekly-words.ts'

/** Spend against plan by day (worked example 8): the chart, and its figures with their sums. */
export function weeklySpend(input: WeeklyReportInput, context: ReportContext): ReportBlock[] {
  const { days, spentFrom } = input
  const { locale, format, words } = context
  const say = WEEKLY_WORDS[locale]
  const titles = DOCUMENT_WORDS[locale].columns
  if (days.every(({ spent, planned }) => spent === null && planned === null)) return [paragraph(say.noSpend)]
  const { differences, until, isPartial, spent, planned, difference } = weeklyFacts(input)
  const peak = days.toSorted((a, b) => (b.spent ?? 0) - (a.spent ?? 0))[0]
  const yuan = (fen: number | null): number | null => (fen === null ? null : fen / 100)
  const hasPlan = days.some(({ planned }) => planned !== null)
  const row = (
    name: string,
    spent: number | null,
    planned: number | null,
    difference: number | null,
    kind: 'body' | 'total',
  ): TableRow => {
    return {
      kind,
      cells: cells(name, format.cell.money(planned), format.cell.money(spent), {
        ...format.cell.money(difference),
        ...(difference !== null && difference > 0 ? { tone: 'warning' as const } : {}),
      }),
    }
  }
  // A spreadsheet adds up a column only where every figure in it counts.
  const summed = (of: 'planned' | 'spent'): Pick<TableColumn, 'calculated'> =>
    days.every((day) => day[of] === null || differences.has(day.day)) ? { calculated: SUM } : {}
  const columns = [
    { title: titles.day, weight: 3 },
    { title: titles.planned, align: 'right' as const, weight: 3, ...summed('planned') },
    { title: titles.week, align: 'right' as const, weight: 3, ...summed('spent') },
    context.column('difference', 'right', 3),
  ]
  const notes = [
    ...(spentFrom === 'channels' ? [say.fromChannels] : []),
    ...(isPartial && until !== null ? [say.totalNote(until)] : []),
    ...(spentFrom === 'ledger' && days.some(({ day, spent: of }) => of === null && differences.has(day))
      ? [say.coveredNote]
      : []),
    say.spendNote,
  ]
  return [
    {
      kind: 'chart',
      caption: context.figureCaption(say.captions.spendChart),
      chart: 'column',
      categories: days.map(({ day }) => day.slice(5)),
      series: [
        { name: titles.week, values: days.map((day) => yuan(day.spent)) },
        ...(hasPlan
          ? [{ name: titles.planned, values: days.map((day) => yuan(day.planned)), role: 'target' as const }]
          : []),
      ],
      numberFormat: '#,##0',
      heightCm: 5.5,
      alternativeText: peak === undefined ? say.noSpend : say.chart(peak.day, format.money(peak.spent)),
    },
    context.table(
      say.captions.spend,
      columns,
      [
        ...days.map((day) => row(day.day, day.spent, day.planned, differences.get(day.day) ?? null, 'body')),
        row(
          isPartial && until !== null ? say.totalOf(differences.size) : words.total,
          spent,
          planned,
          difference,
          'total',
        ),
      ],
      words.join(notes),
    ),
  ]
}

/**
 * Attainment this week against target: what facts measure as the week's own, and after it what was filled in, which is
 * the figure to date (worked example 9: 18万 of 20万 is 90 %).
 */
export function weeklyTargets(
  { kpis, weekTargets }: WeeklyReportInput,
  context: ReportContext,
): ReportBlock[] {
  const say = WEEKLY_WORDS[context.locale]
  const begun = kpis.filter(({ status }) => status !== 'not_started')
  const ofWeek = weekTargetTable(weekTargets, context)
  if (begun.length === 0) return ofWeek.length > 0 ? ofWeek : [paragraph(say.noTargets)]
  return [...ofWeek, ...targetTables(begun, context, say.targetNote)]
}

/** The weekly board (worked example 15): exposure, likes a post, CTR, CVR and cost of each channel. */
export function weeklyChannels(
  { channels, allChannels }: WeeklyReportInput,
  context: ReportContext,
): ReportBlock[] {
  const { locale, words } = context
  const say = WEEKLY_WORDS[locale]
  if (channels.length === 0) return [paragraph(say.noChannels)]
  const hasLikes = channels.some(({ meanLikes }) => meanLikes !== null)
  const columns = [
    context.column('channel', 'left', 4),
    context.column('impressions', 'right', 3, SUM),
    ...(hasLikes
      ? [{ title: DOCUMENT_WORDS[locale].columns.likes, align: 'right' as const, weight: 2.4 }]
      : []),
    context.column('ctr', 'right', 2.2),
    context.column('conversions', 'right', 2.4, SUM),
    context.column('cvr', 'right', 2.2),
    context.column('cost', 'right', 3, SUM),
    context.column('cpa', 'right', 2.6),
    context.column('roas', 'right', 2),
  ]
  const rows = channels.map((channel) =>
    channelRow(channel.channel === '' ? say.noChannel : channel.channel, channel, context, {
      kind: 'body',
      likes: hasLikes ? channel.meanLikes : undefined,
    }),
  )
  if (allChannels !== null && channels.length > 1)
    // Likes a post are a mean and have no sum.
    rows.push(
      channelRow(words.total, allChannels, context, { kind: 'total', likes: hasLikes ? null : undefined }),
    )
  const note =
    (allChannels?.revenue ?? null) === null ? say.channelNote : words.join([say.channelNote, say.revenueNote])
  return [context.table(say.captions.channels, columns, rows, note)]
}

/** @param likes absent where the table has no column of them */
function channelRow(
  name: string,
  { impressions, ctr, conversions, cvr, cost, cpa, roas }: WeekFigures,
  { format: { cell } }: ReportContext,
  { kind, likes }: { readonly kind: 'body' | 'total'; readonly likes: number | null | undefined },
): TableRow {
  return {
    kind,
    cells: cells(
      name,
      cell.count(impressions),
      ...(likes === undefined ? [] : [cell.count(likes)]),
      cell.percent(ctr),
      cell.count(conversions),
      cell.percent(cvr),
      cell.money(cost),
      cell.unitMoney(cpa),
      cell.ratio(roas),
    ),
  }
}
