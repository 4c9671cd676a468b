import type { createFillForm } from '@yingce/contracts/metrics/fill-form'
import type { AnswerOf, BodyOf } from '@yingce/contracts/route'
import type { Scope } from '../../../db/scope.ts'
import { Refusal, ruleViolated } from '../../../http/refusal.ts'
import { newLinkToken } from '../../../identity/link-token.ts'
import { readAskedMetrics, readOwnQuestions } from './asked-metrics.read.ts'
import { pinHashOf } from './enter-fill-form.ts'
import { findFillForm, formView, insertFillForm } from './fill-form.store.ts'
import { openSource } from '../source/metric-source.store.ts'

const DAY_MILLIS = 86_400_000

/** Name of the source that a store's figures are facts of. */
function storeSourceName(store: string): string {
  return `store: ${store}`
}

/**
 * Makes a form for one store. The link is in this answer and nowhere else: only
 * its hash is kept. Forms of one store write into one source.
 *
 * @throws Refusal `not_found` for a plan that is not there; `already_exists` when a source of another kind has the store's name;
 *   `rule_violated` for own metrics that the dictionary does not name
 */
export async function createForm(
  scope: Scope,
  body: BodyOf<typeof createFillForm>,
  ids: () => string,
  origin: string,
): Promise<AnswerOf<typeof createFillForm>> {
  const planId = body.planId ?? null
  const [place] = await scope.rows<{ currency: string }>(
    planId === null
      ? 'select currency from workspace where id = $1 and $2::uuid is null'
      : 'select currency from plan where workspace_id = $1 and id = $2',
    [scope.workspaceId, planId],
  )
  if (place === undefined) throw new Refusal('not_found')
  const metrics = [...new Set(body.metrics)]
  const asked = await readAskedMetrics(scope, { metrics, createdAt: scope.at })
  const unnamed = metrics.filter((metric) => !asked.metrics.includes(metric))
  if (unnamed.length > 0)
    throw ruleViolated(
      'body.metrics',
      'unnamed_metric',
      `Name ${unnamed.join(', ')} in the metric dictionary first`,
      { metrics: unnamed },
    )
  const source = await openSource(scope, {
    id: ids(),
    name: storeSourceName(body.name),
    kind: 'form',
    preset: null,
    channel: body.channel ?? null,
    currency: place.currency,
  })
  if (source.kind !== 'form' || source.currency !== place.currency)
    throw new Refusal('already_exists', { params: { what: 'source' } })
  const { token, hash } = newLinkToken(scope.workspaceId)
  const id = ids()
  await insertFillForm(scope, {
    id,
    sourceId: source.id,
    planId,
    name: body.name,
    channel: body.channel ?? null,
    metrics,
    tokenHash: hash,
    pinHash: body.pin === undefined ? null : pinHashOf(token, body.pin),
    expiresAt: new Date(Date.parse(scope.at) + body.days * DAY_MILLIS),
  })
  const row = await findFillForm(scope, id)
  if (row === null) throw new Error('a form that was just made is not there')
  const [own = []] = await readOwnQuestions(scope, [row])
  return { form: formView(row, own, scope.at), url: `${origin}/fill/${token}` }
}
