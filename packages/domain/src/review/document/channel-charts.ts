import type { EffectRatios } from '../effect-analysis.ts'
import type { ChartBlock } from '../report-document.ts'
import type { ReportContext } from './report-context.ts'

/** Fewer days make no line. */
const LEAST_DAYS = 3

function roasChart(
  lines: readonly { readonly name: string; readonly ratios: EffectRatios }[],
  { words, format, figureCaption }: ReportContext,
): ChartBlock[] {
  const known = lines
    .flatMap(({ name, ratios }) => (ratios.roas.value === null ? [] : [{ name, roas: ratios.roas.value }]))
    .toSorted((a, b) => b.roas - a.roas)
  const [best] = known
  if (known.length < 2 || best === undefined) return []
  return [
    {
      kind: 'chart',
      caption: figureCaption(words.channels.roasChart),
      chart: 'bar',
      categories: known.map(({ name }) => name),
      series: [{ name: 'ROAS', values: known.map(({ roas }) => Math.round(roas * 100) / 100) }],
      numberFormat: '0.00',
      heightCm: Math.min(10, 2 + known.length * 0.9),
      alternativeText: words.channels.best(best.name, format.ratio(best.roas)),
    },
  ]
}

/** "5/16", then "17": the month stands where it begins, so that thirty labels fit. */
function dayLabel(day: string, before: string | null): string {
  const [, month = '', date = ''] = day.split('-')
  const isSameMonth = before !== null && before.slice(0, 7) === day.slice(0, 7)
  return isSameMonth ? String(Number(date)) : `${Number(month)}/${Number(date)}`
}

function dailyCharts({ board, words, format, figureCaption }: ReportContext): ChartBlock[] {
  const { daily } = board
  const spending = daily.filter(({ cost }) => cost !== null)
  const clicking = daily.flatMap(({ ctr }) => (ctr === null ? [] : [ctr]))
  const categories = daily.map(({ day }, index) => dayLabel(day, daily[index - 1]?.day ?? null))
  const peak = spending.toSorted((a, b) => (b.cost ?? 0) - (a.cost ?? 0))[0]
  return [
    ...(spending.length < LEAST_DAYS || peak === undefined
      ? []
      : [
          {
            kind: 'chart' as const,
            caption: figureCaption(words.channels.costChart),
            chart: 'column' as const,
            categories,
            series: [
              {
                name: words.columns.cost,
                values: daily.map(({ cost }) => (cost === null ? null : cost / 100)),
              },
            ],
            numberFormat: '#,##0',
            heightCm: 5.5,
            alternativeText: words.channels.peak(peak.day, format.money(peak.cost)),
          },
        ]),
    ...(clicking.length < LEAST_DAYS
      ? []
      : [
          {
            kind: 'chart' as const,
            caption: figureCaption(words.channels.ctrChart),
            chart: 'line' as const,
            categories,
            series: [{ name: words.columns.ctr, values: daily.map(({ ctr }) => ctr) }],
            numberFormat: '0.0%',
            heightCm: 5.5,
            alternativeText: words.channels.ctrRange(
              format.percent(Math.min(...clicking)),
              format.percent(Math.max(...clicking)),
            ),
          },
        ]),
  ]
}

/** ROAS by channel, and spend and CTR by day where there are daily figures. */
export function channelCharts(
  lines: readonly { readonly name: string; readonly ratios: EffectRatios }[],
  context: ReportContext,
): readonly ChartBlock[] {
  return [...roasChart(lines, context), ...dailyCharts(context)]
}
