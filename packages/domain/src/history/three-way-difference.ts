import type { FieldValue, Values } from './field-value.ts'

/**
 * What happened to one field between the export of a sheet and its return.
 * - `theirs`: changed in the file only, can be accepted
 * - `ours`: changed here only, stays
 * - `conflict`: changed on both sides to different values
 */
export interface FieldDifference {
  readonly field: string
  readonly side: 'theirs' | 'ours' | 'conflict'
  readonly exported: FieldValue
  readonly theirs: FieldValue
  readonly ours: FieldValue
}

/**
 * Three-way difference of a record that was exported, edited outside and comes
 * back (C2). Fields that agree on both sides are left out, whatever they were
 * when exported; a file that was not touched differs in nothing of `theirs`.
 *
 * @param theirs values read from the returned file; a field the file has no
 *   column for is absent and never counts as emptied
 * @param exported values at the time of the export
 * @param ours values stored now
 */
export function threeWayDifference(versions: {
  readonly exported: Values
  readonly theirs: Values
  readonly ours: Values
}): readonly FieldDifference[] {
  const { exported, theirs, ours } = versions
  return Object.entries(theirs).flatMap(([field, their]) => {
    const our = ours[field] ?? null
    const before = exported[field] ?? null
    if (their === our) return []
    const side = their === before ? 'ours' : our === before ? 'theirs' : 'conflict'
    return [{ field, side, exported: before, theirs: their, ours: our }]
  })
}
