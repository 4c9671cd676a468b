const listeners = new Set<() => void>()

/** Called when the person signs out or enters another workspace: whatever was kept of this one goes. */
export function onLeave(forget: () => void): void {
  listeners.add(forget)
}

export function leaveWorkspace(): void {
  for (const forget of listeners) forget()
}
