import type { KpiStatus } from '../objective/kpi-status.ts'

/** Wording of 达标情况 columns, the more specific first: 未达标 contains 达标. */
const STATUS_WORDS: readonly (readonly [RegExp, KpiStatus])[] = [
  [/未开始|not started/i, 'not_started'],
  [/无数据|暂无|no data/i, 'no_data'],
  [/未达|不达标|没达|未完成|missed|not met|below target/i, 'missed'],
  [/预警|接近|有风险|at risk|warning/i, 'at_risk'],
  [/达标|达成|已完成|超额|met|on target|achieved/i, 'met'],
]

/** Status that a sheet states in words; null when the words say none. */
export function readStatedStatus(text: string | null): KpiStatus | null {
  if (text === null) return null
  return STATUS_WORDS.find(([pattern]) => pattern.test(text))?.[1] ?? null
}

/**
 * Does the sheet's stated status differ from the computed one? Then both are
 * shown, neither overwrites the other. Without a computed status (no target, no
 * data) the stated one stands alone and nothing differs.
 */
export function statedStatusDiffers(statedText: string | null, computed: KpiStatus | null): boolean {
  const stated = readStatedStatus(statedText)
  const isJudged = computed === 'met' || computed === 'at_risk' || computed === 'missed'
  return isJudged && stated !== null && stated !== computed
}
