import { describe, expect, test } from 'vitest'
import { firstDifference } from './packages-current.mjs'

const machine = { os: 'linux', cpu: 'x64' }
const zod = { version: '4.6.7', integrity: 'sha512-a' }
const node = { version: '24.21.0', integrity: 'sha512-n', optional: true, os: ['linux'], cpu: ['x64'] }

describe('are the installed packages those of the lock?', () => {
  test.each([
    ['the same package is', { zod }, { zod }, null],
    ['another version is not', { zod }, { zod: { ...zod, version: '4.6.6' } }, 'zod'],
    [
      'the same version with other contents is not',
      { zod },
      { zod: { ...zod, integrity: 'sha512-b' } },
      'zod',
    ],
    ['an absent package is not', { zod }, {}, 'zod'],
    ['a package in addition does no harm', { zod }, { zod, extra: zod }, null],
    ['an absent optional package for this machine is not', { node }, {}, 'node'],
    ['an absent optional package for another system is', { node: { ...node, os: ['darwin'] } }, {}, null],
    ['an absent optional package for another processor is', { node: { ...node, cpu: ['arm64'] } }, {}, null],
    [
      'an absent optional package that excludes this system is',
      { node: { ...node, os: ['!linux'] } },
      {},
      null,
    ],
    ['a system written as one word counts too', { node: { ...node, os: 'linux' } }, {}, 'node'],
    ['an absent dependency of another optional package is', { tslib: { ...zod, optional: true } }, {}, null],
    [
      'a workspace that moved is not',
      { web: { link: true, resolved: 'apps/web' } },
      { web: { link: true, resolved: 'web' } },
      'web',
    ],
    ['the project itself is never listed as installed', { '': {} }, {}, null],
  ])('%s', (_, wanted, installed, expected) => {
    expect(firstDifference(wanted, installed, machine)).toBe(expected)
  })
})
