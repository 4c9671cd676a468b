/*
 * The service worker: lets 我的今日 open without a line once it was opened with one (C5). Built as one file of its
 * own, /service-worker.js; it imports nothing.
 *
 * Pages come from the network and only without an answer from what was kept, so a new build reaches everybody at the
 * next load. Hashed files never change and come from what was kept. The API is never touched: what the server said is
 * private, and the page keeps itself what it needs of it.
 */

/** Addresses of the files that the page of the day needs, put in by the build. */
declare const __OFFLINE_FILES__: readonly string[]
/** Differs between builds. */
declare const __OFFLINE_BUILD__: string

interface WaitingEvent extends Event {
  waitUntil(work: Promise<unknown>): void
}

interface AskedEvent extends WaitingEvent {
  readonly request: Request
  respondWith(answer: Promise<Response>): void
}

/** The part of ServiceWorkerGlobalScope that is used: its types cannot stand beside those of a page. */
interface WorkerScope {
  readonly location: Location
  readonly clients: { claim(): Promise<void> }
  skipWaiting(): Promise<void>
  addEventListener(type: 'install' | 'activate', listener: (event: WaitingEvent) => void): void
  addEventListener(type: 'fetch', listener: (event: AskedEvent) => void): void
}

// Makes a module of it for the type checker; nothing is exported.
export {}

const worker = self as unknown as WorkerScope

const FAMILY = 'yingce-page-'
const NAME = `${FAMILY}${__OFFLINE_BUILD__}`
/** Any address answers with the same page; it is kept once. */
const PAGE = '/'
/** A line that is there but carries nothing is no line. */
const PATIENCE_MS = 4000

worker.addEventListener('install', (event) => event.waitUntil(install()))
worker.addEventListener('activate', (event) => event.waitUntil(takeOver()))
worker.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== worker.location.origin) return
  if (pathname.startsWith('/assets/')) event.respondWith(hashedFile(request))
  // What has a name with an ending, and whatever the API gives, is no page.
  else if (request.mode === 'navigate' && !/^\/api\/|\.\w+$/.test(pathname)) event.respondWith(page(event))
})

async function install(): Promise<void> {
  const kept = await caches.open(NAME)
  await kept.addAll([new Request(PAGE, { cache: 'no-cache' }), ...__OFFLINE_FILES__])
  await worker.skipWaiting()
}

/** What an older build kept goes; pages that are open already come under this worker. */
async function takeOver(): Promise<void> {
  const names = await caches.keys()
  await Promise.all(
    names.filter((name) => name.startsWith(FAMILY) && name !== NAME).map((name) => caches.delete(name)),
  )
  await worker.clients.claim()
}

async function hashedFile(request: Request): Promise<Response> {
  const kept = await caches.open(NAME)
  const known = await kept.match(request.url)
  if (known !== undefined) return known
  const answer = await fetch(request)
  if (answer.ok) await keep(kept, request.url, answer)
  return answer
}

/** A full disk is no reason to hold an answer back. */
async function keep(kept: Cache, address: string, answer: Response): Promise<void> {
  await kept.put(address, answer.clone()).catch(() => undefined)
}

async function page(event: AskedEvent): Promise<Response> {
  const kept = await caches.open(NAME)
  const known = await kept.match(PAGE)
  const asked = fetch(event.request).then(async (answer) => {
    if (answer.ok && answer.headers.get('content-type')?.startsWith('text/html') === true)
      await keep(kept, PAGE, answer)
    return answer
  })
  if (known === undefined) return asked
  const patience = new Promise<Response>((resolve) => setTimeout(resolve, PATIENCE_MS, known))
  // A late answer is still kept for the next time.
  event.waitUntil(asked.catch(() => undefined))
  const answer = await Promise.race([asked, patience]).catch(() => known)
  // A proxy without its server behind it.
  return answer.status >= 500 ? known : answer
}
