/**
 * What a line of an export can be told by. UTM parameters are among them: utm_campaign is the
 * campaign, utm_id its id, utm_content the content, utm_term the keyword, utm_source the channel.
 */
export const LINE_FIELDS = [
  'source',
  'account',
  'channel',
  'campaign',
  'campaignId',
  'adGroup',
  'adGroupId',
  'ad',
  'adId',
  'content',
  'contentId',
  'keyword',
  'product',
] as const
export type LineField = (typeof LINE_FIELDS)[number]

/** Ids are text, many of 19 digits, and those with letters may differ by case alone. */
const ID_FIELDS: ReadonlySet<LineField> = new Set(['campaignId', 'adGroupId', 'adId', 'contentId'])

export function isIdField(field: LineField): boolean {
  return ID_FIELDS.has(field)
}

/** One line: its names and ids; absent or null where the export does not say. */
export type Line = Readonly<Partial<Record<LineField, string | null>>>

/**
 * `equals` and `contains` compare without regard to case and to full or half width; ids keep their case.
 * `part` takes a name apart at `_ - | / ·` and asks the part at `part` (1 = first, −1 = last)
 * of a naming convention such as `品牌_新客_上海`.
 */
export const OPERATORS = ['equals', 'contains', 'part'] as const
export type Operator = (typeof OPERATORS)[number]

export interface Condition {
  readonly field: LineField
  readonly operator: Operator
  readonly value: string
  /** Only with `part`: which one, never 0. */
  readonly part: number | null
}

/** One task of a split; basis points, 10,000 = 100 %. */
export interface TaskShare {
  readonly taskId: string
  readonly shareBps: number
}

/** Where lines go: a plan, within it a strategy, a creator, and one task or several by shares. */
export interface AssignmentTarget {
  readonly planId: string
  readonly strategy: string | null
  readonly creator: string | null
  /** None: to the plan alone. Else the shares sum to 10,000. */
  readonly shares: readonly TaskShare[]
}

/** All conditions have to hold; the first rule of the list that fits a line takes it. */
export interface AssignmentRule {
  readonly name: string
  readonly conditions: readonly Condition[]
  readonly target: AssignmentTarget
}

export const WHOLE_BPS = 10_000

/** What is wrong with a rule, by where; nothing is wrong when it is empty. */
export type RuleFault =
  | { readonly code: 'no_condition'; readonly at: 'conditions' }
  | { readonly code: 'empty_value' | 'no_part'; readonly at: 'condition'; readonly index: number }
  | { readonly code: 'shares_not_whole'; readonly at: 'shares'; readonly sumBps: number }
  | { readonly code: 'task_twice' | 'share_not_positive'; readonly at: 'share'; readonly index: number }

/**
 * Faults of a rule before it is saved: without a condition it would take every line;
 * shares have to be positive and sum to exactly 100 %, or money would be lost or made.
 */
export function faultsOfRule({ conditions, target }: AssignmentRule): RuleFault[] {
  const faults: RuleFault[] = conditions.length === 0 ? [{ code: 'no_condition', at: 'conditions' }] : []
  for (const [index, { value, operator, part }] of conditions.entries()) {
    if (value.trim() === '') faults.push({ code: 'empty_value', at: 'condition', index })
    if (operator === 'part' && (part === null || part === 0 || !Number.isInteger(part)))
      faults.push({ code: 'no_part', at: 'condition', index })
  }
  const seen = new Set<string>()
  for (const [index, { taskId, shareBps }] of target.shares.entries()) {
    if (seen.has(taskId)) faults.push({ code: 'task_twice', at: 'share', index })
    if (!(shareBps > 0)) faults.push({ code: 'share_not_positive', at: 'share', index })
    seen.add(taskId)
  }
  const sumBps = target.shares.reduce((sum, { shareBps }) => sum + shareBps, 0)
  if (target.shares.length > 0 && sumBps !== WHOLE_BPS)
    faults.push({ code: 'shares_not_whole', at: 'shares', sumBps })
  return faults
}
