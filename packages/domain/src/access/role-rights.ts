import { ACTIONS } from './actions.ts'
import type { Action } from './actions.ts'
import type { Role } from './roles.ts'

/**
 * How far a right goes.
 * - `all`: without condition
 * - `own`: on what the person created
 * - `not_decided_money`: every field but budgets and their like
 * - `money`: money fields and nothing else
 */
export type Right = 'all' | 'own' | 'not_decided_money' | 'money'

type Rights = Readonly<Partial<Record<Action, Right>>>

const READS = [
  'plan.read',
  'record.read',
  'budget.read',
  'export.run',
  'member.read',
  'history.read',
  'event.read',
  'notice.read',
] as const

const READING = grant(READS)

/** Right of each role to each action; an absent action is refused. */
export const ROLE_RIGHTS: Readonly<Record<Role, Rights>> = {
  owner: grant(ACTIONS),
  admin: grant(ACTIONS),
  planner: {
    ...READING,
    ...grant([
      'plan.create',
      'plan.update',
      'plan.delete',
      'record.create',
      'record.update',
      'record.delete',
    ]),
    ...grant(['budget.update', 'import.run', 'import.undo']),
    'token.manage': 'own',
  },
  member: {
    ...READING,
    'record.create': 'not_decided_money',
    'record.update': 'not_decided_money',
    'record.delete': 'own',
    'token.manage': 'own',
  },
  finance: {
    ...READING,
    'record.update': 'money',
    'budget.update': 'all',
    'token.manage': 'own',
  },
  viewer: READING,
}

function grant(actions: readonly Action[]): Rights {
  return Object.fromEntries(actions.map((action) => [action, 'all' as const]))
}
