import type { PresenceEvent } from '@yingce/contracts/live/event'

type Person = PresenceEvent['people'][number]

/** One person says where they are; goes through the database to every process. */
export interface Announcement {
  readonly workspaceId: string
  readonly planId: string
  readonly person: Person
}

const FORGOTTEN_MILLIS = 40_000

/** Who is where, by what they said in the last 40 seconds; kept in memory only. */
export class PresenceBoard {
  readonly #plans = new Map<
    string,
    { workspaceId: string; planId: string; people: Map<string, { person: Person; at: number }> }
  >()

  put({ workspaceId, planId, person }: Announcement, now: number): void {
    const key = `${workspaceId}/${planId}`
    const plan = this.#plans.get(key) ?? { workspaceId, planId, people: new Map() }
    this.#plans.set(key, plan)
    plan.people.set(person.clientId, { person, at: now })
    // One browser tab is at one place.
    for (const [otherKey, other] of this.#plans) {
      if (otherKey !== key && other.workspaceId === workspaceId) other.people.delete(person.clientId)
    }
  }

  people(workspaceId: string, planId: string, now: number): Person[] {
    const plan = this.#plans.get(`${workspaceId}/${planId}`)
    return [...(plan?.people.values() ?? [])]
      .filter(({ at }) => now - at < FORGOTTEN_MILLIS)
      .map(({ person }) => person)
  }

  /** Present state of every plan of the workspace where somebody is. */
  events(workspaceId: string, now: number): PresenceEvent[] {
    return [...this.#plans.values()]
      .filter((plan) => plan.workspaceId === workspaceId)
      .map(({ planId }) => ({ planId, people: this.people(workspaceId, planId, now) }))
      .filter((event) => event.people.length > 0)
  }

  /** Forgets who has been silent; @returns the plans where somebody left */
  expire(now: number): { workspaceId: string; planId: string }[] {
    const left: { workspaceId: string; planId: string }[] = []
    for (const [key, plan] of this.#plans) {
      const before = plan.people.size
      for (const [client, { at }] of plan.people) if (now - at >= FORGOTTEN_MILLIS) plan.people.delete(client)
      if (plan.people.size < before) left.push({ workspaceId: plan.workspaceId, planId: plan.planId })
      if (plan.people.size === 0) this.#plans.delete(key)
    }
    return left
  }
}
