import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Call } from '../command.ts'
import { runLongWork } from './run-long-work.ts'

const JOB = new URL('./which-thread.fixture.ts', import.meta.url)
const call: Call = {
  arguments: [],
  flags: {},
  language: 'en',
  surroundings: { environment: {}, write: () => {}, complain: () => {} },
}
let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yingce-long-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function file(name: string, bytes: number): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, 'x'.repeat(bytes))
  return path
}

describe('work that takes as long as its files are large', () => {
  test('of 262,143 bytes it is done here, of one byte more in a thread', async () => {
    const small = await file('small', 256 * 1024 - 1)
    expect(await runLongWork(JOB, '', call, [small])).toBe('here')
    expect(await runLongWork(JOB, '', call, [small, await file('one', 1)])).toBe('thread')
  })
  test('a file that is not there is for the work to refuse, here', async () => {
    expect(await runLongWork(JOB, '', call, [join(folder, 'none')])).toBe('here')
  })
  test('refuses here as it does in a thread', async () => {
    const refused = { code: 'negative', file: 'numbers.csv', line: 3, column: 5 }
    const job = new URL('./echo-work.fixture.ts', import.meta.url)
    await expect(runLongWork(job, -1, call, [])).rejects.toMatchObject(refused)
  })
})
