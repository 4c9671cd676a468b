import { setTimeout as sleep } from 'node:timers/promises'
import type { HttpClient } from './http-client.ts'
import type { MeasuredServer } from './measured-server.ts'
import { quantile } from './statistics.ts'

export interface Timing {
  readonly p50: number
  readonly p99: number
  /** CPU milliseconds of server and database per request. */
  readonly cpu: number
}

interface RequestOf {
  (index: number): { method: string; path: string; body?: object }
}

/** One after the other by one person, so that nothing waits for anything but the server. */
export async function measureRequests(
  server: MeasuredServer,
  client: HttpClient,
  count: number,
  requestOf: RequestOf,
  warmUp = 60,
): Promise<Timing> {
  const send = async (index: number): Promise<number> => {
    const { method, path, body } = requestOf(index)
    const { status, text, milliseconds } = await client.send(method, path, body)
    if (status >= 300) throw new Error(`${method} ${path}: ${status} ${text.slice(0, 500)}`)
    return milliseconds
  }
  for (let index = 0; index < warmUp; index++) await send(index)
  await sleep(200)
  const before = server.cpuMs()
  const times: number[] = []
  for (let index = 0; index < count; index++) times.push(await send(warmUp + index))
  return { p50: quantile(times, 0.5), p99: quantile(times, 0.99), cpu: (server.cpuMs() - before) / count }
}
