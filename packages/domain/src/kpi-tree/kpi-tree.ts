import type { KpiStatus } from '../objective/kpi-status.ts'
import { evaluateNode } from './evaluate-node.ts'
import type { NodeContext, NodeEvaluation } from './evaluate-node.ts'
import { isAmount } from './figures.ts'
import type { Figures } from './figures.ts'
import { channelsOf, metricOfNode, metricsOfNode, scopeKey, scopeOf } from './node-scope.ts'
import type { FactScope, KpiNode } from './node-scope.ts'
import { rollUpNode } from './roll-up-node.ts'
import type { RollUp } from './roll-up-node.ts'

export interface KpiTreeNode {
  readonly node: KpiNode
  /** null: a root, also when the parent is gone or the parents go round in a circle. */
  readonly parentId: string | null
  /** From 1. */
  readonly depth: number
  readonly evaluation: NodeEvaluation
  readonly rollUp: RollUp | null
  /** By its own targets, else the worst of its children; null when neither says any. */
  readonly status: KpiStatus | null
}

/** Facts that a tree needs: by scope the keys of its metrics. */
export interface NeededFigures {
  readonly scope: FactScope
  readonly metrics: readonly string[]
}

/** Everything to be asked of the facts for a tree, each scope once. */
export function neededFigures(
  nodes: readonly KpiNode[],
  context: Pick<NodeContext, 'dictionary' | 'hasNewCustomers' | 'plan'>,
): NeededFigures[] {
  const byScope = new Map<string, { scope: FactScope; metrics: Set<string> }>()
  const need = (scope: FactScope, keys: readonly string[]) => {
    if (keys.length === 0) return
    const entry = byScope.get(scopeKey(scope)) ?? { scope, metrics: new Set<string>() }
    for (const key of keys) entry.metrics.add(key)
    byScope.set(scopeKey(scope), entry)
  }
  for (const node of nodes) need(scopeOf(node, context.plan), metricsOfNode(node, context))
  for (const { children } of inOrder(nodes)) {
    const pooled = pooledScope(children, context)
    if (pooled !== null) need(pooled.scope, [pooled.key])
  }
  return [...byScope.values()].map(({ scope, metrics }) => ({ scope, metrics: [...metrics] }))
}

/**
 * The tree with its figures, parents before children, siblings in their order (M3).
 *
 * @param figures by `scopeKey`, then by metric, as `neededFigures` asked
 */
export function evaluateTree(
  nodes: readonly KpiNode[],
  context: Omit<NodeContext, 'figuresOf'>,
  figures: ReadonlyMap<string, ReadonlyMap<string, Figures>>,
): KpiTreeNode[] {
  const full: NodeContext = {
    ...context,
    figuresOf: (node, key) => figures.get(scopeKey(scopeOf(node, context.plan)))?.get(key) ?? null,
  }
  const done = new Map<string, KpiTreeNode>()
  // Children first: a parent's roll-up stands on theirs.
  for (const { node, children, depth, parentId } of inOrder(nodes).toReversed()) {
    const evaluation = evaluateNode(node, full)
    const pooled = pooledScope(children, context)
    const total =
      pooled === null ? null : (figures.get(scopeKey(pooled.scope))?.get(pooled.key)?.total ?? null)
    const metric = pooled === null ? null : context.dictionary.get(pooled.key)
    const rollUp = rollUpNode(
      children.flatMap((child) => {
        const one = done.get(child.id)
        return one === undefined
          ? []
          : [{ evaluation: one.evaluation, weight: child.weight, rollUp: one.rollUp }]
      }),
      total !== null && metric != null && isAmount(metric) ? total / 100 : total,
    )
    done.set(node.id, {
      node,
      parentId,
      depth,
      evaluation,
      rollUp,
      status: evaluation.status ?? rollUp?.status ?? null,
    })
  }
  return inOrder(nodes).flatMap(({ node }) => done.get(node.id) ?? [])
}

/** Several children with one ratio, each of channels of its own: the ratio over all of them. */
function pooledScope(
  children: readonly KpiNode[],
  names: Pick<NodeContext, 'dictionary' | 'hasNewCustomers' | 'plan'>,
): { readonly scope: FactScope; readonly key: string } | null {
  const { plan } = names
  const [first, ...others] = children
  if (first === undefined || others.length === 0) return null
  const metric = metricOfNode(first, names)
  if (metric === null || metric.kind !== 'ratio') return null
  const scope = scopeOf(first, plan)
  const isAlike = children.every(
    (child) =>
      child.binding === 'facts' &&
      metricOfNode(child, names)?.key === metric.key &&
      channelsOf(child).length > 0 &&
      scopeOf(child, plan).from === scope.from &&
      scopeOf(child, plan).to === scope.to,
  )
  return isAlike
    ? { scope: { ...scope, channels: [...new Set(children.flatMap(channelsOf))] }, key: metric.key }
    : null
}

interface Placed {
  readonly node: KpiNode
  readonly parentId: string | null
  readonly depth: number
  readonly children: readonly KpiNode[]
}

function inOrder(nodes: readonly KpiNode[]): Placed[] {
  const known = new Map(nodes.map((node) => [node.id, node]))
  const parents = new Map<string, string | null>()
  for (const node of nodes) parents.set(node.id, safeParent(node, known))
  const placed: Placed[] = []
  const walk = (parentId: string | null, depth: number) => {
    for (const node of nodes) {
      if (parents.get(node.id) !== parentId) continue
      const children = nodes.filter((other) => parents.get(other.id) === node.id)
      placed.push({ node, parentId, depth, children })
      walk(node.id, depth + 1)
    }
  }
  walk(null, 1)
  return placed
}

/** The parent, unless it is gone or the way up comes back to the node: then it stands as a root. */
function safeParent(node: KpiNode, known: ReadonlyMap<string, KpiNode>): string | null {
  if (node.parentId === null || !known.has(node.parentId)) return null
  const seen = new Set<string>([node.id])
  for (let at = node.parentId as string | null; at !== null; at = known.get(at)?.parentId ?? null) {
    if (at === node.id) return null
    if (seen.has(at)) break
    seen.add(at)
  }
  return node.parentId
}
