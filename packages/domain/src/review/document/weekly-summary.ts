import type { KeyFigure, ReportBlock, ReportTone } from '../report-document.ts'
import type { WeeklyReportInput } from './document-input.ts'
import { kpiName, listedNames, type ReportContext } from './report-context.ts'
import { weeklyFacts, type WeeklyFacts } from './weekly-facts.ts'
import { WEEKLY_WORDS } from './weekly-words.ts'

/** Spend further off plan than this is worth a colour. */
const OFF_PLAN = 0.1

/** How the week went: a line, up to five figures, and one paragraph of what the data say. */
export function weeklySummary(input: WeeklyReportInput, context: ReportContext): ReportBlock[] {
  const facts = weeklyFacts(input)
  const figures = keyFigures(input, facts, context)
  const { title, tone } = headline(input, facts, context)
  const sentences = [
    ...spendSentences(facts, context),
    ...effectSentences(facts, context),
    ...targetSentences(input, facts, context),
    ...workSentences(input, facts, context),
  ]
  const say = WEEKLY_WORDS[context.locale].say
  const text = sentences.length === 0 ? say.nothing : context.words.join(sentences)
  return [
    ...(figures.length === 0 ? [] : [{ kind: 'keyFigures', figures } as const]),
    { kind: 'callout', tone, title, spans: [{ text }] },
  ]
}

function headline(
  { late }: WeeklyReportInput,
  { share, spent, missed, met, openAlerts, openIssues, judged }: WeeklyFacts,
  { locale, words, format }: ReportContext,
): { readonly title: string; readonly tone: ReportTone } {
  const say = WEEKLY_WORDS[locale].headline
  const parts = [
    ...(judged === 0
      ? []
      : [met === judged ? words.conclusion.kpisAllMet : words.conclusion.kpisMet(met, judged)]),
    ...(share !== null || spent === null ? [] : [say.spentOnly(format.money(spent))]),
    ...(share === null ? [] : [share === 1 ? say.spentAsPlanned : say.spent(format.percent(share))]),
    ...(judged === 0 && share === null && late.length === 0
      ? []
      : [late.length === 0 ? say.noneLate : say.late(late.length)]),
    ...(openAlerts.length === 0 ? [] : [say.openAlerts(openAlerts.length)]),
    ...(openIssues.length === 0 ? [] : [say.openIssues(openIssues.length)]),
  ]
  if (parts.length === 0) return { title: say.nothing, tone: 'muted' }
  const isBad = (share !== null && share > 1 + OFF_PLAN) || missed > met
  const isDoubtful =
    missed > 0 || late.length + openAlerts.length + openIssues.length > 0 || (share !== null && share > 1)
  // Money spent against no plan is neither well nor badly spent.
  const calm = judged === 0 && share === null ? 'neutral' : 'good'
  return { title: parts.join(words.clauseEnd), tone: isBad ? 'bad' : isDoubtful ? 'warning' : calm }
}

function spendSentences(
  { spent, planned, difference, share, change, worstDay, until, missing, isPartial }: WeeklyFacts,
  { locale, format, words }: ReportContext,
): string[] {
  const { say } = WEEKLY_WORDS[locale]
  if (spent === null) return []
  const compared =
    planned === null || difference === null || share === null
      ? say.spendOnly(format.money(spent))
      : `${say.spend(format.money(spent), format.money(planned), format.percent(share), isPartial ? until : null)}${
          difference === 0
            ? say.exactly
            : difference > 0
              ? say.over(format.money(difference))
              : say.under(format.money(-difference))
        }`
  return [
    compared,
    ...(missing.length === 0 ? [] : [say.missing(listedNames(missing, words, 7))]),
    ...(change === null
      ? []
      : [say.change(format.percent(Math.abs(change.share)), change.share >= 0, change.days)]),
    ...(worstDay === null
      ? []
      : [say.highDay(worstDay.day, format.money(worstDay.spent), format.money(worstDay.planned))]),
  ]
}

function effectSentences(
  { channels, best, worst }: WeeklyFacts,
  { locale, format }: ReportContext,
): string[] {
  const { say } = WEEKLY_WORDS[locale]
  if (channels === null || (channels.conversions === null && channels.revenue === null)) return []
  return [
    say.effect(
      format.count(channels.conversions),
      format.money(channels.revenue),
      format.unitMoney(channels.cpa),
      format.ratio(channels.roas),
    ),
    ...(best === null || worst === null || best.roas === worst.roas
      ? []
      : [say.bestAndWorst(best.channel, format.ratio(best.roas), worst.channel, format.ratio(worst.roas))]),
  ]
}

function targetSentences(
  { kpis }: WeeklyReportInput,
  { judged, met }: WeeklyFacts,
  { locale, words }: ReportContext,
): string[] {
  if (judged === 0) return []
  const missed = kpis.filter(({ status }) => status === 'missed').map((kpi) => kpiName(kpi, words))
  return [WEEKLY_WORDS[locale].say.kpis(judged, met, missed.length === 0 ? '' : listedNames(missed, words))]
}

function workSentences(
  { done, late, next }: WeeklyReportInput,
  { openIssues, openAlerts, fired }: WeeklyFacts,
  { locale }: ReportContext,
): string[] {
  const { say } = WEEKLY_WORDS[locale]
  const longest = late.toSorted((a, b) => (b.daysLate ?? 0) - (a.daysLate ?? 0))[0]
  const serious = openIssues.filter(({ severity }) => severity === 'serious').length
  return [
    ...(done.length === 0 && late.length === 0
      ? []
      : [
          `${say.tasks(done.length, late.length)}${longest === undefined ? '' : say.longest(longest.name, longest.daysLate ?? 0)}`,
        ]),
    ...(fired === 0 && openAlerts.length === 0 ? [] : [say.alerts(fired, openAlerts.length)]),
    ...(openIssues.length === 0 ? [] : [say.issues(openIssues.length, serious)]),
    ...(next.length === 0 ? [] : [say.next(next.length)]),
  ]
}

function keyFigures(
  { done, late, next, spentFrom }: WeeklyReportInput,
  { spent, planned, share, channels, met, missed, atRisk, judged, isPartial }: WeeklyFacts,
  { locale, words, format }: ReportContext,
): KeyFigure[] {
  const say = WEEKLY_WORDS[locale].figures
  const { roas = null, cpa = null } = channels ?? {}
  const number = (cell: ReturnType<typeof format.cell.money>) =>
    cell.number === undefined ? {} : { number: cell.number }
  return [
    ...(spent === null
      ? []
      : [
          {
            label: spentFrom === 'channels' ? say.channelCost : say.spent,
            value: format.shortMoney(spent),
            ...number(format.cell.money(spent)),
            ...(planned === null || share === null
              ? {}
              : { note: say.spentNote(format.percent(share), format.shortMoney(planned), isPartial) }),
            ...(share !== null && share > 1 + OFF_PLAN ? { tone: 'bad' as const } : {}),
          },
        ]),
    ...(done.length + late.length + next.length === 0
      ? []
      : [
          {
            label: say.done,
            value: String(done.length),
            ...number(format.cell.count(done.length)),
            note: say.doneNote(late.length, next.length),
            tone: late.length > 0 ? 'warning' : done.length === 0 ? 'neutral' : 'good',
          } as const,
        ]),
    ...(judged === 0
      ? []
      : [
          {
            label: say.kpis,
            value: `${met}/${judged}`,
            note: words.figures.kpisNote(missed, atRisk),
            tone: missed > 0 ? ('bad' as const) : atRisk > 0 ? ('warning' as const) : ('good' as const),
          },
        ]),
    ...(roas === null
      ? []
      : [
          {
            label: say.roas,
            value: format.ratio(roas),
            ...number(format.cell.ratio(roas)),
            // (revenue − cost) ÷ cost, over the same facts.
            note: say.roasNote(format.ratio(roas - 1)),
          },
        ]),
    ...(cpa === null
      ? []
      : [
          {
            label: say.cpa,
            value: format.unitMoney(cpa),
            ...number(format.cell.unitMoney(cpa)),
            note: say.cpaNote(format.count(channels?.conversions ?? null)),
          },
        ]),
  ]
}
