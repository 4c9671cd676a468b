import { expect, test } from 'vitest'
import { inReadingProcess } from './in-reading-process.ts'

const SCRIPT = new URL('./give-and-answer.fixture.ts', import.meta.url)

/** A process that has given its part and answers once it is let go on. */
async function waiting(job: string) {
  const given = Promise.withResolvers<void>()
  const taken = Promise.withResolvers<void>()
  const answer = inReadingProcess<string, string, string>(SCRIPT, job, {
    timeoutMs: 30_000,
    memoryBytes: 1024 ** 3,
    onPart: () => {
      given.resolve()
      return taken.promise
    },
  })
  await given.promise
  return { answer, goOn: taken.resolve }
}

/** Looks away while a process answers and ends. */
function lookAway(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 500)
}

test('an answer counts though the end of its process is seen first', async () => {
  const [first, second] = [await waiting('first'), await waiting('second')]
  // Both the answer and the end of the first are there when they are looked at …
  first.goOn()
  setImmediate(lookAway)
  // … and while its answer is taken the second ends as well: the ends of both are seen before the second's answer.
  const seen = first.answer.then(async (answer) => {
    second.goOn()
    for (let turn = 0; turn < 10; turn++) await Promise.resolve()
    lookAway()
    return answer
  })
  expect([await seen, await second.answer]).toEqual(['first', 'second'])
})
