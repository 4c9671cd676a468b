// @vitest-environment happy-dom
import type { SessionView } from '@yingce/contracts/identity/session'
import { beforeEach, describe, expect, test } from 'vitest'
import { forgetSession, keepSession, keptSession } from './kept-session.ts'

const session = (id: string): SessionView => ({
  user: { id, name: id, email: `${id}@example.com` },
  memberId: null,
  role: null,
  workspace: null,
  memberships: [],
  abilities: {},
})
const keys = () => Object.keys(localStorage).toSorted()

describe('C5: who was signed in, for a page without a line', () => {
  beforeEach(() => {
    localStorage.clear()
    localStorage.setItem('yingce.day.last.a.w', '{}')
    localStorage.setItem('yingce.day.entries.a.w', '[]')
  })

  test('is kept with the own day; whoever signs in next on the device finds neither, but unsent entries wait', () => {
    keepSession(session('a'))
    expect([keptSession()?.user.id, keys()]).toEqual([
      'a',
      ['yingce.day.entries.a.w', 'yingce.day.last.a.w', 'yingce.session.last'],
    ])
    keepSession(session('b'))
    expect([keptSession()?.user.id, keys()]).toEqual(['b', ['yingce.day.entries.a.w', 'yingce.session.last']])
  })

  test('a session that ended leaves no day behind, and entries that nobody has sent yet', () => {
    keepSession(session('a'))
    forgetSession()
    expect([keptSession(), keys()]).toEqual([null, ['yingce.day.entries.a.w']])
  })

  test('storage that holds something else is nobody', () => {
    localStorage.setItem('yingce.session.last', '{"a"')
    expect(keptSession()).toBeNull()
  })
})
