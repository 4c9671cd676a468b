import { once } from 'node:events'
import { createServer, get, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { boundedWriter } from './bounded-writer.ts'

const LIMIT = 100_000

async function stream(read: (response: IncomingMessage) => void): Promise<{ sent: number; wasCut: boolean }> {
  const result = { sent: 0, wasCut: false }
  const server = createServer((_request, response) => void flood(response)).listen(0, '127.0.0.1')
  async function flood(response: ServerResponse): Promise<void> {
    const write = boundedWriter(response, LIMIT)
    for (let round = 0; round < 400 && !response.destroyed; round++) {
      write('x'.repeat(50_000))
      result.sent += 50_000
      await sleep(1)
    }
    result.wasCut = response.destroyed
    response.end()
  }
  await once(server, 'listening')
  const response = await new Promise<IncomingMessage>((resolve) => {
    get({ port: (server.address() as AddressInfo).port, host: '127.0.0.1' }, resolve)
  })
  response.on('error', () => {})
  read(response)
  while (server.listening && result.sent < 20_000_000 && !result.wasCut) await sleep(10)
  response.destroy()
  server.close()
  return result
}

test('a consumer that reads gets everything', async () => {
  const { sent, wasCut } = await stream((response) => response.resume())
  expect([sent, wasCut]).toEqual([20_000_000, false])
})

test('a consumer that reads nothing is cut off', async () => {
  const { sent, wasCut } = await stream((response) => response.pause())
  expect(wasCut).toBe(true)
  expect(sent).toBeLessThan(20_000_000)
})
