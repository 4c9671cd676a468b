import type { ChangeEvent, PresenceEvent } from '@yingce/contracts/live/event'

/**
 * The workspace's live changes, one stream for all tabs of this browser.
 *
 * HTTP/1.1 allows six connections per origin, so the tabs elect one (Web Locks)
 * that holds the stream and passes each event on (BroadcastChannel); when that
 * tab closes another takes over and resumes at the last sequence number seen.
 */
export type LiveMessage =
  | { kind: 'change'; event: ChangeEvent }
  | { kind: 'presence'; event: PresenceEvent }
  | { kind: 'reset' }
  | { kind: 'state'; isConnected: boolean }

type Listener = (message: LiveMessage) => void

const listeners = new Set<Listener>()
const channel = new BroadcastChannel('yingce.live')
let lastSeq: number | null = null
let connected = true
let stop: (() => void) | null = null

export function isLive(): boolean {
  return connected
}

export function onLive(listener: Listener): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function receive(message: LiveMessage): void {
  if (message.kind === 'change') lastSeq = Math.max(lastSeq ?? 0, message.event.seq)
  if (message.kind === 'state') connected = message.isConnected
  for (const listener of listeners) listener(message)
}

function publish(message: LiveMessage): void {
  receive(message)
  channel.postMessage(message)
}

channel.addEventListener('message', (event: MessageEvent<LiveMessage>) => receive(event.data))

function openStream(): () => void {
  const source = new EventSource(lastSeq === null ? '/api/events' : `/api/events?since=${lastSeq}`)
  source.addEventListener('open', () => publish({ kind: 'state', isConnected: true }))
  source.addEventListener('error', () => publish({ kind: 'state', isConnected: false }))
  source.addEventListener('change', (event) =>
    publish({ kind: 'change', event: JSON.parse(event.data) as ChangeEvent }),
  )
  source.addEventListener('presence', (event) =>
    publish({ kind: 'presence', event: JSON.parse(event.data) as PresenceEvent }),
  )
  source.addEventListener('reset', () => publish({ kind: 'reset' }))
  return () => source.close()
}

/** Starts listening for the signed-in person; the call that is returned ends it (sign-out, other workspace). */
export function startLive(workspaceId: string): () => void {
  stop?.()
  lastSeq = null
  const ended = Promise.withResolvers<void>()
  let isOver = false
  void navigator.locks.request(`yingce.live.${workspaceId}`, async () => {
    if (isOver) return
    const close = openStream()
    await ended.promise
    close()
  })
  const end = () => {
    isOver = true
    ended.resolve()
  }
  stop = end
  return end
}
