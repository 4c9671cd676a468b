import { describe, expect, it } from 'vitest'
import { ACTIONS } from './actions.ts'
import type { Action } from './actions.ts'
import { can } from './can.ts'
import type { Resource } from './can.ts'
import { ROLES } from './roles.ts'
import type { Role } from './roles.ts'

const ME = 'member-1'

/** Situations that the rules tell apart; the first is the ordinary one. */
const SITUATIONS: readonly (readonly [string, Resource])[] = [
  [
    'own, no money',
    { ownerMemberId: ME, entity: 'task', fields: ['progress', 'status', 'actualEnd', 'issue'] },
  ],
  ['of others', { ownerMemberId: 'member-2', entity: 'task', fields: ['name'] }],
  ['reported spend', { ownerMemberId: 'member-2', entity: 'task', fields: ['spent'] }],
  ['task budget', { ownerMemberId: ME, entity: 'task', fields: ['budget'] }],
  ['ledger spend', { ownerMemberId: ME, entity: 'budget_line', fields: ['spent'] }],
  ['on an owner', { ownerMemberId: ME, memberRole: 'owner', newRole: 'member' }],
]

function cell(role: Role, action: Action): string {
  return SITUATIONS.map(([, resource]) => {
    const verdict = can({ role, memberId: ME }, action, resource)
    return verdict.allowed ? 'yes' : verdict.reason
  }).join(' / ')
}

describe('access: role × action', () => {
  it('answers every role and action as the committed matrix says', async () => {
    const lines = [`situations: ${SITUATIONS.map(([name]) => name).join(' / ')}`, '']
    for (const action of ACTIONS) {
      lines.push(action)
      for (const role of ROLES) lines.push(`  ${role.padEnd(8)} ${cell(role, action)}`)
    }
    await expect(lines.join('\n') + '\n').toMatchFileSnapshot('./role-matrix.golden.txt')
  })
})
