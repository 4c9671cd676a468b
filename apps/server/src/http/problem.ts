import type { Problem, RefusalCode } from '@yingce/contracts/error'
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { isUnavailable } from '../db/is-unavailable.ts'
import { Refusal } from './refusal.ts'

/** PostgreSQL refuses the NUL character in text and in JSON. */
const NUL_CODES = new Set(['22021', '22P05'])
const TOO_LARGE_CODES = new Set(['FST_ERR_CTP_BODY_TOO_LARGE', 'FST_REQ_FILE_TOO_LARGE'])
const MEDIA_TYPE_CODES = new Set(['FST_ERR_CTP_INVALID_MEDIA_TYPE', 'FST_INVALID_MULTIPART_CONTENT_TYPE'])

function titleOf(code: RefusalCode): string {
  const words = code.replaceAll('_', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** RFC 9457 body of a refusal. */
export function problemOf(refusal: Refusal, requestId: string): Problem {
  return {
    type: `urn:yingce:problem:${refusal.code}`,
    title: titleOf(refusal.code),
    status: refusal.status,
    code: refusal.code,
    params: refusal.params as Record<string, unknown>,
    requestId,
    issues: [...refusal.issues],
    ...(refusal.conflict === undefined ? {} : { conflict: refusal.conflict }),
  }
}

export async function sendProblem(reply: FastifyReply, refusal: Refusal): Promise<FastifyReply> {
  const retryAfter = refusal.params['retryAfterSeconds']
  if (typeof retryAfter === 'number') reply.header('retry-after', String(retryAfter))
  if (refusal.code === 'unavailable') reply.header('retry-after', '2')
  return reply
    .code(refusal.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .send(JSON.stringify(problemOf(refusal, reply.request.id)))
}

/** What an error means to the caller; everything that we did not foresee is `internal`. */
export function refusalOf(error: unknown, bodyLimit: number): Refusal {
  if (error instanceof Refusal) return error
  if (isUnavailable(error)) return new Refusal('unavailable')
  const { code, statusCode, message } = error as Partial<FastifyError>
  if (code !== undefined && TOO_LARGE_CODES.has(code))
    return new Refusal('payload_too_large', { params: { maxBytes: bodyLimit } })
  if (code !== undefined && MEDIA_TYPE_CODES.has(code)) return new Refusal('unsupported_media_type')
  if (code !== undefined && NUL_CODES.has(code)) {
    return new Refusal('invalid_request', {
      issues: [{ path: 'body', code: 'nul_character', message: 'Text may not contain the NUL character' }],
    })
  }
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500) {
    return new Refusal('invalid_request', {
      issues: [{ path: 'body', code: 'unreadable', message: message ?? 'The request cannot be read' }],
    })
  }
  return new Refusal('internal')
}

export async function handleError(
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<void> {
  const refusal = refusalOf(error, request.routeOptions.bodyLimit ?? 0)
  if (refusal.status >= 500) request.log.error({ err: error }, 'request failed')
  if (reply.sent || reply.raw.headersSent) {
    reply.raw.destroy()
    return
  }
  await sendProblem(reply, refusal)
}
