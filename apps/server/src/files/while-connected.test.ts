import { EventEmitter } from 'node:events'
import { IncomingMessage } from 'node:http'
import { Socket } from 'node:net'
import { describe, expect, test } from 'vitest'
import { Refusal } from '../http/refusal.ts'
import { whileConnected } from './while-connected.ts'

function requestOf(contentType: string | null): IncomingMessage {
  const raw = new IncomingMessage(new Socket())
  if (contentType !== null) raw.headers['content-type'] = contentType
  return raw
}

/** The place that is named when the connection closes in the middle of the work. */
async function givenUpPath(contentType: string | null): Promise<string | undefined> {
  const raw = requestOf(contentType)
  const abandoned = whileConnected({ raw }, async (signal) => {
    const ended = new Promise<never>((_resolve, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason))
    })
    raw.socket.emit('close', false)
    return ended
  })
  const refusal: unknown = await abandoned.catch((error: unknown) => error)
  if (!(refusal instanceof Refusal)) throw new Error('not a refusal')
  expect(refusal.issues[0]?.code).toBe('given_up')
  return refusal.issues[0]?.path
}

describe('work that ends with the connection', () => {
  test('a given-up upload is named at its file, any other request at its body', async () => {
    expect(await givenUpPath('multipart/form-data; boundary=x')).toBe('body.file')
    expect(await givenUpPath('application/json')).toBe('body')
    expect(await givenUpPath(null)).toBe('body')
  })

  test('work that ended leaves no listener on the connection', async () => {
    const raw = requestOf('application/json')
    const before = EventEmitter.listenerCount(raw.socket, 'close')
    expect(await whileConnected({ raw }, () => Promise.resolve(7))).toBe(7)
    expect(EventEmitter.listenerCount(raw.socket, 'close')).toBe(before)
  })
})
