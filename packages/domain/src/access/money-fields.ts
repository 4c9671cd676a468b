import { ENTITIES } from '../records/entities.ts'
import type { Entity } from '../records/entities.ts'
import type { FieldSpec } from '../records/field.ts'

/**
 * Money that somebody decided on, as against money that was counted: a budget,
 * its share, the reserve and hard-limit flags, and the spend of a budget line (the ledger's).
 * Spend reported on a task and the cost or revenue of a channel are counted,
 * so the people who do the work enter them (docs/domain/access.md).
 */
const DECIDED_MONEY: Partial<Record<Entity, readonly string[]>> = {
  task: ['budget'],
  allocation: ['budget'],
  budget_line: ['share', 'budget', 'spent', 'isReserve', 'isHardLimit'],
}

/** Is this a field only people with `budget.update` may change? */
export function isDecidedMoney(entity: Entity, field: string): boolean {
  return DECIDED_MONEY[entity]?.includes(field) ?? false
}

/** Is this any field that carries money, decided or counted? */
export function isMoneyField(entity: Entity, field: string): boolean {
  const spec = (ENTITIES[entity] as Readonly<Record<string, FieldSpec>>)[field]
  return spec?.kind === 'money' || isDecidedMoney(entity, field)
}
