/** A record as an import left it. */
export interface CreatedRecord {
  readonly id: string
  /** Version the import's own write gave it. */
  readonly version: number
}

export interface UndoPlan<R extends CreatedRecord> {
  /** Nobody touched these since: they go. */
  readonly remove: readonly R[]
  /** Changed since: listed, and kept or taken back as the person says. */
  readonly changedSince: readonly (R & { readonly currentVersion: number })[]
  /** Deleted by somebody in the meantime: nothing to do. */
  readonly gone: readonly R[]
}

/**
 * What taking back an import would do, also days later (C2). Every accepted
 * write raises a record's version, so "touched since" is a version comparison.
 *
 * @param created records the import created, with the version it left them at
 * @param currentVersions version by id of those that still exist
 */
export function planUndo<R extends CreatedRecord>(
  created: readonly R[],
  currentVersions: ReadonlyMap<string, number>,
): UndoPlan<R> {
  const remove: R[] = []
  const changedSince: (R & { currentVersion: number })[] = []
  const gone: R[] = []
  for (const record of created) {
    const currentVersion = currentVersions.get(record.id)
    if (currentVersion === undefined) gone.push(record)
    else if (currentVersion === record.version) remove.push(record)
    else changedSince.push({ ...record, currentVersion })
  }
  return { remove, changedSince, gone }
}
