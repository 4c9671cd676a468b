import { diffDays } from '../calendar/date-arithmetic.ts'
import type { LocalDate } from '../calendar/local-date.ts'
import type { WorkCalendar } from '../calendar/work-calendar.ts'
import { addWorkingDays } from '../calendar/working-days.ts'
import { isOwnedBy } from '../my-day/owner-names.ts'
import { delayOf } from '../plan/delay.ts'
import type { TaskValues } from '../records/entities.ts'

/** Somebody who can be told. */
export interface NamedMember {
  readonly id: string
  readonly name: string
}

/** What of a task decides who is reminded. */
export interface RemindedTask extends Pick<
  TaskValues,
  'name' | 'owner' | 'status' | 'plannedStart' | 'plannedEnd' | 'actualStart' | 'actualEnd' | 'isMilestone'
> {
  readonly id: string
  readonly planId: string
  /** Last day on which something that is filled in was written; null: never. */
  readonly filledInOn: LocalDate | null
}

export interface RemindedPlan {
  readonly id: string
  readonly name: string
  /** Member who made it, told of what nobody answers for; null: gone. */
  readonly createdBy: string | null
}

/** One task in a reminder; `days` until its planned end, negative once it is past. */
export interface ReminderItem {
  readonly task: RemindedTask
  readonly days: number
}

export type ReminderKind = 'milestone' | 'due' | 'overdue' | 'fill_in_daily' | 'fill_in_weekly'

/** What one member is told: one notice, however many tasks. */
export interface Reminder {
  readonly kind: ReminderKind
  readonly memberId: string
  /** null: about all plans, as a day is filled in for all of them together. */
  readonly planId: string | null
  /** The most urgent first. */
  readonly items: readonly ReminderItem[]
}

/** A milestone is announced this many working days before, again on its day, and counted as overdue after. */
const MILESTONE_LEAD_WORKDAYS = 3
/** An overdue task is repeated on the first day and then every so many days, so that it is neither forgotten nor noise. */
const OVERDUE_REPEAT_DAYS = 3

/**
 * Reminders of the morning (X7): what is due today or on the next working day,
 * milestones ahead, and what is overdue. A task whose owner is no member's name
 * goes to whoever made the plan; done and cancelled ones remind nobody.
 */
export function deadlineReminders(
  tasks: readonly RemindedTask[],
  plans: readonly RemindedPlan[],
  members: readonly NamedMember[],
  today: LocalDate,
  calendar: WorkCalendar,
): Reminder[] {
  const nextWorkday = addWorkingDays(today, 1, calendar)
  const milestoneDay = addWorkingDays(today, MILESTONE_LEAD_WORKDAYS, calendar)
  const collect = collector(plans, members)
  for (const task of tasks) {
    if (!isOpen(task) || task.plannedEnd === null) continue
    const days = diffDays(today, task.plannedEnd)
    const delay = delayOf(task, today)
    if (delay !== null) {
      if ((delay.days - 1) % OVERDUE_REPEAT_DAYS === 0) collect.add('overdue', task, -delay.days)
    } else if (task.isMilestone === true) {
      if (task.plannedEnd === today || task.plannedEnd === milestoneDay) collect.add('milestone', task, days)
    } else if (task.plannedEnd <= nextWorkday) collect.add('due', task, days)
  }
  return collect.reminders()
}

/**
 * Who has something to fill in today (C5, X7): open tasks under way, by plan or in
 * fact, of which nothing was filled in on the day (of the week: since its Monday).
 * Whoever has filled everything in, has handed in, or has no task under way, is left in peace.
 */
export function fillInReminders(
  kind: 'fill_in_daily' | 'fill_in_weekly',
  tasks: readonly RemindedTask[],
  plans: readonly RemindedPlan[],
  members: readonly NamedMember[],
  today: LocalDate,
  since: LocalDate,
): Reminder[] {
  // Nobody but the owner fills in: here the maker of the plan does not stand in.
  const collect = collector(
    plans.map((plan) => ({ ...plan, createdBy: null })),
    members,
  )
  for (const task of tasks) {
    const start = task.actualStart ?? task.plannedStart
    const isUnderWay = task.status === 'in_progress' || (start !== null && start <= today)
    if (!isOpen(task) || task.status === 'pending_acceptance' || !isUnderWay) continue
    if (task.filledInOn !== null && task.filledInOn >= since) continue
    const days = task.plannedEnd === null ? Number.POSITIVE_INFINITY : diffDays(today, task.plannedEnd)
    collect.add(kind, task, days)
  }
  return collect.reminders()
}

function isOpen({ status }: RemindedTask): boolean {
  return status !== 'done' && status !== 'cancelled'
}

function collector(plans: readonly RemindedPlan[], members: readonly NamedMember[]) {
  const planById = new Map(plans.map((plan) => [plan.id, plan]))
  const known = new Set(members.map(({ id }) => id))
  const byOwner = new Map<string | null, readonly string[]>()
  const byKey = new Map<string, Omit<Reminder, 'items'> & { items: ReminderItem[] }>()

  /** Two members of one name are both meant: nothing in the cell tells them apart. */
  function ownersOf(owner: string | null): readonly string[] {
    const found =
      byOwner.get(owner) ?? members.filter(({ name }) => isOwnedBy(owner, name)).map(({ id }) => id)
    byOwner.set(owner, found)
    return found
  }

  return {
    add(kind: ReminderKind, task: RemindedTask, days: number): void {
      const plan = planById.get(task.planId)
      if (plan === undefined) return
      const owners = ownersOf(task.owner)
      const standIn = plan.createdBy !== null && known.has(plan.createdBy) ? [plan.createdBy] : []
      const planId = kind === 'fill_in_daily' || kind === 'fill_in_weekly' ? null : plan.id
      for (const memberId of owners.length > 0 ? owners : standIn) {
        const key = `${kind}/${memberId}/${planId}`
        const reminder = byKey.get(key) ?? { kind, memberId, planId, items: [] }
        reminder.items.push({ task, days })
        byKey.set(key, reminder)
      }
    },
    reminders(): Reminder[] {
      return [...byKey.values()].map((reminder) => ({
        ...reminder,
        items: reminder.items.toSorted((a, b) => a.days - b.days),
      }))
    },
  }
}
