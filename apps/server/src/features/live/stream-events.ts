import type { IncomingHttpHeaders } from 'node:http'
import type { ChangeEvent, streamEvents } from '@yingce/contracts/live/event'
import type { AppContext } from '../../app-context.ts'
import type { Call } from '../../http/mount-route.ts'
import { authenticate } from '../../identity/authenticate.ts'
import type { MemberPrincipal } from '../../identity/principal.ts'
import { boundedWriter } from '../../live/bounded-writer.ts'

const HEARTBEAT_MILLIS = 25_000
/** A consumer that leaves so much unread is cut off; it resumes where it was. */
const MAX_UNREAD_BYTES = 1024 * 1024

/**
 * Server-sent events of the caller's workspace until the caller leaves. Each
 * heartbeat, and each change of the members, asks again whether the session and
 * the membership still stand.
 */
export async function streamTo(
  app: AppContext,
  { principal, query, request, reply }: Call<typeof streamEvents, MemberPrincipal>,
): Promise<void> {
  const since = resumeFrom(request.headers['last-event-id'], query.since)
  reply.hijack()
  const { raw } = reply
  raw.writeHead(200, {
    ...(reply.getHeaders() as Record<string, string>),
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
    connection: 'keep-alive',
    'x-content-type-options': 'nosniff',
  })
  raw.write('retry: 2000\n\n')
  let isOver = false
  const write = boundedWriter(raw, MAX_UNREAD_BYTES)
  const check = () => {
    isStillHere(app, principal, request.headers).then(
      (isHere) => (isHere ? write(': still here\n\n') : raw.end()),
      // The database is away: that says nothing about the session.
      () => write(': waiting\n\n'),
    )
  }
  const leave = await app.hub
    .subscribe(
      {
        workspaceId: principal.workspace.id,
        // A number without an event: whoever loses the line before the first event resumes here.
        onStart: (seq) => write(`id: ${seq}\n\n`),
        onChanges: (events) => {
          write(changesText(events))
          // It may be this member who was removed.
          if (events.some(({ entity }) => entity === 'member')) check()
        },
        onPresence: (event) => write(`event: presence\ndata: ${JSON.stringify(event)}\n\n`),
        onReset: (seq) => write(`event: reset\nid: ${seq}\ndata: {}\n\n`),
      },
      since,
    )
    .catch((error: unknown) => {
      request.log.warn({ err: error }, 'event stream')
      raw.destroy()
      return () => {}
    })
  const heartbeat = setInterval(check, HEARTBEAT_MILLIS)
  const end = () => {
    if (isOver) return
    isOver = true
    clearInterval(heartbeat)
    leave()
  }
  raw.on('close', end)
  raw.on('error', end)
  if (raw.destroyed) end()
}

/** Events of one transaction have one number; it stands at the last of them, so that resuming loses none. */
function changesText(events: readonly ChangeEvent[]): string {
  return events
    .map((event, index) => {
      const isLastOfTransaction = events[index + 1]?.seq !== event.seq
      return `event: change\n${isLastOfTransaction ? `id: ${event.seq}\n` : ''}data: ${JSON.stringify(event)}\n\n`
    })
    .join('')
}

async function isStillHere(
  app: AppContext,
  principal: MemberPrincipal,
  headers: IncomingHttpHeaders,
): Promise<boolean> {
  const found = await authenticate(app.db, app.config, headers, app.clock())
  return found?.principal.member?.id === principal.member.id
}

/** The browser's own header names the last event it saw, and so wins over the address it first opened. */
function resumeFrom(lastEventId: string | string[] | undefined, since: number | undefined): number | null {
  const seq = Number(lastEventId)
  return typeof lastEventId === 'string' && lastEventId !== '' && Number.isSafeInteger(seq) && seq >= 0
    ? seq
    : (since ?? null)
}
