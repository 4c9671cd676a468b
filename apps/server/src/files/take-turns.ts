/**
 * Lets at most `places` pieces of work run at once; the others wait in the order
 * they came. Who gives up while waiting leaves the queue.
 */
export function takeTurns(places: number): <T>(work: () => Promise<T>, signal?: AbortSignal) => Promise<T> {
  const waiting: (() => void)[] = []
  let free = places
  const place = async (signal?: AbortSignal): Promise<void> => {
    if (free > 0) {
      free -= 1
      return
    }
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    const leave = () => {
      const index = waiting.indexOf(resolve)
      if (index === -1) return
      waiting.splice(index, 1)
      reject(signal?.reason as Error)
    }
    waiting.push(resolve)
    signal?.addEventListener('abort', leave, { once: true })
    await promise.finally(() => signal?.removeEventListener('abort', leave))
  }
  return async (work, signal) => {
    signal?.throwIfAborted()
    await place(signal)
    try {
      return await work()
    } finally {
      // The place goes to the next one directly, so that nobody can slip in between.
      const next = waiting.shift()
      if (next === undefined) free += 1
      else next()
    }
  }
}
