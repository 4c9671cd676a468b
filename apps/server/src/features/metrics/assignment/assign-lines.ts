import { ruleOfLine } from '@yingce/domain/assignment/match-line'
import type { Scope } from '../../../db/scope.ts'
import { markLines, placeFacts, readLines, readRules } from './assignment.store.ts'

/**
 * Assigns every line by the rules: of one source (the caller holds its lock), or of
 * all after the rules changed.
 *
 * @param sourceId null = all sources
 */
export async function assignLines(scope: Scope, sourceId: string | null): Promise<void> {
  const rules = await readRules(scope)
  const lines = await readLines(scope, sourceId)
  const changed = lines.flatMap(({ sourceId: source, keyId, ruleId, line }) => {
    const index = ruleOfLine(line, rules)
    const now = index === null ? null : (rules[index]?.id ?? null)
    return now === ruleId ? [] : [{ sourceId: source, keyId, ruleId: now }]
  })
  await markLines(scope, changed)
  await placeFacts(scope, sourceId)
}

/** The same after something was written into a source; a workspace without rules pays one look for it. */
export async function assignNewLines(scope: Scope, sourceId: string): Promise<void> {
  const [found] = await scope.rows('select from assignment_rule where workspace_id = $1 limit 1', [
    scope.workspaceId,
  ])
  if (found !== undefined) await assignLines(scope, sourceId)
}
