import process from 'node:process'
import { describe, expect, test } from 'vitest'
import type { Call } from '../command.ts'
import { Refusal } from '../refusal.ts'
import { runInThread } from './run-in-thread.ts'

const JOB = new URL('./echo-work.fixture.ts', import.meta.url)

function called(isTerminal = false) {
  const said: string[] = []
  const surroundings = {
    environment: {},
    write: () => {},
    complain: (text: string) => void said.push(text),
    isTerminal,
  }
  const call: Call = { arguments: [], flags: {}, language: 'en', surroundings }
  return { call, said }
}

describe('a command that computes in a thread', () => {
  test('gets the answer of the job', async () => {
    expect(await runInThread(JOB, 21, called().call)).toBe(42)
  })
  test('gets its refusal with file, line and column', async () => {
    const refused = await runInThread(JOB, -1, called().call).catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(Refusal)
    expect(refused).toMatchObject({ code: 'negative', file: 'numbers.csv', line: 3, column: 5, advice: null })
  })
  test('gets a bug as a bug', async () => {
    await expect(runInThread(JOB, 13, called().call)).rejects.toThrow('a bug')
  })
  test('calls it off on Ctrl-C, and shows before how far it is', async () => {
    const { call, said } = called(true)
    const running = runInThread(JOB, 1000, call)
    await expect.poll(() => said.join(''), { timeout: 10_000 }).toContain('%')
    process.emit('SIGINT')
    await expect(running).rejects.toMatchObject({ code: 'cancelled' })
    expect(said.at(-1)).toBe('\r     \r')
  })
  test('says nothing where nobody reads', async () => {
    const { call, said } = called()
    await runInThread(JOB, 21, call)
    expect(said).toEqual([])
  })
})
