import { eachDay } from '@yingce/domain/calendar/date-arithmetic'
import { CN_WORK_CALENDAR, dayDetail } from '@yingce/domain/calendar/work-calendar'
import type { DayDetail } from '@yingce/domain/calendar/work-calendar'
import type { Command } from '../command.ts'
import type { Language, Words } from '../language.ts'
import { Refusal } from '../refusal.ts'
import { textTable } from '../text-table.ts'

const KINDS: Readonly<Record<DayDetail['kind'], Words>> = {
  workday: { zh: '工作日', en: 'workday' },
  weekend: { zh: '周末', en: 'weekend' },
  holiday: { zh: '放假', en: 'day off' },
  'make-up': { zh: '调休上班', en: 'make-up workday' },
}

/** `yingce calendar YEAR`: the working days of mainland China, and whether they are official yet. */
export const CALENDAR: Command = {
  name: 'calendar',
  usage: 'YEAR',
  argumentCount: 1,
  summary: { zh: '某年的工作日、放假与调休', en: 'working days, days off and make-up days of a year' },
  flags: {},
  run({ arguments: [text = ''], flags, language, surroundings }) {
    if (!/^\d{4}$/.test(text) || text === '0000')
      throw new Refusal('usage', language === 'zh' ? `不是年份：${text}` : `no year: ${text}`)
    const isPublished = CN_WORK_CALENDAR.publishedYears.includes(Number(text))
    const days = eachDay(`${text}-01-01`, `${text}-12-31`).map((date) => {
      const { kind, isWorking, name, nameEn } = dayDetail(date, CN_WORK_CALENDAR)
      return { date, working: isWorking, name, nameEn, kind }
    })
    if (flags['json'] === true) {
      const plain = days.map(({ date, working, name, kind }) => ({ date, working, name, kind }))
      const note = isPublished ? {} : { note: notPublished(text, language) }
      surroundings.write(
        `${JSON.stringify({ year: Number(text), published: isPublished, ...note, days: plain })}\n`,
      )
      return
    }
    if (!isPublished) surroundings.write(`! ${notPublished(text, language)}\n`)
    const special = days.filter(({ kind }) => kind === 'holiday' || kind === 'make-up')
    const working = days.filter((day) => day.working).length
    surroundings.write(
      language === 'zh' ? `${text} 年：${working} 个工作日\n` : `${text}: ${working} working days\n`,
    )
    if (special.length === 0) return
    const rows = special.map(({ date, kind, name, nameEn }) => [
      date,
      KINDS[kind][language],
      (language === 'zh' ? name : nameEn) ?? '',
    ])
    const head = language === 'zh' ? ['日期', '类别', '节日'] : ['date', 'kind', 'festival']
    surroundings.write(`${textTable([head, ...rows])}\n`)
  },
}

function notPublished(year: string, language: Language): string {
  return language === 'zh'
    ? `${year} 年放假安排官方尚未发布，只计周末，非最终结果`
    : `the holidays of ${year} are not published: only weekends are known, this is not final`
}
