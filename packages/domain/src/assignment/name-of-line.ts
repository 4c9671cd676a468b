import type { Line, LineField } from './assignment-rule.ts'

/** What a line without a rule is listed under, coarse to fine: money lies at the coarser one, and a name says more than an id. */
const NAMING_FIELDS = [
  'campaign',
  'campaignId',
  'adGroup',
  'adGroupId',
  'ad',
  'adId',
  'content',
  'contentId',
] as const satisfies readonly LineField[]

export interface LineName {
  readonly field: LineField
  /** As the export says it. */
  readonly value: string
}

/**
 * The name, or where the export has none the id, by which a line is told from others and
 * a rule can ask for it.
 *
 * @returns null: the line names neither campaign, ad nor content, such as the days of a channel
 */
export function nameOfLine(line: Line): LineName | null {
  for (const field of NAMING_FIELDS) {
    const value = line[field] ?? null
    if (value !== null) return { field, value }
  }
  return null
}
