import { describe, expect, test } from 'vitest'
import {
  type KeptPhoto,
  KeptPhotos,
  MOST_KEPT_BYTES,
  MOST_KEPT_PHOTOS,
  type PhotoBox,
  type PhotoResult,
} from './kept-photos.ts'

/** A box that forgets nothing, as the browser's database does over closed pages. */
function box(): PhotoBox & { held: Map<string, KeptPhoto> } {
  const held = new Map<string, KeptPhoto>()
  return {
    held,
    all: () => Promise.resolve([...held.values()].toSorted((a, b) => a.id.localeCompare(b.id))),
    put: (photo) => Promise.resolve(void held.set(photo.id, photo)),
    remove: (id) => Promise.resolve(void held.delete(id)),
  }
}

function server(...answers: PhotoResult[]) {
  const reached: (readonly [string, boolean])[] = []
  const send = (photo: KeptPhoto): Promise<PhotoResult> => {
    const answer = answers.shift() ?? { kind: 'sent' }
    reached.push([photo.id, photo.isTried])
    return Promise.resolve(answer)
  }
  return { reached, send }
}

const UNREACHABLE = { kind: 'unreachable' } as const
const alone = (work: () => Promise<void>) => work()
const photo = (id: string, bytes = 3) => ({
  id,
  planId: 'p',
  taskId: 't',
  taskName: '信息流',
  fileName: `${id}.jpg`,
  content: new Blob([new Uint8Array(bytes)], { type: 'image/jpeg' }),
})

describe('C5: photos that wait for the server', () => {
  test('two taken without a line are kept over closing the page and sent in their order once there is one', async () => {
    const kept = box()
    const offline = new KeptPhotos(kept, 'me', server(UNREACHABLE, UNREACHABLE).send, alone)
    expect([await offline.add(photo('1')), await offline.add(photo('2'))]).toEqual([true, true])
    expect(offline.snapshot().map(({ id, state }) => [id, state])).toEqual([
      ['1', 'waiting'],
      ['2', 'waiting'],
    ])
    const { reached, send } = server()
    const reopened = new KeptPhotos(kept, 'me', send, alone)
    await reopened.flush()
    // The first went out before: the server is asked whether it has it.
    expect(reached).toEqual([
      ['1', true],
      ['2', false],
    ])
    expect([reopened.snapshot(), kept.held.size]).toEqual([[], 0])
  })

  test('another person on the same phone neither sees nor sends them', async () => {
    const kept = box()
    await new KeptPhotos(kept, 'me', server(UNREACHABLE).send, alone).add(photo('1'))
    const { reached, send } = server()
    const theirs = new KeptPhotos(kept, 'you', send, alone)
    await theirs.flush()
    expect([reached, theirs.snapshot(), kept.held.size]).toEqual([[], [], 1])
  })

  test('the 21st, and what goes over 50 MB, is not kept', async () => {
    const offline = new KeptPhotos(box(), 'me', () => Promise.resolve(UNREACHABLE), alone)
    for (let index = 0; index < MOST_KEPT_PHOTOS; index++)
      expect(await offline.add(photo(String(index).padStart(2, '0')))).toBe(true)
    expect(await offline.add(photo('21'))).toBe(false)
    expect(offline.snapshot()).toHaveLength(20)
    const heavy = new KeptPhotos(box(), 'me', () => Promise.resolve(UNREACHABLE), alone)
    expect(await heavy.add(photo('1', MOST_KEPT_BYTES))).toBe(true)
    expect(await heavy.add(photo('2', 1))).toBe(false)
  })

  test('a full disk is told, not thrown', async () => {
    const full = { ...box(), put: () => Promise.reject(new DOMException('full', 'QuotaExceededError')) }
    expect(await new KeptPhotos(full, 'me', server().send, alone).add(photo('1'))).toBe(false)
  })

  test('one that the server refuses stays with its reason and does not hold up the next', async () => {
    const { reached, send } = server(UNREACHABLE, { kind: 'refused', reason: '最多 20 个附件' })
    const kept = new KeptPhotos(box(), 'me', send, alone)
    await kept.add(photo('1'))
    await kept.add(photo('2'))
    expect(reached.map(([id]) => id)).toEqual(['1', '1', '2'])
    expect(kept.snapshot()).toMatchObject([{ id: '1', state: 'refused', reason: '最多 20 个附件' }])
    await kept.discard('1')
    expect(kept.snapshot()).toEqual([])
  })
})
