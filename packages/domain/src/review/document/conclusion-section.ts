import { effectRatios, effectsByChannel, effectTotals } from '../effect-analysis.ts'
import type { KeyFigure, ReportBlock, ReportTone } from '../report-document.ts'
import { kpiName, listedNames, type ReportContext } from './report-context.ts'

/** Closer than this many points is "on time". */
const ON_TIME_POINTS = 0.03

/** Weighted progress minus what is due by now; null when either is not known. */
function leadOf({ board }: ReportContext): number | null {
  const { byWeight, expected } = board.progress
  return byWeight.value === null || expected === null ? null : byWeight.value - expected
}

function judgedKpis({ board: { kpiCounts } }: ReportContext): number {
  return kpiCounts.met + kpiCounts.at_risk + kpiCounts.missed
}

/** One line that says how it stands: "7 项指标中 4 项达标；支出在预算内；进度与时间同步". */
function headline(context: ReportContext): { readonly title: string; readonly tone: ReportTone } {
  const { board, words, format } = context
  const say = words.conclusion
  const judged = judgedKpis(context)
  const { met, missed, at_risk: atRisk } = board.kpiCounts
  const { spent, planned } = board.money
  const isOver = spent !== null && planned !== null && spent > planned
  const lead = leadOf(context)
  const isBehind = lead !== null && lead < -ON_TIME_POINTS
  const parts = [
    ...(judged === 0 ? [] : [met === judged ? say.kpisAllMet : say.kpisMet(met, judged)]),
    ...(spent === null || planned === null ? [] : [isOver ? say.overBudget : say.inBudget]),
    ...(lead === null
      ? []
      : [isBehind ? say.behind(format.points(lead)) : lead > ON_TIME_POINTS ? say.ahead : say.onTime]),
  ]
  if (parts.length === 0) return { title: say.noData, tone: 'muted' }
  const isBad = isOver || missed > met
  const isDoubtful =
    missed > 0 || atRisk > 0 || isBehind || board.lateCount > 0 || board.contradictionCount > 0
  return { title: parts.join(words.clauseEnd), tone: isBad ? 'bad' : isDoubtful ? 'warning' : 'good' }
}

function taskSentences(context: ReportContext): string[] {
  const { board, words, format } = context
  if (board.taskCount === 0) return []
  const { byCount, byWeight, expected } = board.progress
  const lead = leadOf(context)
  const isBehind = lead === null || Math.abs(lead) <= ON_TIME_POINTS ? null : lead < 0
  return [
    words.conclusion.tasks(
      board.today,
      String(board.doneCount),
      String(board.taskCount),
      format.percent(byCount.value),
    ),
    ...(lead === null
      ? []
      : [
          words.conclusion.expected(
            format.percent(byWeight.value),
            format.percent(expected),
            isBehind,
            format.points(lead),
          ),
        ]),
  ]
}

function moneySentences({ board: { money }, words, format }: ReportContext): string[] {
  const { spent, planned, remaining, reserve } = money
  if (spent === null) return []
  const say = words.conclusion
  const spending =
    planned === null || planned === 0
      ? say.spentOnly(format.money(spent))
      : spent > planned
        ? say.over(format.money(spent), format.money(planned), format.money(spent - planned))
        : say.money(
            format.money(spent),
            format.money(planned),
            format.percent(spent / planned),
            format.money(remaining),
          )
  return reserve === null || reserve === 0 ? [spending] : [spending, say.reserve(format.money(reserve))]
}

function effectSentences({ board: { effect }, words, format }: ReportContext): string[] {
  if (effect === null) return []
  const say = words.conclusion
  const totals = effectTotals(effect.rows)
  const { cpa, roas, roi } = effectRatios(effect.rows)
  if (totals.cost === null || roas.value === null) return []
  const channels = effectsByChannel(effect.rows).flatMap(({ channel, ratios }) =>
    ratios.roas.value === null ? [] : [{ channel, roas: ratios.roas.value }],
  )
  const sorted = channels.toSorted((a, b) => b.roas - a.roas)
  const [best, worst] = [sorted[0], sorted.at(-1)]
  return [
    say.effect(format.money(totals.cost), format.count(totals.conversions), format.money(totals.revenue)),
    say.returns(
      format.unitMoney(cpa.value),
      format.ratio(roas.value),
      words.roiOf(format.ratio(roi.value), effect.revenueIs ?? 'stated'),
    ),
    ...(best === undefined || worst === undefined || best === worst || best.roas === worst.roas
      ? []
      : [say.bestAndWorst(best.channel, format.ratio(best.roas), worst.channel, format.ratio(worst.roas))]),
  ]
}

function kpiSentences(context: ReportContext): string[] {
  const { board, words } = context
  const { met, at_risk: atRisk, missed, no_data: noData, not_started: notStarted } = board.kpiCounts
  const unclear = board.kpiCounts.target_unclear
  const judged = judgedKpis(context)
  if (judged === 0) return []
  const say = words.conclusion
  const end = noData + notStarted + unclear > 0 ? say.kpisOpen(noData, notStarted, unclear) : ''
  const names = board.kpis.filter(({ status }) => status === 'missed').map((kpi) => kpiName(kpi, words))
  return [
    `${say.kpis(judged, met, atRisk, missed)}${end}${words.sentenceEnd}`,
    ...(names.length === 0 ? [] : [say.missed(listedNames(names, words))]),
  ]
}

function doubtSentences({ board, words }: ReportContext): string[] {
  const longest = board.late.toSorted((a, b) => b.days - a.days)[0]
  return [
    ...(longest === undefined ? [] : [words.conclusion.late(board.lateCount, longest.name, longest.days)]),
    ...(board.contradictionCount === 0 ? [] : [words.conclusion.contradictions(board.contradictionCount)]),
  ]
}

function keyFigures(context: ReportContext): readonly KeyFigure[] {
  const { board, words, format } = context
  const say = words.figures
  const { spent, planned } = board.money
  const { met, missed, at_risk: atRisk } = board.kpiCounts
  const judged = judgedKpis(context)
  const ratios = board.effect === null ? null : effectRatios(board.effect.rows)
  const conversions = board.effect === null ? null : effectTotals(board.effect.rows).conversions
  const lead = leadOf(context)
  return [
    ...(board.taskCount === 0
      ? []
      : [
          {
            label: say.tasks,
            value: `${board.doneCount}/${board.taskCount}`,
            ...(board.progress.byWeight.value === null
              ? {}
              : { note: say.tasksNote(format.percent(board.progress.byWeight.value)) }),
            ...(lead === null
              ? {}
              : { tone: lead < -ON_TIME_POINTS ? ('warning' as const) : ('good' as const) }),
          },
        ]),
    ...(spent === null
      ? []
      : [
          {
            label: say.spent,
            value: format.shortMoney(spent),
            ...(planned === null || planned === 0
              ? {}
              : {
                  note: say.spentNote(format.percent(spent / planned)),
                  ...(spent > planned ? { tone: 'bad' as const } : {}),
                }),
          },
        ]),
    ...(ratios?.roas.value == null
      ? []
      : [
          {
            label: say.roas,
            value: format.ratio(ratios.roas.value),
            note: words.roiOf(format.ratio(ratios.roi.value), board.effect?.revenueIs ?? 'stated'),
          },
        ]),
    ...(ratios?.cpa.value == null
      ? []
      : [
          {
            label: say.cpa,
            value: format.unitMoney(ratios.cpa.value),
            note: say.cpaNote(format.count(conversions)),
          },
        ]),
    ...(judged === 0
      ? []
      : [
          {
            label: say.kpis,
            value: `${met}/${judged}`,
            note: say.kpisNote(missed, atRisk),
            tone: missed > 0 ? ('bad' as const) : atRisk > 0 ? ('warning' as const) : ('good' as const),
          },
        ]),
  ]
}

/** How it stands, in a line, in five figures and in one paragraph made of the data. */
export function conclusionSection(context: ReportContext): readonly ReportBlock[] {
  const { words } = context
  const { title, tone } = headline(context)
  const sentences = [
    ...taskSentences(context),
    ...moneySentences(context),
    ...effectSentences(context),
    ...kpiSentences(context),
    ...doubtSentences(context),
  ]
  const figures = keyFigures(context)
  return [
    context.heading(words.headings.conclusion),
    ...(figures.length === 0 ? [] : [{ kind: 'keyFigures', figures } as const]),
    {
      kind: 'callout',
      tone,
      title,
      spans: [{ text: sentences.length === 0 ? words.conclusion.noData : words.join(sentences) }],
    },
  ]
}
