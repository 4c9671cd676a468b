import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fakeDingtalk } from '../dingtalk/fake/fake-dingtalk.ts'
import { fakeFeishu } from '../feishu/fake/fake-feishu.ts'
import { fakeWebhook } from '../webhook/fake/fake-webhook.ts'
import { fakeWecom } from '../wecom/fake/fake-wecom.ts'
import type { FakeRequest, FakeRobot } from './fake-robot.ts'

/** A message that appeared in a group. */
export interface ShownMessage {
  readonly robot: string
  readonly text: string
  /** Whom it called, by the addresses of the platform. */
  readonly mentioned: readonly string[]
  readonly deliveryId: string
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: string
  readonly at: number
}

/** How the platforms behave beside their own rules. */
export type Trouble =
  | 'none'
  | 'hang_up'
  | 'http_500'
  | 'http_429'
  | 'busy'
  | 'malformed'
  | 'redirect'
  /** The message appears, and the line breaks before the answer. */
  | 'shown_then_cut'

export interface FakeRobots {
  readonly origin: string
  readonly shown: ShownMessage[]
  /** Every request that came, whatever became of it. */
  readonly requests: { readonly robot: string; readonly deliveryId: string; readonly at: number }[]
  trouble: Trouble
  close(): Promise<void>
}

const ROBOTS: readonly FakeRobot[] = [fakeWecom, fakeDingtalk, fakeFeishu, fakeWebhook]
const MINUTE_MILLIS = 60_000

/**
 * All platforms on one address, told apart by their paths, as they answer to
 * NOTICE_ENDPOINT_OVERRIDE. `GET /shown` lists what appeared.
 *
 * @param clock the platforms' own
 */
export async function startFakeRobots(clock: () => number = Date.now, port = 0): Promise<FakeRobots> {
  const robots: Omit<FakeRobots, 'origin' | 'close'> = { shown: [], requests: [], trouble: 'none' }
  const times = new Map<string, number[]>()

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://fake')
    if (request.method === 'GET' && url.pathname === '/shown') return reply(response, 200, robots.shown)
    const robot = ROBOTS.find(({ path }) => path.test(url.pathname))
    const body = await textOf(request)
    if (robot === undefined || request.method !== 'POST') return reply(response, 404, { error: 'not found' })
    const now = clock()
    const asked = {
      path: url.pathname,
      query: url.searchParams,
      bytes: Buffer.byteLength(body),
      json: jsonOf(body),
      now,
    }
    const deliveryId = String(request.headers['x-delivery-id'] ?? request.headers['webhook-id'] ?? '')
    robots.requests.push({ robot: robot.name, deliveryId, at: now })
    if (robots.trouble === 'hang_up') return void request.socket.destroy()
    if (robots.trouble === 'http_500') return reply(response, 502, { error: 'bad gateway' })
    if (robots.trouble === 'http_429') return reply(response, 429, { error: 'too many requests' })
    if (robots.trouble === 'busy')
      return reply(response, 200, { errcode: '-1', errmsg: 'system busy', code: '-1' })
    if (robots.trouble === 'malformed') return reply(response, 200, '<html>')
    if (robots.trouble === 'redirect') return void response.writeHead(302, { location: '/elsewhere' }).end()
    if (isTooFast(robot, asked)) return reply(response, 200, robot.tooFast)
    const { json, shown, mentioned = [] } = robot.reply(asked)
    if (shown !== null)
      robots.shown.push({
        robot: robot.name,
        text: shown,
        mentioned,
        deliveryId,
        headers: request.headers,
        body,
        at: now,
      })
    if (robots.trouble === 'shown_then_cut') return void request.socket.destroy()
    reply(response, 200, json)
  }

  function isTooFast(robot: FakeRobot, request: FakeRequest): boolean {
    const key = `${robot.name}/${robot.robotOf(request)}`
    const recent = (times.get(key) ?? []).filter((at) => request.now - at < MINUTE_MILLIS)
    times.set(key, [...recent, request.now])
    return recent.length >= robot.limitPerMinute
  }

  const server = createServer((request, response) => void answer(request, response)).listen(port, '127.0.0.1')
  await once(server, 'listening')
  return Object.assign(robots, {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  })
}

function reply(response: ServerResponse, status: number, body: unknown): void {
  response
    .writeHead(status, { 'content-type': 'application/json' })
    .end(typeof body === 'string' ? body : JSON.stringify(body))
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = ''
  for await (const chunk of request.setEncoding('utf8')) text += chunk as string
  return text
}

function jsonOf(text: string): Record<string, unknown> | null {
  try {
    return JSON.parse(text) as Record<string, unknown>
  } catch {
    return null
  }
}
