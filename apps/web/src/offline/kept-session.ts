import type { SessionView } from '@yingce/contracts/identity/session'

const KEY = 'yingce.session.last'
/** Begin of the keys under which 我的今日 keeps what the server last said. */
const LAST_DAY = 'yingce.day.last.'

/**
 * Remembers who is signed in, so that the day opens for them without a line; the server still decides about every
 * answer. Somebody else on the same device does not find the day of whoever came before.
 */
export function keepSession(session: SessionView): void {
  forgetDays((key) => !key.startsWith(`${LAST_DAY}${session.user.id}.`))
  localStorage.setItem(KEY, JSON.stringify(session))
}

/** Who was signed in when there was a line; null: nobody, or they signed out. */
export function keptSession(): SessionView | null {
  const text = localStorage.getItem(KEY)
  if (text === null) return null
  try {
    return JSON.parse(text) as SessionView
  } catch {
    return null
  }
}

/** The session has ended: nothing that the server said is shown here without signing in again. */
export function forgetSession(): void {
  localStorage.removeItem(KEY)
  forgetDays(() => true)
}

function forgetDays(isForgotten: (key: string) => boolean): void {
  for (const key of Object.keys(localStorage))
    if (key.startsWith(LAST_DAY) && isForgotten(key)) localStorage.removeItem(key)
}
