import type { ScheduleRefusalCode } from '@yingce/domain/schedule/schedule-refusal'
import type { Words } from '../language.ts'

/** Why a network cannot be scheduled; {tasks} are the ids concerned. */
export const SCHEDULE_WORDS: Readonly<Record<ScheduleRefusalCode, Words>> = {
  loop: { zh: '依赖成环：{tasks}', en: 'the links go round: {tasks}' },
  duplicate_task: { zh: '任务编号重复：{tasks}', en: 'two tasks have the id {tasks}' },
  unknown_task: { zh: '没有这个任务：{tasks}', en: 'no such task: {tasks}' },
  unknown_calendar: { zh: '任务使用的日历不存在：{tasks}', en: 'unknown calendar of {tasks}' },
  own_ancestor: {
    zh: '汇总任务不能与自己的子任务相连：{tasks}',
    en: 'summary linked with its own subtask: {tasks}',
  },
  no_working_time: { zh: '日历没有任何工作时间', en: 'a calendar has no working time' },
  bad_duration: { zh: '工期不对：{tasks}', en: 'bad duration: {tasks}' },
  out_of_range: { zh: '日期超出 0001–9999 年', en: 'the dates leave the years 0001 to 9999' },
}
