import type { AssignmentOverview, AssignmentPlace, RuleBody } from '@yingce/contracts/assignment/assignment'
import type { TFunction } from 'i18next'
import { formatFen, formatRatio } from '../../../ui/format.ts'

type ListedRule = AssignmentOverview['rules'][number]
export type Campaign = AssignmentOverview['unassigned']['campaigns'][number]

const WHOLE_BPS = 10_000
/** Of a rule; names of campaigns are longer. */
const MOST_NAME_LETTERS = 120

export const EMPTY_RULE: RuleBody = {
  name: '',
  conditions: [{ field: 'campaign', operator: 'contains', value: '', part: null }],
  target: { planId: '', strategy: null, creator: null, shares: [] },
}

/** A listed rule as it is sent back. */
export function bodyOfRule({ id, name, conditions, target }: ListedRule): RuleBody {
  return { id, name, conditions, target }
}

/** A rule for a campaign of the bucket: that campaign of that source, until the person widens it. */
export function ruleOfCampaign({ source, named }: Campaign): RuleBody {
  return {
    ...EMPTY_RULE,
    name: (named?.value ?? source).slice(0, MOST_NAME_LETTERS),
    conditions: [
      ...(named === null ? [] : [{ ...named, operator: 'equals' as const, part: null }]),
      { field: 'source', operator: 'equals', value: source, part: null },
    ],
  }
}

/** "新客" of a campaign; with what it is where that is another: "推广计划 ID 1834567890123456780". */
export function nameText({ named }: Campaign, t: TFunction<'data'>): string {
  if (named === null) return t('data:assign.unnamed')
  return named.field === 'campaign' ? named.value : `${t(`data:key.${named.field}`)} ${named.value}`
}

/** "推广计划（系列） 包含 新客 且 来源 等于 巨量引擎". */
export function ruleSentence({ conditions }: Pick<RuleBody, 'conditions'>, t: TFunction<'data'>): string {
  return conditions
    .map(({ field, operator, value, part }) =>
      t(`assign.sentence.${operator}`, { field: t(`key.${field}`), value, part }),
    )
    .join(t('data:assign.and'))
}

/** Where lines are, in words; null is the bucket. */
export function placeText(place: AssignmentPlace | null, t: TFunction<'data'>): string {
  if (place === null) return t('data:assign.bucket')
  const { planName, strategy, creator, tasks } = place
  const shared = tasks.map(({ name, shareBps }) =>
    tasks.length === 1 ? name : `${name} ${formatRatio(shareBps / WHOLE_BPS, 2)}`,
  )
  return [
    planName,
    ...(strategy === null ? [] : [strategy]),
    ...(shared.length === 0 ? [] : [shared.join(t('data:mapping.comma'))]),
    ...(creator === null ? [] : [creator]),
  ].join(' › ')
}

/** "35.75 CNY · 10 USD": amounts of several currencies are never added. */
export function amountsText(amounts: readonly { currency: string; costFen: number }[]): string {
  return amounts.map(({ currency, costFen }) => `${formatFen(costFen)} ${currency}`).join(' · ')
}
