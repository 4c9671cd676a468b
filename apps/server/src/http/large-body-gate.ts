import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import type { FastifyReply, FastifyRequest } from 'fastify'

/** Bodies from here on become many objects at once. */
const LARGE_BYTES = 1024 * 1024
/** So many of them are in memory at a time; the others wait unread, in their sockets. */
const AT_A_TIME = 2
/** So long after the last one, what it left behind is given back to the system. */
const TIDY_MILLIS = 700

let inside = 0
const waiting: (() => void)[] = []
let tidying: NodeJS.Timeout | undefined
let collect: (() => void) | undefined

/**
 * Lets large requests in by twos, before their bodies are read: eight bulk
 * imports at once need the memory of two, and take no longer, because the
 * process works on one at a time anyway.
 */
export async function passLargeBodyGate(request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const length = request.headers['content-length']
  if (
    length !== undefined ? Number(length) < LARGE_BYTES : request.headers['transfer-encoding'] === undefined
  )
    return
  if (inside >= AT_A_TIME) {
    const turn = Promise.withResolvers<void>()
    waiting.push(turn.resolve)
    // The place is handed over by whoever leaves.
    await turn.promise
  } else inside += 1
  let hasLeft = false
  const leave = () => {
    if (hasLeft) return
    hasLeft = true
    const next = waiting.shift()
    if (next === undefined) inside -= 1
    else next()
    tidyLater()
  }
  if (reply.raw.destroyed) leave()
  else reply.raw.once('close', leave)
}

/** V8 would keep the room for the next large request, which may come tomorrow. */
function tidyLater(): void {
  clearTimeout(tidying)
  tidying = setTimeout(() => {
    if (inside > 0) return
    collect ??= collector()
    collect()
  }, TIDY_MILLIS)
  tidying.unref()
}

function collector(): () => void {
  setFlagsFromString('--expose-gc')
  return runInNewContext('gc') as () => void
}
