import { flushCompileCache } from 'node:module'
import type { ProcessMessage } from './child-messages.ts'
import { officeFileErrorOf } from './office-file-error-of.ts'

/** Hands a part over; waits only while too many that were given before have not been taken. */
export type GivePart<Part> = (part: Part) => Promise<void>

/** While one part is written the next is on its way and a third is made. */
const MOST_UNTAKEN = 3

/** In a reading process: takes one job, gives its parts, answers once all of them were taken, ends. */
export function answerJob<Job, Part, Answer>(
  work: (job: Job, give: GivePart<Part>) => Promise<Answer>,
): void {
  const send = (message: ProcessMessage<Part, Answer>) => process.send?.(message)
  let untaken = 0
  let wake = (): void => {}
  const untilUntaken = async (most: number): Promise<void> => {
    while (untaken > most)
      await new Promise<void>((resolve) => {
        wake = resolve
      })
  }
  const give: GivePart<Part> = async (part) => {
    send({ part })
    untaken++
    await untilUntaken(MOST_UNTAKEN - 1)
  }
  process.once('message', (job: Job) => {
    // Whatever comes after the job says that a part was taken.
    process.on('message', () => {
      untaken--
      wake()
    })
    void work(job, give)
      .then(async (answer) => {
        await untilUntaken(0)
        return answer
      })
      .then(
        (answer): ProcessMessage<Part, Answer> => ({ ok: true, answer }),
        async (error: unknown): Promise<ProcessMessage<Part, Answer>> => {
          const { code, message, params } = await officeFileErrorOf(error)
          return { ok: false, code, message, params }
        },
      )
      .then((outcome) => {
        // The answer is our end, sudden at times: what was compiled for it is kept for the next one before.
        flushCompileCache()
        process.send?.(outcome, () => process.disconnect())
      })
  })
  send('ready')
}
