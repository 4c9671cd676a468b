import { once } from 'node:events'
import type { ProcessMessage } from './child-messages.ts'
import { officeFileErrorOf } from './office-file-error-of.ts'

/** Hands a part over and waits until it was taken. */
export type GivePart<Part> = (part: Part) => Promise<void>

/** In a reading process: takes one job, gives its parts, answers once, ends. */
export function answerJob<Job, Part, Answer>(
  work: (job: Job, give: GivePart<Part>) => Promise<Answer>,
): void {
  const send = (message: ProcessMessage<Part, Answer>) => process.send?.(message)
  const give: GivePart<Part> = async (part) => {
    const taken = once(process, 'message')
    send({ part })
    await taken
  }
  process.once('message', (job: Job) => {
    void work(job, give)
      .then(
        (answer): ProcessMessage<Part, Answer> => ({ ok: true, answer }),
        (error: unknown): ProcessMessage<Part, Answer> => {
          const { code, message, params } = officeFileErrorOf(error)
          return { ok: false, code, message, params }
        },
      )
      .then((outcome) => process.send?.(outcome, () => process.disconnect()))
  })
  send('ready')
}
