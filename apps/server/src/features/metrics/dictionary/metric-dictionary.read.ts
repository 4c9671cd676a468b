import type { MetricDefinitionView } from '@yingce/contracts/metrics/metric-definition'
import { formatFormula } from '@yingce/domain/metrics/format-formula'
import type { MetricDefinition, MetricDictionary } from '@yingce/domain/metrics/metric-definition'
import { BUILT_IN_METRICS, withDefinitions } from '@yingce/domain/metrics/metric-dictionary'
import { parseFormula } from '@yingce/domain/metrics/parse-formula'
import type { Scope } from '../../../db/scope.ts'

type OwnRow = Omit<MetricDefinitionView, 'formula' | 'isOwn'> & { readonly formula: string }

/** Every version of the workspace's own metrics, or of one, newest first. */
export async function readOwnMetrics(scope: Scope, key: string | null = null): Promise<OwnRow[]> {
  return scope.rows<OwnRow>(
    `select d.key, d.version, d.zh, d.en, d.unit, d.kind, d.direction, d.definition_zh as "definitionZh",
       d.definition_en as "definitionEn", d.formula, d.created_at as "createdAt", m.name as author
     from metric_definition d left join member m on m.workspace_id = d.workspace_id and m.id = d.created_by
     where d.workspace_id = $1 and ($2::text is null or d.key = $2) order by d.key, d.version desc`,
    [scope.workspaceId, key],
  )
}

/** Of each key its newest version. @param own as {@link readOwnMetrics} gives them, newest first */
export function latestVersions(own: readonly OwnRow[]): OwnRow[] {
  return own.filter((row, index) => own[index - 1]?.key !== row.key)
}

/** As the engines take it. */
export function definitionOf({
  createdAt: _at,
  author: _author,
  formula,
  ...rest
}: OwnRow): MetricDefinition {
  return { ...rest, formula: parseFormula(formula).formula }
}

/** The dictionary of the workspace: the built-in metrics and its own, of each key the latest version. */
export async function readDictionary(scope: Scope): Promise<MetricDictionary> {
  const own = await readOwnMetrics(scope)
  return own.length === 0 ? BUILT_IN_METRICS : withDefinitions(own.map(definitionOf))
}

/** The dictionary for these metrics: the workspace's own are read only where one of them is meant. */
export async function readDictionaryFor(scope: Scope, metrics: readonly string[]): Promise<MetricDictionary> {
  return metrics.every((metric) => BUILT_IN_METRICS.has(metric)) ? BUILT_IN_METRICS : readDictionary(scope)
}

export function ownView(row: OwnRow): MetricDefinitionView {
  return { ...row, isOwn: true }
}

function builtInView({ formula, ...rest }: MetricDefinition): MetricDefinitionView {
  return {
    ...rest,
    formula: formula === null ? null : formatFormula(formula),
    isOwn: false,
    createdAt: null,
    author: null,
  }
}

/** The dictionary as its page shows it: the workspace's own metrics first. */
export async function readMetricDefinitions(scope: Scope): Promise<{ items: MetricDefinitionView[] }> {
  const own = await readOwnMetrics(scope)
  return { items: [...latestVersions(own).map(ownView), ...[...BUILT_IN_METRICS.values()].map(builtInView)] }
}

/** Versions of one metric, newest first; a built-in one has its first. Empty: there is no such metric. */
export async function readMetricVersions(scope: Scope, key: string): Promise<MetricDefinitionView[]> {
  const own = (await readOwnMetrics(scope, key)).map(ownView)
  const builtIn = BUILT_IN_METRICS.get(key)
  return builtIn === undefined ? own : [...own, builtInView(builtIn)]
}
