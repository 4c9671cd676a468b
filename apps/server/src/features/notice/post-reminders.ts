import { reminderText } from '@yingce/domain/notice/reminder-text'
import type { Reminder } from '@yingce/domain/notice/reminders'
import type { AppContext } from '../../app-context.ts'
import type { Scope } from '../../db/scope.ts'
import { postNotice } from '../../notices/post-notice.ts'
import type { RemindedWork } from './reminded-tasks.read.ts'

/** One notice for each reminder; the same day tells the same person the same thing once. */
export async function postReminders(
  app: Pick<AppContext, 'ids' | 'outbox'>,
  scope: Scope,
  reminders: readonly Reminder[],
  { plans }: RemindedWork,
  day: string,
): Promise<void> {
  const names = new Map(plans.map(({ id, name }) => [id, name]))
  for (const reminder of reminders) {
    const { kind, memberId, planId, items } = reminder
    const only = items.length === 1 ? items[0] : undefined
    await postNotice(app, scope, {
      ...reminderText(reminder, planId === null ? '' : (names.get(planId) ?? '')),
      kind,
      recipients: [memberId],
      // What is to be filled in stands in my day, two taps away.
      link:
        planId === null
          ? '/today'
          : `/plans/${planId}/tracker${only === undefined ? '' : `?record=${only.task.id}`}`,
      planId,
      dedupeKey: `${kind}/${planId ?? 'all'}/${memberId}/${day}`,
    })
  }
}
