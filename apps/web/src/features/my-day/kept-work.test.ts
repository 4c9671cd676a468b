// @vitest-environment happy-dom
import { beforeEach, describe, expect, test } from 'vitest'
import { countKept, forgetKept } from './kept-work.ts'

describe('C5: what signing out deletes', () => {
  beforeEach(() => {
    localStorage.clear()
    localStorage.setItem('yingce.day.entries.a.w1', '[{"taskId":"1"},{"taskId":"2"}]')
    localStorage.setItem('yingce.day.entries.a.w2', '[{"taskId":"3"}]')
    localStorage.setItem('yingce.day.entries.ab.w1', '[{"taskId":"4"}]')
    localStorage.setItem('yingce.day.entries.a.w3', '[{"cut')
  })

  test('three entries of one account in two workspaces wait; another account, and a text cut off, count for none', async () => {
    expect(await countKept('a')).toBe(3)
  })

  test('those go, and another account’s stay', async () => {
    await forgetKept('a')
    expect(Object.keys(localStorage)).toEqual(['yingce.day.entries.ab.w1'])
  })
})
