import type {
  createMetricDefinition,
  MetricDefinitionView,
  updateMetricDefinition,
} from '@yingce/contracts/metrics/metric-definition'
import type { BodyOf } from '@yingce/contracts/route'
import { checkFormula } from '@yingce/domain/metrics/check-formula'
import type { MetricDefinition } from '@yingce/domain/metrics/metric-definition'
import { BUILT_IN_METRICS } from '@yingce/domain/metrics/metric-dictionary'
import { reviewFormula } from '@yingce/domain/metrics/review-formula'
import type { Scope } from '../../../db/scope.ts'
import { Refusal, ruleViolated } from '../../../http/refusal.ts'
import { ownView, readDictionary, readOwnMetrics } from './metric-dictionary.read.ts'

type Content = Omit<BodyOf<typeof createMetricDefinition>, 'key'>

/** @throws Refusal `already_exists`; `rule_violated` with the place in the formula */
export async function createMetric(
  scope: Scope,
  { key, ...content }: BodyOf<typeof createMetricDefinition>,
): Promise<MetricDefinitionView> {
  if (BUILT_IN_METRICS.has(key) || (await readOwnMetrics(scope, key)).length > 0)
    throw new Refusal('already_exists', { params: { what: key } })
  return write(scope, key, 1, content)
}

/**
 * The next version of a metric of the workspace.
 *
 * @throws Refusal `not_found`; `wrong_state` when another version was written meanwhile; `rule_violated`
 *   also where a metric that builds on this one would no longer hold
 */
export async function updateMetric(
  scope: Scope,
  key: string,
  { version, ...content }: BodyOf<typeof updateMetricDefinition>,
): Promise<MetricDefinitionView> {
  const [latest] = await readOwnMetrics(scope, key)
  if (latest === undefined) throw new Refusal('not_found')
  if (latest.version !== version) throw new Refusal('wrong_state', { params: { state: 'newer_version' } })
  return write(scope, key, version + 1, content)
}

async function write(
  scope: Scope,
  key: string,
  version: number,
  content: Content,
): Promise<MetricDefinitionView> {
  const dictionary = await readDictionary(scope)
  const { formula, kind, issues } = reviewFormula(content.formula, { key, version, ...content }, dictionary)
  if (kind === null)
    throw new Refusal('rule_violated', {
      issues: issues.map(({ code, column, names }) => ({
        path: 'body.formula',
        code,
        message: `Column ${column}: ${code.replaceAll('_', ' ')} ${names.join(', ')}`.trim(),
        params: { column, names },
      })),
    })
  const definition: MetricDefinition = { key, version, kind, ...content, formula }
  const after = new Map(dictionary).set(key, definition)
  for (const other of dictionary.values())
    if (
      other.key !== key &&
      checkFormula(other, after).length > 0 &&
      checkFormula(other, dictionary).length === 0
    )
      throw ruleViolated(
        'body.unit',
        'used_by',
        `${other.key} builds on this metric and would no longer hold`,
        {
          metric: other.key,
        },
      )
  const written = await scope.rows(
    `insert into metric_definition (workspace_id, key, version, zh, en, unit, kind, direction, definition_zh, definition_en, formula, created_by, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) on conflict do nothing returning key`,
    [
      scope.workspaceId,
      key,
      version,
      content.zh,
      content.en,
      content.unit,
      kind,
      content.direction,
      content.definitionZh,
      content.definitionEn,
      content.formula,
      scope.memberId,
      scope.at,
    ],
  )
  if (written.length === 0) throw new Refusal('wrong_state', { params: { state: 'newer_version' } })
  const [row] = await readOwnMetrics(scope, key)
  if (row === undefined) throw new Refusal('not_found')
  return ownView(row)
}
