/** One feature says that something happened, others hear it, and neither knows the other. Only within this process. */
export interface Signal<T> {
  tell(value: T): void
  /** Must not throw. */
  listen(listener: (value: T) => void): void
}

export function createSignal<T>(): Signal<T> {
  const listeners: ((value: T) => void)[] = []
  return {
    tell(value) {
      for (const listener of listeners) listener(value)
    },
    listen(listener) {
      listeners.push(listener)
    },
  }
}
