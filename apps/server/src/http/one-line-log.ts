import { LogController, type FastifyReply, type FastifyRequest } from 'fastify'

/** The secret of an invitation or of a form to fill in stands in its address, and does not belong in a log. */
function loggedUrl(url: string): string {
  return url.replace(/^(\/api\/invitation-links|\/join|\/api\/fill|\/fill)\/[^/?]+/, '$1/…')
}

/** One line per request, when it is done, with all that is known of it; two would say the same twice. */
export class OneLineLog extends LogController {
  override incomingRequest(): void {}

  override requestCompleted(
    error: Error | null | undefined,
    request: FastifyRequest,
    reply: FastifyReply,
  ): void {
    if (this.isLogDisabled(request)) return
    const line = {
      method: request.method,
      url: loggedUrl(request.url),
      status: reply.statusCode,
      milliseconds: Math.round(reply.elapsedTime * 10) / 10,
      ip: request.ip,
    }
    if (error == null) reply.log.info(line, 'request')
    else reply.log.error({ ...line, err: error }, 'request failed')
  }
}
