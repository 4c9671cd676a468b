import { dayDetail, type WorkCalendar } from '@yingce/domain/calendar/work-calendar'
import type { GanttCalendar } from './gantt-types.ts'

/** The chart's view of a work calendar, with festival names in the reader's language. */
export function ganttCalendar(calendar: WorkCalendar, lang: 'zh-CN' | 'en'): GanttCalendar {
  return (date) => {
    const { kind, isWorking, name, nameEn, isPublished } = dayDetail(date, calendar)
    return { isWorking, isMakeUp: kind === 'make-up', name: lang === 'en' ? nameEn : name, isPublished }
  }
}
