/** Expense categories 费用科目 (F1). */
export const EXPENSE_CATEGORIES = [
  'media',
  'creator',
  'materials',
  'production',
  'venue',
  'labour',
  'other',
] as const
export type ExpenseCategory = (typeof EXPENSE_CATEGORIES)[number]

/** Words of sheets for the categories, the more telling first: 达人投放 is a creator's, not media. */
const WORDS: readonly (readonly [ExpenseCategory, RegExp])[] = [
  ['creator', /达人|KOL|KOC|博主|主播|creator|influencer/i],
  ['production', /制作|拍摄|设计|剪辑|素材|文案|production|design|shoot/i],
  ['materials', /物料|礼品|赠品|样品|印刷|material|gift|print/i],
  ['venue', /场地|展位|展台|搭建|快闪|门店|线下|venue|booth|rental|offline/i],
  ['labour', /人工|人力|人员|劳务|兼职|工资|labou?r|staff|wage/i],
  ['media', /媒介|媒体|投放|广告|信息流|流量|竞价|media|advertis|\bads?\b|feed/i],
  ['other', /其他|其它|杂费|other|misc/i],
]

/** Category that the free text of a budget line names; null: none that is known. */
export function expenseCategoryOf(text: string | null): ExpenseCategory | null {
  if (text === null) return null
  return WORDS.find(([, pattern]) => pattern.test(text))?.[0] ?? null
}
