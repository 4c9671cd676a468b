import type { ReportBlock } from '../report-document.ts'
import type { DocumentAction, RetrospectiveInput } from './document-input.ts'
import { DOCUMENT_WORDS } from './document-words.ts'
import { cells, kpiName, paragraph, type ReportContext } from './report-context.ts'
import { NO_FIGURE } from './report-format.ts'
import { RETROSPECTIVE_WORDS } from './retrospective-words.ts'

/** What is worth keeping: preventions of root causes, solutions that helped, adjustments with their effect, advice by row. */
export function retrospectiveLessons(
  { rootCauses, issues, adjustments }: RetrospectiveInput,
  { board, locale }: ReportContext,
): ReportBlock[] {
  const say = RETROSPECTIVE_WORDS[locale].lessons
  const items = [
    ...(rootCauses ?? []).flatMap(({ name, preventive }) =>
      preventive === null ? [] : [say.prevention(name, preventive)],
    ),
    ...(issues ?? []).flatMap(({ name, state, solution }) =>
      state !== 'resolved' || solution === null ? [] : [say.solved(name, solution)],
    ),
    ...(adjustments ?? []).flatMap(({ name, effect }) =>
      effect === null ? [] : [say.adjustment(name, effect)],
    ),
    ...(board.effect?.rows ?? []).flatMap(({ channel, content, advice }) =>
      advice === null ? [] : [say.advice(content === null ? channel : `${channel} · ${content}`, advice)],
    ),
  ]
  if (items.length === 0) return [paragraph(say.none)]
  return [{ kind: 'list', ordered: false, items: items.map((text) => [{ text }]) }]
}

/** Every open end as an action with its owner and date: corrections, improvements, issues, late tasks, missed targets. */
export function retrospectiveActions(
  { rootCauses, issues, improvements }: RetrospectiveInput,
  context: ReportContext,
): ReportBlock[] {
  const { board, locale, words } = context
  const { next, origins, columns: titles } = RETROSPECTIVE_WORDS[locale]
  const from = (origin: string) => (action: DocumentAction) => ({ ...action, origin })
  const actions = [
    ...(rootCauses ?? [])
      .flatMap(({ corrective, owner, dueDate }) =>
        corrective === null ? [] : [{ name: next.correct(corrective), owner, dueDate }],
      )
      .map(from(origins.cause)),
    ...(improvements ?? []).map(from(origins.review)),
    ...(issues ?? [])
      .filter(({ state }) => state !== 'resolved')
      .map(({ name, owner, dueDate }) => ({ name: next.issue(name), owner, dueDate }))
      .map(from(origins.issue)),
    ...board.late
      .map(({ name, owner }) => ({ name: next.late(name), owner, dueDate: null }))
      .map(from(origins.late)),
    ...board.kpis
      .filter(({ status }) => status === 'missed')
      .map((kpi) => ({ name: next.missed(kpiName(kpi, words)), owner: null, dueDate: null }))
      .map(from(origins.target)),
  ]
  if (actions.length === 0) return [paragraph(next.none)]
  const columns = [
    { title: titles.measure, weight: 9 },
    context.column('owner', 'left', 3),
    { title: DOCUMENT_WORDS[locale].columns.due, weight: 3 },
    { title: titles.origin, weight: 3 },
  ]
  const rows = actions.map(({ name, owner, dueDate, origin }) => ({
    cells: cells(name, owner ?? NO_FIGURE, dueDate ?? NO_FIGURE, origin),
  }))
  return [context.table(next.caption, columns, rows)]
}
