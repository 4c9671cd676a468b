import { describe, expect, it } from 'vitest'
import { abilities } from './abilities.ts'
import { can } from './can.ts'
import { keepsAnOwner } from './last-owner.ts'
import { isDecidedMoney, isMoneyField } from './money-fields.ts'
import type { Role } from './roles.ts'

const as = (role: Role) => ({ role, memberId: 'm1' })

describe('access: can', () => {
  it('lets a member report progress, status, actual dates, spend and problems on anybody’s task', () => {
    const fields = ['progress', 'status', 'actualStart', 'actualEnd', 'reached', 'issue', 'spent']
    expect(can(as('member'), 'record.update', { entity: 'task', fields, ownerMemberId: 'm2' })).toEqual({
      allowed: true,
    })
  })

  it('refuses a member the budget and names the field, even beside allowed fields', () => {
    expect(can(as('member'), 'record.update', { entity: 'task', fields: ['name', 'budget'] })).toEqual({
      allowed: false,
      reason: 'money_field',
      fields: ['budget'],
    })
  })

  it('lets finance change a budget but not the name beside it', () => {
    expect(can(as('finance'), 'record.update', { entity: 'task', fields: ['budget', 'spent'] })).toEqual({
      allowed: true,
    })
    expect(can(as('finance'), 'record.update', { entity: 'task', fields: ['budget', 'name'] })).toEqual({
      allowed: false,
      reason: 'not_money_field',
      fields: ['name'],
    })
  })

  it('refuses named fields of an unnamed entity to those whose right depends on the field', () => {
    expect(can(as('member'), 'record.update', { fields: ['name'] }).allowed).toBe(false)
    expect(can(as('finance'), 'record.update', { fields: ['spent'] }).allowed).toBe(false)
    expect(can(as('planner'), 'record.update', { fields: ['name'] }).allowed).toBe(true)
  })

  it('lets a member delete only what the member created', () => {
    expect(can(as('member'), 'record.delete', { ownerMemberId: 'm1' }).allowed).toBe(true)
    expect(can(as('member'), 'record.delete', { ownerMemberId: 'm2' })).toMatchObject({ reason: 'not_own' })
    expect(can(as('member'), 'record.delete', { ownerMemberId: null })).toMatchObject({ reason: 'not_own' })
  })

  it('keeps owners out of an admin’s reach, in both directions', () => {
    expect(can(as('admin'), 'member.remove', { memberRole: 'owner' })).toMatchObject({ reason: 'owner_only' })
    expect(can(as('admin'), 'member.update', { memberRole: 'member', newRole: 'owner' })).toMatchObject({
      reason: 'owner_only',
    })
    expect(can(as('admin'), 'member.invite', { newRole: 'owner' })).toMatchObject({ reason: 'owner_only' })
    expect(can(as('admin'), 'member.update', { memberRole: 'member', newRole: 'planner' }).allowed).toBe(true)
    expect(can(as('owner'), 'member.update', { memberRole: 'owner', newRole: 'admin' }).allowed).toBe(true)
  })

  it('gives a viewer reading and nothing else', () => {
    expect(abilities(as('viewer'), { ownerMemberId: 'm1' })).toEqual([
      'plan.read',
      'record.read',
      'budget.read',
      'export.run',
      'member.read',
      'history.read',
      'event.read',
      'notice.read',
    ])
  })
})

describe('access: money fields', () => {
  it('counts channel cost as money that members may enter, a budget share as money they may not', () => {
    expect([isMoneyField('channel_effect', 'cost'), isDecidedMoney('channel_effect', 'cost')]).toEqual([
      true,
      false,
    ])
    expect([isMoneyField('budget_line', 'share'), isDecidedMoney('budget_line', 'share')]).toEqual([
      true,
      true,
    ])
    expect(isMoneyField('task', 'name')).toBe(false)
  })
})

describe('access: the last owner', () => {
  const two = [
    { memberId: 'a', role: 'owner' },
    { memberId: 'b', role: 'owner' },
  ] as const
  const one = [
    { memberId: 'a', role: 'owner' },
    { memberId: 'b', role: 'admin' },
  ] as const

  it('can be neither demoted nor removed', () => {
    expect(keepsAnOwner(one, 'a', 'admin')).toBe(false)
    expect(keepsAnOwner(one, 'a', null)).toBe(false)
  })
  it('may stay owner, and one of two owners may go', () => {
    expect(keepsAnOwner(one, 'a', 'owner')).toBe(true)
    expect(keepsAnOwner(two, 'a', null)).toBe(true)
    expect(keepsAnOwner(one, 'b', null)).toBe(true)
  })
})
