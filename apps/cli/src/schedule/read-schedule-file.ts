import { basename } from 'node:path'
import { CaseMistake, readNetworkCase } from '@yingce/domain/schedule/network-case'
import { readListedDay, withListedDays, type ListedDay } from '@yingce/domain/schedule/read-calendar-text'
import { DEFAULT_SCHEDULE_POLICY } from '@yingce/domain/schedule/schedule-network'
import { OfficeFileError } from '@yingce/office/office-file-error'
import { readGanNetwork } from '@yingce/office/schedule/read-gan-network'
import { readMspdiNetwork } from '@yingce/office/schedule/read-mspdi-network'
import type { ProjectFile } from '@yingce/office/schedule/project-file'
import { locateJson, placeAt, type TextPlace } from '../input/locate-json.ts'
import { parseJson } from '../input/parse-json.ts'
import { readText } from '../input/read-text.ts'
import { officeRefusal } from '../inspect/read-file.ts'
import type { Language } from '../language.ts'
import { Refusal } from '../refusal.ts'

/** One network of a file. */
export interface ReadSchedule {
  readonly file: ProjectFile
  /** Tasks of the network that the file does not list: summaries named as parents only. */
  readonly unlisted: ReadonlySet<string>
  readonly usesKnownDays: boolean
  /** Where a task stands in the file; null when that is not known. */
  readonly placeOf: (id: string) => TextPlace | null
}

export interface ReadScheduleFile {
  readonly schedules: readonly ReadSchedule[]
  /** The file is a list of cases: so is the answer. */
  readonly isList: boolean
}

/** @throws Refusal with file, line, column and reason */
export async function readScheduleFile(
  path: string,
  calendarPath: string | null,
  language: Language,
): Promise<ReadScheduleFile> {
  const days = calendarPath === null ? null : await readDays(calendarPath, language)
  const text = await readText(path, language)
  try {
    if (text.trimStart().startsWith('<')) {
      const file = /<project\b[^>]*\bversion=/.test(text) ? readGanNetwork(text) : readMspdiNetwork(text)
      return { schedules: [projectSchedule(file, days, text)], isList: false }
    }
  } catch (error) {
    if (error instanceof OfficeFileError) throw officeRefusal(error, path, language)
    throw error
  }
  return readCases(text, path, days, language)
}

function projectSchedule(file: ProjectFile, days: readonly ListedDay[] | null, text: string): ReadSchedule {
  const calendars = file.network.calendars.map((calendar) =>
    days === null || calendar.name === 'Elapsed' ? calendar : withListedDays(calendar, days),
  )
  return {
    file: { ...file, network: { ...file.network, calendars } },
    unlisted: new Set(),
    usesKnownDays: false,
    placeOf: (id) => {
      const offset = Math.max(text.indexOf(`<UID>${id}</UID>`), text.indexOf(`<task id="${id}"`))
      return offset === -1 ? null : placeAt(text, offset)
    },
  }
}

function readCases(
  text: string,
  path: string,
  days: readonly ListedDay[] | null,
  language: Language,
): ReadScheduleFile {
  const value = parseJson(text, path, language)
  const fields =
    typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {}
  const cases = fields['cases']
  const hoursPerDay = typeof fields['hoursPerDay'] === 'number' ? fields['hoursPerDay'] : 8
  const isList = Array.isArray(cases)
  const found = isList ? cases : [value]
  return {
    isList,
    schedules: found.map((one: unknown, index): ReadSchedule => {
      const root = isList ? ['cases', index] : []
      try {
        return caseSchedule(one, days, hoursPerDay, (inside) => locateJson(text, [...root, ...inside]), path)
      } catch (error) {
        if (!(error instanceof CaseMistake)) throw error
        throw new Refusal('bad_case', error.message, {
          file: path,
          ...locateJson(text, [...root, ...error.path]),
        })
      }
    }),
  }
}

function caseSchedule(
  value: unknown,
  days: readonly ListedDay[] | null,
  hoursPerDay: number,
  locate: (path: readonly (string | number)[]) => TextPlace,
  path: string,
): ReadSchedule {
  const { network, summaries, usesKnownDays } = readNetworkCase(value, days, hoursPerDay)
  const places = new Map(network.tasks.map(({ id }, index) => [id, index]))
  return {
    file: {
      name: basename(path),
      network,
      policy: DEFAULT_SCHEDULE_POLICY,
      titles: new Map(),
      minutesPerDay: hoursPerDay * 60,
      notices: [],
    },
    unlisted: new Set(summaries),
    usesKnownDays,
    placeOf: (id) => {
      const link = network.links.findIndex(({ from, to }) => from === id || to === id)
      const task = places.get(id)
      return task !== undefined ? locate(['tasks', task]) : link === -1 ? null : locate(['links', link])
    },
  }
}

async function readDays(path: string, language: Language): Promise<ListedDay[]> {
  const text = await readText(path, language)
  return text.split('\n').flatMap((line, index): ListedDay[] => {
    if (line.trim() === '' || line.trimStart().startsWith('#')) return []
    const day = readListedDay(line)
    if (day !== null) return [day]
    throw new Refusal(
      'bad_calendar_line',
      language === 'zh' ? `读不出日历行：“${line.trim()}”` : `no day of a calendar: "${line.trim()}"`,
      {
        file: path,
        line: index + 1,
        column: 1,
        advice:
          language === 'zh'
            ? '每行一天：2026-10-01 - 国庆节（休）、2026-10-10 W（补班）、2026-02-13 08-12（半天）。'
            : 'One day a line: "2026-10-01 -" off, "2026-10-10 W" worked, "2026-02-13 08-12" in these hours.',
      },
    )
  })
}
