import type { PlanBoard } from '@yingce/contracts/plan/board'
import i18next from 'i18next'
import { formatFen, formatRatio } from '../../../ui/format.ts'

type Item = PlanBoard['contradictions'][number]

/** Parameters that carry money, in fen; all others are shown as they are. */
const MONEY = new Set([
  'daily',
  'product',
  'budget',
  'difference',
  'spent',
  'over',
  'planned',
  'distributable',
])

function shown(name: string, value: unknown): unknown {
  if (typeof value === 'number' && MONEY.has(name)) return formatFen(Math.abs(value))
  if (typeof value === 'number' && name === 'progress') return formatRatio(value)
  if (name === 'status') return i18next.t(`fields:choice.${String(value)}`)
  return typeof value === 'string' ? value.replace('T', ' ') : value
}

/** The contradiction as a sentence with its figures. */
export function contradictionText(item: Item): string {
  const params = Object.fromEntries(
    Object.entries(item.params).map(([name, value]) => [name, shown(name, value)]),
  )
  return i18next.t(`board:contradiction.${item.code}`, { ...params, defaultValue: item.code })
}
