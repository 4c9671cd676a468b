import { foldText, type HeaderText, isCalendarHeader } from './header-text.ts'
import { type JourneyMatch, matchJourneys } from './journey-columns.ts'
import type { SheetLayout } from './layout.ts'
import { layoutOfKind, SHEET_LAYOUTS } from './layouts.ts'
import { assignColumns, type HeaderMatch } from './match-header.ts'
import { matchMetrics, type MetricMatch } from './match-metrics.ts'
import type { SheetKind } from './sheet-kind.ts'

/** What a header row was taken for. Matches stand by position in the headers. */
export type Recognition =
  | {
      readonly as: 'layout'
      readonly layout: SheetLayout
      readonly matches: readonly (HeaderMatch | null)[]
      readonly score: number
    }
  | { readonly as: 'metrics'; readonly match: MetricMatch; readonly score: number }
  | { readonly as: 'journeys'; readonly match: JourneyMatch; readonly score: number }

/** A sheet name or title that names the kind is worth almost one matched column. */
const HINT = 0.8
/** Columns that the team's own sheet has not say less about the kind. */
const OPTIONAL_WEIGHT = 0.6

/** Two columns alone are a team sheet only when the naming one is written word for word. */
const SURE = 0.95

function matchLayout(
  layout: SheetLayout,
  headers: readonly (HeaderText | null)[],
  hint: string,
): Recognition | null {
  const matches = assignColumns(layout, headers)
  const filled = headers.filter((header) => header !== null && !isCalendarHeader(header)).length
  const found = matches.filter((match) => match !== null)
  const telling = found.filter((match) => match.column.reads?.as !== 'ignored')
  const coverage = found.length / filled
  if (!telling.some((match) => match.column.field === layout.identity)) return null
  const isSure = found.some((match) => match.column.field === layout.identity && match.confidence >= SURE)
  if (telling.length < 2 || (telling.length === 2 && !(isSure && coverage >= 0.6)) || coverage < 0.35)
    return null
  const weight = telling.reduce(
    (sum, match) => sum + match.confidence * (match.column.optional ? OPTIONAL_WEIGHT : 1),
    0,
  )
  const hinted = layout.nameHints.some((word) => hint.includes(foldText(word))) ? HINT : 0
  return { as: 'layout', layout, matches, score: weight * (0.5 + 0.5 * coverage) + hinted }
}

/**
 * What is this header row? The best of the team sheets, the platform exports and
 * path data; null when nothing fits. A platform's own export wins over a team
 * sheet only by matching more headers.
 *
 * @param headers null for an empty header cell
 * @param hint sheet name and title rows, folded by `foldText`
 * @param only the kind a user chose: nothing else is considered
 */
export function recognizeHeader(
  headers: readonly (HeaderText | null)[],
  hint: string,
  only: SheetKind | null,
): Recognition | null {
  const filled = headers.filter((header) => header !== null).length
  if (filled < 2) return null
  const layouts =
    only === null ? SHEET_LAYOUTS : SHEET_LAYOUTS.filter((layout) => layout === layoutOfKind(only))
  const candidates: Recognition[] = layouts.flatMap((layout) => matchLayout(layout, headers, hint) ?? [])
  const metrics = only === null || only === 'metrics' ? matchMetrics(headers) : null
  if (metrics !== null) {
    const isPlatform = metrics.preset.signatures.length > 0
    candidates.push({
      as: 'metrics',
      match: metrics,
      score: isPlatform ? metrics.hits + 1 : metrics.hits * (0.5 + (0.5 * metrics.hits) / filled),
    })
  }
  const journeys = only === null || only === 'journeys' ? matchJourneys(headers) : null
  if (journeys !== null) candidates.push({ as: 'journeys', match: journeys, score: journeys.hits + 2 })
  const chosen = only === null ? null : layoutOfKind(only)
  // The user's word counts even where the header does not bear it out.
  if (candidates.length === 0 && chosen !== null)
    candidates.push({ as: 'layout', layout: chosen, matches: assignColumns(chosen, headers), score: 0.1 })
  return candidates.reduce<Recognition | null>(
    (best, candidate) => (best === null || candidate.score > best.score ? candidate : best),
    null,
  )
}
