import type { MetricField } from './metric-field.ts'

/**
 * Headers of one platform's exports, as data, so that a renamed column is a
 * change of one word. Headers match without regard to case, spaces and width.
 */
export interface MetricPreset {
  readonly id: string
  readonly zh: string
  readonly en: string
  /** The preset is meant when all headers of one of these groups are there; empty = taken only when no other fits. */
  readonly signatures: readonly (readonly string[])[]
  /** Headers by field; the earlier of several headers in one file is taken, the others are left. */
  readonly columns: Readonly<Partial<Record<MetricField, readonly string[]>>>
  /**
   * Headers that are parts of one field and add up (网页转化 + 电话转化), by field. A
   * header of that field that stands before them in `columns` is the whole: where
   * it is there, it is taken alone.
   */
  readonly partsAdd?: Readonly<Partial<Record<MetricField, readonly string[]>>>
  /** Headers whose numbers are millionths of the currency's main unit. */
  readonly micros?: readonly string[]
  /** Currency of its money where no column and no header names one; absent: the account's, which the file does not tell. */
  readonly currency?: string
}
