import { ruleOfLine } from '@yingce/domain/assignment/match-line'
import type { Scope } from '../../../db/scope.ts'
import {
  type LineRow,
  markLines,
  placeFacts,
  readDaySpans,
  readLines,
  readRules,
  type StoredRule,
} from './assignment.store.ts'

/** Says of keys which rule takes them. @returns keys that another rule took, or none, before */
async function matchLines(
  scope: Scope,
  rules: readonly StoredRule[],
  lines: readonly LineRow[],
): Promise<{ readonly sourceId: string; readonly keyId: string }[]> {
  const changed = lines.flatMap(({ sourceId, keyId, ruleId, line }) => {
    const index = ruleOfLine(line, rules)
    const now = index === null ? null : (rules[index]?.id ?? null)
    return now === ruleId ? [] : [{ sourceId, keyId, ruleId: now }]
  })
  await markLines(scope, changed)
  return changed
}

/**
 * Assigns every line and all history by the rules, after these changed. The caller holds all locks.
 *
 * @throws the signal's reason, soon after it was given; the caller's transaction is to be taken back then
 */
export async function assignLines(scope: Scope, signal: AbortSignal): Promise<void> {
  await matchLines(scope, await readRules(scope), await readLines(scope, null))
  for (const span of await readDaySpans(scope)) {
    signal.throwIfAborted()
    await placeFacts(scope, { of: 'days', ...span })
  }
  signal.throwIfAborted()
}

/** The same for one source, after it was called something else: rules look at its name, account and channel. */
export async function assignLinesOfSource(scope: Scope, sourceId: string): Promise<void> {
  const changed = await matchLines(scope, await readRules(scope), await readLines(scope, { sourceId }))
  const keyIds = changed.map(({ keyId }) => keyId)
  if (keyIds.length > 0) await placeFacts(scope, { of: 'keys', sourceId, keyIds })
}

/**
 * Matches the lines that were staged for an import, before its facts are written beside
 * them. Facts of earlier days move only with lines that were renamed: an import of a day
 * does not look through years. The caller holds the lock on the source.
 *
 * @param renamed keys that were there under other names
 * @returns has the workspace rules, by which facts are to be placed?
 */
export async function assignStagedLines(
  scope: Scope,
  sourceId: string,
  importId: string,
  renamed: readonly string[],
): Promise<boolean> {
  const rules = await readRules(scope)
  if (rules.length === 0) return false
  const changed = await matchLines(scope, rules, await readLines(scope, { sourceId, importId }))
  const known = new Set(renamed)
  const keyIds = changed.flatMap(({ keyId }) => (known.has(keyId) ? [keyId] : []))
  if (keyIds.length > 0) await placeFacts(scope, { of: 'keys', sourceId, keyIds })
  return true
}
