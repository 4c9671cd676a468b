import type { FastifyRequest } from 'fastify'
import { Refusal } from '../http/refusal.ts'

/** Runs work that ends with the connection: when the person gives up, so does the reading process. */
export async function whileConnected<T>(
  { raw: { socket } }: FastifyRequest,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const controller = new AbortController()
  const giveUp = () =>
    controller.abort(
      new Refusal('invalid_request', {
        issues: [{ path: 'body.file', code: 'given_up', message: 'The request was given up' }],
      }),
    )
  socket.once('close', giveUp)
  try {
    return await work(controller.signal)
  } finally {
    socket.off('close', giveUp)
  }
}
