import { addAttachment, type Attachment, listAttachments } from '@yingce/contracts/attachment/attachment'
import type { SessionView } from '@yingce/contracts/identity/session'
import type { MyDay } from '@yingce/contracts/my-day/my-day'
import { recordRoutes } from '@yingce/contracts/record/record-routes'
import { call } from '../../api/call.ts'
import { queryClient } from '../../api/query-client.ts'
import { KeptEntries, type KeptEntry, type SendResult } from './kept-entries.ts'
import { type KeptPhoto, KeptPhotos, type PhotoResult } from './kept-photos.ts'
import { ENTRIES_KEY, onForget } from './kept-work.ts'
import { photoBox } from './photo-box.ts'
import { sendFailure } from './send-failure.ts'

interface Stores {
  readonly entries: KeptEntries
  readonly photos: KeptPhotos
}

/** One pair per person, so that leaving the page and coming back finds the same entries. */
const stores = new Map<string, Stores>()
onForget(() => stores.clear())

/** Account and workspace: what is kept for one is neither shown nor sent for another. */
export function personKey({ user, workspace }: SessionView): string {
  return `${user.id}.${workspace?.id ?? ''}`
}

export function storesOf(person: string): Stores {
  let store = stores.get(person)
  if (store === undefined) {
    store = {
      entries: new KeptEntries(localStorage, `${ENTRIES_KEY}${person}`, (entry) => sendEntry(entry, person)),
      photos: new KeptPhotos(photoBox, person, sendPhoto, (work) =>
        navigator.locks.request('yingce.day.photos', work),
      ),
    }
    stores.set(person, store)
  }
  return store
}

async function sendEntry(entry: KeptEntry, person: string): Promise<SendResult> {
  try {
    const answer = await call(recordRoutes('task').updateMany, {
      params: { planId: entry.planId },
      body: {
        items: [
          {
            id: entry.taskId,
            version: entry.version,
            values: entry.values,
            ...(entry.isOverwriting ? { isOverwriting: true } : {}),
          },
        ],
      },
    })
    const conflict = answer.conflicts[0]
    if (conflict !== undefined) return { kind: 'conflict', conflict }
    // Put in place before the entry is let go: else the old figure would show, and take the keys, until the next answer.
    queryClient.setQueryData<MyDay>(['my-day', person], (day) =>
      day === undefined ? undefined : withEntry(day, entry, answer.items[0]?.version),
    )
    return { kind: 'sent' }
  } catch (error) {
    return sendFailure(error)
  }
}

function withEntry(day: MyDay, entry: KeptEntry, version: number | undefined): MyDay {
  const items = day.items.map((item) =>
    item.task.id !== entry.taskId
      ? item
      : {
          ...item,
          task: {
            ...item.task,
            version: version ?? item.task.version,
            values: { ...item.task.values, ...entry.values },
          },
        },
  )
  return { ...day, items }
}

async function sendPhoto({ planId, taskId, fileName, content, isTried }: KeptPhoto): Promise<PhotoResult> {
  const place = { entity: 'task', recordId: taskId } as const
  const params = { planId }
  try {
    const queryKey = ['plan', planId, 'attachments', taskId]
    if (isTried) {
      const { items } = await call(listAttachments, { params, query: place })
      const isThere = items.some((one) => one.fileName === fileName && one.byteCount === content.size)
      queryClient.setQueryData(queryKey, { items })
      if (isThere) return { kind: 'sent' }
    }
    const file = new File([content], fileName, { type: content.type })
    const added = await call(addAttachment, { params, body: place, file })
    queryClient.setQueryData<{ items: Attachment[] }>(queryKey, (known) => ({
      items: [...(known?.items ?? []).filter(({ id }) => id !== added.id), added],
    }))
    return { kind: 'sent' }
  } catch (error) {
    return sendFailure(error)
  }
}
