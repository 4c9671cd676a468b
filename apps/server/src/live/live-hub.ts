import type { ChangeEvent, PresenceEvent } from '@yingce/contracts/live/event'
import type { Database } from '../db/database.ts'
import { CHANGE_CHANNEL } from '../db/change-log.ts'
import { type Scope, withWorkspace } from '../db/scope.ts'
import { openListener } from './listener.ts'
import { type Announcement, PresenceBoard } from './presence-board.ts'
import { readEvents, readTick } from './read-events.ts'

/** Somebody who follows a workspace; the calls must not throw. */
export interface Subscriber {
  readonly workspaceId: string
  /** Following from now on, which is after this number. */
  onStart(seq: number): void
  /** Events of one or several transactions, ascending. */
  onChanges(events: readonly ChangeEvent[]): void
  onPresence(event: PresenceEvent): void
  /** The sequence asked for cannot be followed: load afresh; the stream goes on from `seq`. */
  onReset(seq: number): void
}

export interface LiveHub {
  start(): Promise<void>
  stop(): Promise<void>
  /** @param since last sequence number seen; null: from now on */
  subscribe(subscriber: Subscriber, since: number | null): Promise<() => void>
  announce(announcement: Announcement): Promise<void>
}

interface Follower {
  subscriber: Subscriber
  cursor: number
  /** Events that came while older ones were still being read; null once caught up. */
  waiting: ChangeEvent[] | null
}

interface Room {
  followers: Set<Follower>
  /** Everything up to here was passed on. */
  seq: number
  reading: Promise<void> | null
  isStale: boolean
}

const PRESENCE_CHANNEL = 'yingce_presence'
/** Also without a word from the listener (it may be reconnecting) nobody waits longer. */
const POLL_MILLIS = 10_000
/** Who is further behind loads afresh, which is cheaper for both sides. */
const MAX_BEHIND = 20_000

/**
 * Passes on what is written, in any process, to those who follow a workspace in
 * this one. One connection listens; what it hears is only that something was
 * written, and the log is then read once for all followers.
 */
export function createLiveHub(db: Database, onError: (error: unknown) => void): LiveHub {
  const rooms = new Map<string, Room>()
  const board = new PresenceBoard()
  const listener = openListener(db.address, [CHANGE_CHANNEL, PRESENCE_CHANNEL], {
    onNotice,
    onReady: readAll,
    onError,
  })
  let poll: NodeJS.Timeout | undefined

  function inside<T>(workspaceId: string, work: (scope: Scope) => Promise<T>): Promise<T> {
    return withWorkspace(db, { workspaceId, memberId: null, source: 'page', at: new Date() }, work)
  }

  function onNotice(channel: string, payload: string): void {
    if (channel === CHANGE_CHANNEL) {
      readRoom(payload)
      return
    }
    const announcement = JSON.parse(payload) as Announcement
    board.put(announcement, Date.now())
    tellPresence(announcement.workspaceId, announcement.planId)
  }

  function tellPresence(workspaceId: string, planId: string): void {
    const room = rooms.get(workspaceId)
    if (room === undefined) return
    const event = { planId, people: board.people(workspaceId, planId, Date.now()) }
    for (const follower of room.followers) follower.subscriber.onPresence(event)
  }

  function readAll(): void {
    for (const workspaceId of rooms.keys()) readRoom(workspaceId)
  }

  function tick(): void {
    readAll()
    for (const { workspaceId, planId } of board.expire(Date.now())) tellPresence(workspaceId, planId)
  }

  /** At most one read per room at a time; what comes meanwhile leads to one more. */
  function readRoom(workspaceId: string): void {
    const room = rooms.get(workspaceId)
    if (room === undefined) return
    if (room.reading !== null) {
      room.isStale = true
      return
    }
    room.reading = (async () => {
      do {
        room.isStale = false
        const events = await inside(workspaceId, (scope) => readEvents(scope, room.seq))
        if (events.length > 0) {
          room.seq = events.at(-1)!.seq
          for (const follower of room.followers) deliver(follower, events)
        }
      } while (room.isStale)
    })()
      .catch(onError)
      .finally(() => {
        room.reading = null
      })
  }

  function deliver(follower: Follower, events: readonly ChangeEvent[]): void {
    if (follower.waiting !== null) {
      follower.waiting.push(...events)
      return
    }
    const news = events.filter((event) => event.seq > follower.cursor)
    if (news.length === 0) return
    follower.cursor = news.at(-1)!.seq
    follower.subscriber.onChanges(news)
  }

  async function catchUp(follower: Follower, since: number): Promise<void> {
    const { workspaceId } = follower.subscriber
    const { seq, events } = await inside(workspaceId, async (scope) => {
      const now = await readTick(scope)
      return {
        seq: now,
        events: since > now || now - since > MAX_BEHIND ? null : await readEvents(scope, since),
      }
    })
    const waiting = follower.waiting ?? []
    follower.waiting = null
    if (events === null) {
      follower.cursor = seq
      follower.subscriber.onReset(seq)
    } else {
      follower.cursor = since
      deliver(follower, events)
    }
    deliver(follower, waiting)
  }

  return {
    async start() {
      await listener.start()
      poll = setInterval(tick, POLL_MILLIS)
      poll.unref()
    },
    async stop() {
      clearInterval(poll)
      await listener.stop()
    },
    async subscribe(subscriber, since) {
      const { workspaceId } = subscriber
      let room = rooms.get(workspaceId)
      if (room === undefined) {
        room = {
          followers: new Set(),
          seq: await inside(workspaceId, readTick),
          reading: null,
          isStale: false,
        }
        room = rooms.get(workspaceId) ?? room
        rooms.set(workspaceId, room)
      }
      const follower: Follower = { subscriber, cursor: room.seq, waiting: since === null ? null : [] }
      room.followers.add(follower)
      if (since === null) subscriber.onStart(room.seq)
      else await catchUp(follower, since)
      // A write between reading the tick and joining the room made no noise here.
      readRoom(workspaceId)
      for (const event of board.events(workspaceId, Date.now())) subscriber.onPresence(event)
      return () => {
        room.followers.delete(follower)
        if (room.followers.size === 0 && rooms.get(workspaceId) === room) rooms.delete(workspaceId)
      }
    },
    async announce(announcement) {
      await db.pool.query('select pg_notify($1, $2)', [PRESENCE_CHANNEL, JSON.stringify(announcement)])
    },
  }
}
