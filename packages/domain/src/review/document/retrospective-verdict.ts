import { effectRatios, effectsByChannel } from '../effect-analysis.ts'
import type { ReportBlock } from '../report-document.ts'
import type { RetrospectiveInput } from './document-input.ts'
import { kpiName, paragraph, type ReportContext } from './report-context.ts'
import type { ReportKpi } from './report-input.ts'
import { RETROSPECTIVE_WORDS } from './retrospective-words.ts'

/** More make no list that is read. */
const MOST_TARGETS = 6
const MOST_LATE = 5

/** What the data confirm as good: targets met, the best channel, phases done within budget. */
export function successes(context: ReportContext): ReportBlock[] {
  const { board, locale, format } = context
  const say = RETROSPECTIVE_WORDS[locale].worked
  const { best } = channelsByReturn(context)
  const items = [
    ...ofStatus(board.kpis, 'met')
      .toSorted((a, b) => (b.attainment ?? 0) - (a.attainment ?? 0))
      .slice(0, MOST_TARGETS)
      .map((kpi) => say.target(...targetWords(kpi, context))),
    ...(best === null ? [] : [say.channel(best.channel, format.ratio(best.roas), format.ratio(best.total))]),
    ...board.phases
      .filter(({ taskCount, doneCount }) => taskCount > 0 && doneCount === taskCount)
      .filter(({ spent, budget }) => spent === null || budget === null || spent <= budget)
      .map(({ name, spent, budget }) =>
        spent === null || budget === null
          ? say.phaseDone(name)
          : say.phase(name, format.money(spent), format.money(budget)),
      ),
    ...(board.taskCount > 0 && board.lateCount === 0 ? [say.noneLate] : []),
  ]
  return listOr(items, say.none)
}

/** What the data show as not good: targets missed, the weakest channel, over budget, late, serious issues. */
export function failures({ issues }: RetrospectiveInput, context: ReportContext): ReportBlock[] {
  const { board, locale, format } = context
  const say = RETROSPECTIVE_WORDS[locale].failed
  const { worst } = channelsByReturn(context)
  const items = [
    ...ofStatus(board.kpis, 'missed')
      .toSorted((a, b) => (a.attainment ?? 0) - (b.attainment ?? 0))
      .slice(0, MOST_TARGETS)
      .map((kpi) => say.target(...targetWords(kpi, context))),
    ...(worst === null
      ? []
      : [say.channel(worst.channel, format.ratio(worst.roas), format.ratio(worst.total))]),
    ...board.phases.flatMap(({ name, spent, budget }) =>
      spent === null || budget === null || spent <= budget
        ? []
        : [say.overBudget(name, format.money(spent), format.money(budget))],
    ),
    ...board.late
      .toSorted((a, b) => b.days - a.days)
      .slice(0, MOST_LATE)
      .map(({ name, days }) => say.late(name, days)),
    ...(issues ?? []).filter(({ severity }) => severity === 'serious').map(({ name }) => say.issue(name)),
  ]
  return listOr(items, say.none)
}

function ofStatus(kpis: readonly ReportKpi[], status: ReportKpi['status']): readonly ReportKpi[] {
  return kpis.filter((kpi) => kpi.status === status)
}

function targetWords(
  kpi: ReportKpi,
  { words, format }: ReportContext,
): [name: string, target: string, actual: string, attainment: string] {
  return [
    kpiName(kpi, words),
    format.quantity(kpi.targetText, kpi.metric),
    format.reached(kpi, kpi.metric),
    format.percent(kpi.attainment),
  ]
}

/** The channels with the highest and the lowest ROAS; both null where there are none to compare. */
function channelsByReturn({ board: { effect } }: ReportContext) {
  const total = effect === null ? null : effectRatios(effect.rows).roas.value
  const ranked = effectsByChannel(effect?.rows ?? [])
    .flatMap(({ channel, ratios }) =>
      ratios.roas.value === null || total === null ? [] : [{ channel, roas: ratios.roas.value, total }],
    )
    .toSorted((a, b) => b.roas - a.roas)
  const [best, worst] = [ranked[0], ranked.at(-1)]
  if (best === undefined || worst === undefined || best.roas === worst.roas)
    return { best: null, worst: null }
  return { best, worst }
}

function listOr(items: readonly string[], none: string): ReportBlock[] {
  if (items.length === 0) return [paragraph(none)]
  return [{ kind: 'list', ordered: false, items: items.map((text) => [{ text }]) }]
}
