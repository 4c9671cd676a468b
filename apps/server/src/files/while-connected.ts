import type { FastifyRequest } from 'fastify'
import { Refusal } from '../http/refusal.ts'

/**
 * Runs work that ends with the connection: when the person gives up, so does the reading process.
 *
 * What was given up is named by its place in the request: a file where one was sent, else the whole body.
 */
export async function whileConnected<T>(
  { raw: { socket, headers } }: Pick<FastifyRequest, 'raw'>,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const isUpload = headers['content-type']?.startsWith('multipart/') ?? false
  const path = isUpload ? 'body.file' : 'body'
  const controller = new AbortController()
  const giveUp = () =>
    controller.abort(
      new Refusal('invalid_request', {
        issues: [{ path, code: 'given_up', message: 'The request was given up' }],
      }),
    )
  socket.once('close', giveUp)
  try {
    return await work(controller.signal)
  } finally {
    socket.off('close', giveUp)
  }
}
