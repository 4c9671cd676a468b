import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { hashOfSources } from './build-web.ts'

let project: string

beforeEach(async () => {
  project = await mkdtemp(join(tmpdir(), 'yingce-sources-'))
  await write('apps/web/src/main.tsx', 'export const a = 1')
  await write('packages/domain/src/plan.ts', 'export const b = 1')
})

afterEach(() => rm(project, { recursive: true }))

async function write(file: string, text: string): Promise<void> {
  await mkdir(dirname(join(project, file)), { recursive: true })
  await writeFile(join(project, file), text)
}

describe('the web is built again', () => {
  test.each([
    ['when a page changed', 'apps/web/src/main.tsx'],
    ['when a page was added', 'apps/web/src/new.tsx'],
    ['when the domain changed', 'packages/domain/src/plan.ts'],
    ['when the contracts changed', 'packages/contracts/src/plan.ts'],
    ['when a dependency changed', 'package-lock.json'],
  ])('%s', async (_, file) => {
    const before = hashOfSources(project)
    await write(file, 'export const changed = 2')
    expect(hashOfSources(project)).not.toBe(before)
  })

  test.each([
    ['when a test changed', 'apps/web/src/main.test.tsx'],
    ['by what was built before', 'apps/web/dist/index.html'],
    ['when the server changed', 'apps/server/src/main.ts'],
  ])('but not %s', async (_, file) => {
    const before = hashOfSources(project)
    await write(file, 'export const changed = 2')
    expect(hashOfSources(project)).toBe(before)
  })
})
