import type { FieldValue, Values } from './field-value.ts'

/** One field that two people set to different values. */
export interface FieldConflict {
  readonly field: string
  /** Value both started from. */
  readonly base: FieldValue
  /** Value stored now. */
  readonly current: FieldValue
  /** Value this writer wants. */
  readonly yours: FieldValue
}

export type MergeResult = { readonly merged: Values } | { readonly conflicts: readonly FieldConflict[] }

/**
 * Merge an edit that was made on an older version of a record (X8).
 *
 * A field goes through when nobody else changed it since, when somebody changed
 * it and changed it back, or when both wrote the same value. Anything else is a
 * conflict, and then nothing of the edit is written: the writer decides first.
 *
 * Undoing an import's update is the same question with `base` = the values the
 * import wrote, `patch` = the values before it and `current` = those of now.
 *
 * @param base values at the version the writer saw; it needs to hold only the
 *   fields that changed since, an absent field counts as unchanged
 * @param patch the fields the writer sets
 * @param current values stored now
 * @returns the fields that really change (empty when there is nothing to do),
 *   or the conflicts in the order of the patch
 */
export function mergePatch(edit: {
  readonly base: Values
  readonly patch: Values
  readonly current: Values
}): MergeResult {
  const { base, patch, current } = edit
  const conflicts: FieldConflict[] = []
  const merged: Record<string, FieldValue> = {}
  for (const [field, yours] of Object.entries(patch)) {
    const now = current[field] ?? null
    const before = Object.hasOwn(base, field) ? (base[field] ?? null) : now
    if (yours === now) continue
    if (before === now) merged[field] = yours
    else conflicts.push({ field, base: before, current: now, yours })
  }
  return conflicts.length > 0 ? { conflicts } : { merged }
}
