import { addDays } from '../../calendar/date-arithmetic.ts'
import type { LocalDate } from '../../calendar/local-date.ts'
import { completeValues } from '../plan-draft.ts'
import type { RecordDraft } from '../plan-draft.ts'
import { say } from '../templates/kpi-target.ts'
import type { DraftLocale } from '../templates/kpi-target.ts'
import { OWNER_ROLES } from '../templates/template.ts'
import type { Wording } from '../templates/template.ts'
import { SAMPLE_CHANNELS, yuan } from './channels.ts'
import { SAMPLE_PHASES } from './phases.ts'
import { SPENDINGS } from './spending.ts'
import type { SampleTask } from './task-row.ts'
import { TASKS_AFTER_LAUNCH } from './tasks-after-launch.ts'
import { TASKS_UNTIL_LAUNCH } from './tasks-until-launch.ts'

export const SAMPLE_TASKS: readonly SampleTask[] = [...TASKS_UNTIL_LAUNCH, ...TASKS_AFTER_LAUNCH]

/** The tracker of the sample; a task's spend is the cost of its row in the effect table. */
export function sampleTasks(start: LocalDate, locale: DraftLocale): readonly RecordDraft<'task'>[] {
  const at = (day: number | null) => (day === null ? null : addDays(start, day))
  const spoken = (wording: Wording | null) => (wording === null ? null : say(wording, locale))
  return SAMPLE_TASKS.map((task) => {
    const spending = SPENDINGS.find((row) => row.task === task.key)
    const predecessors = SAMPLE_TASKS.filter((other) => task.after.includes(other.key))
    return {
      key: task.key,
      values: completeValues('task', {
        phaseId: task.phase,
        coreObjective: spoken(SAMPLE_PHASES.find((phase) => phase.key === task.phase)?.goal ?? null),
        name: say(task.name, locale),
        owner: say(OWNER_ROLES[task.owner], locale),
        plannedStart: at(task.planned[0]),
        plannedEnd: at(task.planned[1]),
        actualStart: at(task.actualStart),
        actualEnd: at(task.actualEnd),
        budget: task.budget === null ? null : yuan(task.budget),
        spent: spending === undefined ? null : yuan(spending.cost),
        progress: task.progress,
        status: task.status,
        kpi: spoken(task.kpi),
        reached: spoken(task.reached),
        issue: spoken(task.issue),
        solution: spoken(task.solution),
        remark: spoken(task.remark),
        strategy: task.channel === null ? null : say(SAMPLE_CHANNELS[task.channel], locale),
        standard: task.status === 'cancelled' ? null : say(task.standard, locale),
        dependency:
          predecessors.length === 0
            ? null
            : predecessors.map((other) => say(other.name, locale)).join(locale === 'zh-CN' ? '、' : ', '),
        dayBasis: task.basis,
        isMilestone: task.isMilestone,
        baselineStart: at(task.planned[0]),
        baselineEnd: at(task.planned[1]),
      }),
    }
  })
}
