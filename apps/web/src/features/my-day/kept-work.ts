import { photoBox } from './photo-box.ts'

/** Begin of the keys of entries in the browser's storage; account and workspace follow. */
export const ENTRIES_KEY = 'yingce.day.entries.'

const listeners = new Set<() => void>()

/** Called when what was kept is deleted, so that nobody goes on with a copy. */
export function onForget(forget: () => void): void {
  listeners.add(forget)
}

/** How many entries and photos of an account wait on this device, in all its workspaces. */
export async function countKept(userId: string): Promise<number> {
  const photos = await photosOf(userId)
  return keysOf(userId).reduce((sum, key) => sum + countIn(localStorage.getItem(key)), photos.length)
}

/** Deletes all that an account left to be sent on this device. */
export async function forgetKept(userId: string): Promise<void> {
  for (const forget of listeners) forget()
  for (const key of keysOf(userId)) localStorage.removeItem(key)
  for (const { id } of await photosOf(userId)) await photoBox.remove(id)
}

function keysOf(userId: string): string[] {
  return Object.keys(localStorage).filter((key) => key.startsWith(`${ENTRIES_KEY}${userId}.`))
}

function countIn(text: string | null): number {
  try {
    const entries: unknown = JSON.parse(text ?? '[]')
    return Array.isArray(entries) ? entries.length : 0
  } catch {
    return 0
  }
}

async function photosOf(userId: string) {
  // A browser that keeps nothing has nothing to forget.
  const photos = await photoBox.all().catch(() => [])
  return photos.filter(({ person }) => person.startsWith(`${userId}.`))
}
