import { afterEach, describe, expect, it, vi } from 'vitest'
import { RecordStore } from './record-store.ts'

const ID = '01a20730-0735-7000-87b1-b1346ad21ed5'
const PLAN = '01a20727-8fe5-7000-b8dc-ca48fb529ceb'
const task = {
  id: ID,
  planId: PLAN,
  position: 1,
  version: 2,
  unread: {},
  createdAt: '2026-06-01T00:00:00.000Z',
  updatedAt: '2026-06-01T00:00:00.000Z',
  values: { name: '签约', owner: '乙', remark: null },
}
const json = (body: unknown) =>
  new Response(JSON.stringify(body), { headers: { 'content-type': 'application/json' } })
const conflict = (field: string, yours: string) => ({
  id: ID,
  currentVersion: 2,
  changedBy: '乙',
  changedAt: '2026-06-01T00:00:00.000Z',
  fields: [{ field, base: '甲', current: '乙', yours }],
})

/** A store on a server that answers each write with the next of these. */
async function storeAnswered(writes: (() => Response | Promise<Response>)[]): Promise<RecordStore> {
  vi.stubGlobal('fetch', async (input: string | URL | Request, init?: RequestInit) => {
    const method = init?.method ?? (input instanceof Request ? input.method : 'GET')
    if (method !== 'GET')
      return (
        writes.shift() ?? (() => json({ items: [{ id: ID, version: 3 }], conflicts: [], missing: [] }))
      )()
    const url = String(input instanceof Request ? input.url : input)
    return json(url.includes(ID) ? task : { items: [task], nextCursor: null })
  })
  const store = new RecordStore(PLAN, 'task')
  await store.load()
  return store
}
const write = (store: RecordStore, values: Record<string, unknown>) =>
  store.edit([{ id: ID, values, unread: {}, baseVersion: 1, isOverwriting: false }])
const open = (store: RecordStore) =>
  store
    .snapshot()
    .conflicts.get(ID)
    ?.fields.map(({ field, yours }) => [field, yours])
const settled = (store: RecordStore) => vi.waitFor(() => expect(store.snapshot().pendingCount).toBe(0))

afterEach(() => vi.unstubAllGlobals())

describe('an edit of several fields of which one is in conflict', () => {
  it('keeps the others: they are sent again by themselves', async () => {
    const bodies: unknown[] = []
    const store = await storeAnswered([
      () => json({ items: [], conflicts: [{ ...conflict('owner', '丙'), currentVersion: 7 }], missing: [] }),
    ])
    const plain = globalThis.fetch
    vi.stubGlobal('fetch', (input: string, init?: RequestInit) => {
      if (init?.body !== undefined) bodies.push(JSON.parse(String(init.body)))
      return plain(input, init)
    })
    write(store, { owner: '丙', remark: '寄到三楼' })
    await settled(store)
    expect(bodies[1]).toEqual({ items: [{ id: ID, version: 7, values: { remark: '寄到三楼' } }] })
    expect(open(store)).toEqual([['owner', '丙']])
  })
})

describe('a conflict that is answered later', () => {
  const refuse = (field: string, yours: string) => () =>
    json({ items: [], conflicts: [conflict(field, yours)], missing: [] })

  it('stays while other fields of the record are edited, and ends when its own field is', async () => {
    const store = await storeAnswered([refuse('owner', '丙')])
    write(store, { owner: '丙' })
    await vi.waitFor(() => expect(open(store)).toEqual([['owner', '丙']]))
    await settled(store)
    write(store, { remark: '另一列' })
    await settled(store)
    expect(open(store)).toEqual([['owner', '丙']])
    write(store, { owner: '丁' })
    expect(open(store)).toBeUndefined()
    await settled(store)
  })

  it('is joined by the conflict of another field', async () => {
    const store = await storeAnswered([refuse('owner', '丙'), refuse('remark', '我的')])
    write(store, { owner: '丙' })
    await vi.waitFor(() => expect(open(store)).toHaveLength(1))
    await settled(store)
    write(store, { remark: '我的' })
    await vi.waitFor(() =>
      expect(open(store)).toEqual([
        ['owner', '丙'],
        ['remark', '我的'],
      ]),
    )
  })
})

describe('somebody else who writes another field just before', () => {
  it('is shown though the answer to the own write comes before their event', async () => {
    const store = await storeAnswered([
      () => json({ items: [{ id: ID, version: 4 }], conflicts: [], missing: [] }),
    ])
    const plain = globalThis.fetch
    const now = { ...task, version: 4, values: { ...task.values, owner: '丙', remark: '寄到三楼' } }
    vi.stubGlobal('fetch', (input: string | URL | Request, init?: RequestInit) =>
      init?.body === undefined && String(input).includes(ID)
        ? Promise.resolve(json(now))
        : plain(input, init),
    )
    write(store, { remark: '寄到三楼' })
    await settled(store)
    await vi.waitFor(() => expect(store.get(ID)).toMatchObject({ version: 4, values: now.values }))
  })
})
