import { beforeEach, describe, expect, test, vi } from 'vitest'

type Listener = (event: unknown) => void

const ORIGIN = 'https://plans.example.com'
const FILES = ['/assets/app-1a2b.js']
const html = (text: string, status = 200) =>
  new Response(text, { status, headers: { 'content-type': 'text/html; charset=utf-8' } })
const addressOf = (asked: Request | string) =>
  new URL(typeof asked === 'string' ? asked : asked.url, ORIGIN).pathname

/** Caches of a browser, by name and address. */
let kept: Map<string, Map<string, Response>>
let listeners: Map<string, Listener>
let network: (path: string) => Promise<Response>

beforeEach(async () => {
  kept = new Map()
  listeners = new Map()
  network = (path) => Promise.resolve(html(`network ${path}`))
  vi.stubGlobal('__OFFLINE_FILES__', FILES)
  vi.stubGlobal('__OFFLINE_BUILD__', 'new')
  vi.stubGlobal('self', {
    location: { origin: ORIGIN },
    clients: { claim: () => Promise.resolve() },
    skipWaiting: () => Promise.resolve(),
    addEventListener: (type: string, listener: Listener) => listeners.set(type, listener),
  })
  vi.stubGlobal(
    'Request',
    class {
      readonly url: string
      constructor(path: string) {
        this.url = `${ORIGIN}${path}`
      }
    },
  )
  vi.stubGlobal('fetch', (asked: Request | string) => network(addressOf(asked)))
  vi.stubGlobal('caches', {
    keys: () => Promise.resolve([...kept.keys()]),
    delete: (name: string) => Promise.resolve(kept.delete(name)),
    open: (name: string) => {
      const held = kept.get(name) ?? new Map<string, Response>()
      kept.set(name, held)
      return Promise.resolve({
        match: (asked: string) => Promise.resolve(held.get(addressOf(asked))?.clone()),
        put: (asked: string, answer: Response) => Promise.resolve(void held.set(addressOf(asked), answer)),
        addAll: async (all: readonly (Request | string)[]) => {
          for (const one of all) held.set(addressOf(one), await network(addressOf(one)))
        },
      })
    },
  })
  vi.resetModules()
  await import('./service-worker.ts')
})

/** What the worker answers with; null: it leaves the request to the browser. */
async function ask(path: string, more: { mode?: string; method?: string } = {}): Promise<Response | null> {
  let answer: Promise<Response> | null = null
  listeners.get('fetch')?.({
    request: { url: new URL(path, ORIGIN).href, method: 'GET', mode: 'navigate', ...more },
    respondWith: (given: Promise<Response>) => (answer = given),
    waitUntil: () => undefined,
  })
  return answer
}
const textOf = async (answer: Promise<Response | null>) => (await answer)?.text()
async function fire(type: 'install' | 'activate'): Promise<void> {
  let work: Promise<unknown> = Promise.resolve()
  listeners.get(type)?.({ waitUntil: (given: Promise<unknown>) => (work = given) })
  await work
}
const offline = () => Promise.reject(new TypeError('Failed to fetch'))

describe('C5: the service worker', () => {
  test('keeps the page and its files when it is installed; what an older build kept goes when it takes over', async () => {
    kept.set('yingce-page-old', new Map())
    kept.set('of somebody else', new Map())
    await fire('install')
    await fire('activate')
    expect([...kept.keys()].toSorted()).toEqual(['of somebody else', 'yingce-page-new'])
    expect([...(kept.get('yingce-page-new')?.keys() ?? [])]).toEqual(['/', '/assets/app-1a2b.js'])
  })

  test('any page opens without a line as it was kept; with one it is the network’s, which is kept for the next time', async () => {
    await fire('install')
    expect(await textOf(ask('/today'))).toBe('network /today')
    network = offline
    expect(await textOf(ask('/plans/1/board?x=1'))).toBe('network /today')
  })

  test('without anything kept a page without a line is the browser’s own failure', async () => {
    network = offline
    await expect(ask('/today')).rejects.toThrow('Failed to fetch')
  })

  test('a proxy that answers 502 for a server that restarts is no page, and is not kept', async () => {
    await fire('install')
    network = () => Promise.resolve(html('bad gateway', 502))
    expect(await textOf(ask('/today'))).toBe('network /')
    network = offline
    expect(await textOf(ask('/today'))).toBe('network /')
  })

  test('a hashed file is asked for once', async () => {
    const asked: string[] = []
    network = (path) => {
      asked.push(path)
      return Promise.resolve(html('file'))
    }
    await ask('/assets/day-3c4d.js', { mode: 'cors' })
    await ask('/assets/day-3c4d.js', { mode: 'cors' })
    expect(asked).toEqual(['/assets/day-3c4d.js'])
  })

  test.each([
    ['/api/my-day', {}],
    ['/api/plans/1/export/weekly', { mode: 'navigate' }],
    ['/healthz', { mode: 'cors' }],
    ['/favicon.svg', {}],
    ['/today', { method: 'POST' }],
    ['https://elsewhere.example.com/assets/a.js', {}],
  ])('leaves %s to the browser, and keeps nothing of it', async (path, more) => {
    await fire('install')
    expect(await ask(path, { mode: 'cors', ...more })).toBeNull()
    expect(kept.get('yingce-page-new')?.size).toBe(2)
  })
})
