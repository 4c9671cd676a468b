import { describe, expect, test } from 'vitest'
import { KeptEntries, type KeptEntry, type SendResult } from './kept-entries.ts'

function memory() {
  const held = new Map<string, string>()
  return {
    held,
    getItem: (key: string) => held.get(key) ?? null,
    setItem: (key: string, value: string) => void held.set(key, value),
  }
}

/** A server that answers as it is told, and remembers what reached it. */
function server(...answers: (SendResult['kind'] | Exclude<SendResult, { kind: 'sent' | 'unreachable' }>)[]) {
  const reached: [string, unknown][] = []
  const send = async (entry: KeptEntry): Promise<SendResult> => {
    const answer = answers.shift() ?? 'sent'
    if (answer !== 'unreachable') reached.push([entry.taskName, entry.values])
    return typeof answer === 'string' ? ({ kind: answer } as SendResult) : answer
  }
  return { reached, send }
}

const entry = (taskId: string, values: Record<string, unknown>) => ({
  planId: 'p',
  taskId,
  taskName: `task ${taskId}`,
  version: 3,
  values,
  isOverwriting: false,
})

describe('C5: entries that wait for the server', () => {
  test('an entry made without a line is kept by the browser and sent in its order once there is one', async () => {
    const storage = memory()
    const dead = server('unreachable', 'unreachable', 'unreachable')
    const offline = new KeptEntries(storage, 'me', dead.send)
    await offline.add(entry('a', { spent: 100 }))
    await offline.add(entry('b', { progress: 0.5 }))
    await offline.add(entry('a', { spent: 200, issue: '缺素材' }))
    expect(dead.reached).toEqual([])
    const alive = server()
    const reopened = new KeptEntries(storage, 'me', alive.send)
    await reopened.flush()
    expect(alive.reached).toEqual([
      ['task a', { spent: 200, issue: '缺素材' }],
      ['task b', { progress: 0.5 }],
    ])
    expect(new KeptEntries(storage, 'me', alive.send).snapshot()).toEqual([])
  })

  test('another person on the same phone does not see them', async () => {
    const storage = memory()
    await new KeptEntries(storage, 'me', server('unreachable').send).add(entry('a', { spent: 1 }))
    expect(new KeptEntries(storage, 'you', server().send).snapshot()).toEqual([])
  })

  test('a conflict waits for its answer and does not hold up the others', async () => {
    const conflict = {
      id: 'a',
      currentVersion: 7,
      by: '李四',
      at: null,
      fields: [
        { field: 'spent', base: 1, current: 5, yours: 9 },
        { field: 'progress', base: 0.1, current: 0.2, yours: 0.3 },
      ],
    }
    const answers = server({ kind: 'conflict', conflict })
    const kept = new KeptEntries(memory(), 'me', answers.send)
    await kept.add(entry('a', { spent: 9, progress: 0.3, issue: '没有争议' }))
    await kept.add(entry('b', { spent: 2 }))
    expect(kept.snapshot()).toMatchObject([{ taskId: 'a', state: 'conflict' }])
    expect(answers.reached.slice(1)).toEqual([
      ['task a', { issue: '没有争议' }],
      ['task b', { spent: 2 }],
    ])
    await kept.settle('a', { spent: 'mine', progress: 'current' })
    expect(answers.reached.at(-1)).toEqual(['task a', { spent: 9 }])
    expect(kept.snapshot()).toEqual([])
  })

  test('what the server refuses stays with its reason until it is put aside', async () => {
    const kept = new KeptEntries(memory(), 'me', server({ kind: 'refused', reason: '没有权限' }).send)
    await kept.add(entry('a', { budget: 2 }))
    expect(kept.snapshot()).toMatchObject([{ state: 'refused', reason: '没有权限' }])
    kept.discard('a')
    expect(kept.snapshot()).toEqual([])
  })

  test('what is entered while the first part goes out follows with the version that the first part made', async () => {
    const gate = Promise.withResolvers<void>()
    const sent: [number, unknown][] = []
    const kept = new KeptEntries(memory(), 'me', async ({ version, values }) => {
      sent.push([version, values])
      if (sent.length === 1) await gate.promise
      return { kind: 'sent' }
    })
    const first = kept.add(entry('a', { spent: 1 }))
    await kept.add(entry('a', { progress: 0.9 }))
    gate.resolve()
    await first
    expect(sent).toEqual([
      [3, { spent: 1 }],
      [4, { progress: 0.9 }],
    ])
  })

  test('storage that holds something else is no entry', () => {
    const storage = memory()
    storage.setItem('me', '{"a"')
    expect(new KeptEntries(storage, 'me', server().send).snapshot()).toEqual([])
  })
})
