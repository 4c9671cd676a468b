import { basename } from 'node:path'
import { isLocalDate } from '@yingce/domain/calendar/local-date'
import { recognizeWorkbook } from '@yingce/domain/sheets/recognize-workbook'
import type { WorkbookReading } from '@yingce/domain/sheets/workbook-reading'
import type { Call, Command } from '../command.ts'
import { ENCODING_FLAG, encodingOf } from '../input/encoding-flag.ts'
import { Refusal } from '../refusal.ts'
import { inspectJson } from './inspect-json.ts'
import { inspectText } from './inspect-text.ts'
import { readFileAsWorkbook } from './read-file.ts'

function yearOf({ flags, language }: Call): number | undefined {
  const given = flags['year']
  if (given === undefined) return undefined
  if (typeof given === 'string' && /^(?:19|20)\d\d$/.test(given)) return Number(given)
  throw new Refusal(
    'usage',
    language === 'zh' ? `年份要写四位数：${String(given)}` : `The year has four digits: ${String(given)}`,
  )
}

function dateOf({ flags, language }: Call): string | undefined {
  const given = flags['date']
  if (given === undefined) return undefined
  if (isLocalDate(given)) return given
  throw new Refusal(
    'usage',
    language === 'zh'
      ? `日期要写成 2026-06-01：${String(given)}`
      : `A date is written 2026-06-01, not ${String(given)}`,
  )
}

/** Only one sheet of the reading; a name that the file has not is refused with those it has. */
function onlySheet(reading: WorkbookReading, call: Call, names: readonly string[]): WorkbookReading {
  const sheet = call.flags['sheet']
  if (typeof sheet !== 'string') return reading
  if (!names.includes(sheet)) {
    throw new Refusal(
      'sheet_not_found',
      call.language === 'zh' ? `没有工作表“${sheet}”` : `no sheet "${sheet}"`,
      {
        file: call.arguments[0] ?? '',
        advice: `${call.language === 'zh' ? '文件里有：' : 'The file has: '}${names.join(' · ')}`,
      },
    )
  }
  return {
    ...reading,
    tables: reading.tables.filter((table) => table.sheet === sheet),
    problems: reading.problems.filter((problem) => problem.sheet === sheet),
    questions: reading.questions.filter((question) => question.sheet === sheet),
    dependencies: reading.dependencies.filter((table) => table.sheet === sheet),
  }
}

/** `yingce inspect FILE`: what a file would become on import, without a server and without writing anything. */
export const INSPECT: Command = {
  name: 'inspect',
  usage: 'FILE [--sheet S] [--records] [--json]',
  argumentCount: 1,
  summary: {
    zh: '查看一个表格文件会被怎样导入（不需要服务器）',
    en: 'show what a table file would become on import (no server needed)',
  },
  flags: {
    sheet: { type: 'string', value: 'S', help: { zh: '只看这一个工作表', en: 'only this sheet' } },
    records: {
      type: 'boolean',
      help: { zh: '列出每一行变成的记录', en: 'list the record each row becomes' },
    },
    year: {
      type: 'string',
      value: 'YYYY',
      help: { zh: '没有年份的日期按这一年读', en: 'year of dates that have none' },
    },
    date: {
      type: 'string',
      value: 'DATE',
      help: { zh: '没有日期的投放数据记在这一天', en: 'day of figures whose rows have no date' },
    },
    encoding: ENCODING_FLAG,
    'hidden-rows': { type: 'boolean', help: { zh: '隐藏行也计入', en: 'include hidden rows' } },
  },
  async run(call) {
    const [path = ''] = call.arguments
    const { flags, language, surroundings } = call
    const [encoding, year, date] = [encodingOf(call), yearOf(call), dateOf(call)]
    const workbook = await readFileAsWorkbook(path, encoding, language)
    const whole = recognizeWorkbook(workbook, {
      fileName: basename(path),
      answers: { ...(year === undefined ? {} : { year }), ...(date === undefined ? {} : { date }) },
      includeHiddenRows: flags['hidden-rows'] === true,
    })
    const reading = onlySheet(
      whole,
      call,
      workbook.sheets.map((sheet) => sheet.name),
    )
    const withRecords = flags['records'] === true
    surroundings.write(
      flags['json'] === true
        ? `${JSON.stringify(inspectJson(workbook, reading, language, withRecords), null, 2)}\n`
        : inspectText(workbook, reading, language, withRecords),
    )
  },
}
