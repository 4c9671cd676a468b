import { describe, expect, test } from 'vitest'
import { readOrder } from './read-order.ts'

describe('the words after npm test --', () => {
  test('none runs the check, every project and the stories', () => {
    const order = readOrder([])
    expect(order).toMatchObject({ hasCheck: true, hasE2e: true, files: [] })
    expect(order.projects).toEqual(['domain', 'contracts', 'office', 'cli', 'web', 'server', 'scripts'])
  })

  test('"unit" is every project without a database', () => {
    const order = readOrder(['unit'])
    expect(order).toMatchObject({ hasCheck: false, hasE2e: false })
    expect(order.projects).toEqual(['domain', 'contracts', 'office', 'cli', 'web', 'scripts'])
  })

  test('"check" runs no test', () => {
    expect(readOrder(['check'])).toEqual({ hasCheck: true, projects: [], hasE2e: false, files: [] })
  })

  test('a part of a file name runs those files of the named suite', () => {
    expect(readOrder(['server', 'embedded'])).toEqual({
      hasCheck: false,
      projects: ['server'],
      hasE2e: false,
      files: ['embedded'],
    })
  })
})
