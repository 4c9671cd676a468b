import type { KeptPhoto, PhotoBox } from './kept-photos.ts'

const DATABASE = 'yingce.day'
const STORE = 'photo'

/** Photos in the browser's database (IndexedDB), which keeps files as they are. Ids ascend with time. */
export const photoBox: PhotoBox = {
  all: () => inStore('readonly', (store) => store.getAll() as IDBRequest<KeptPhoto[]>),
  put: async (photo) => {
    await inStore('readwrite', (store) => store.put(photo))
  },
  remove: (id) => inStore('readwrite', (store) => store.delete(id)),
}

/** @throws DOMException when the browser keeps nothing (private window) or its disk is full */
async function inStore<T>(
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const database = await open()
  try {
    return await new Promise((resolve, reject) => {
      const transaction = database.transaction(STORE, mode)
      const request = work(transaction.objectStore(STORE))
      transaction.addEventListener('complete', () => resolve(request.result))
      transaction.addEventListener('abort', () => reject(transaction.error ?? new Error('aborted')))
    })
  } finally {
    database.close()
  }
}

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1)
    request.addEventListener('upgradeneeded', () =>
      request.result.createObjectStore(STORE, { keyPath: 'id' }),
    )
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(request.error ?? new Error('no database')))
  })
}
