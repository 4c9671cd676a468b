import type { Words } from '../language.ts'
import type { ColumnMistake } from './series-columns.ts'

export type DetectRefusalCode =
  | ColumnMistake['code']
  | 'no_points'
  | 'bad_timestamp'
  | 'time_goes_back'
  | 'bad_value'

const COLUMNS: Words = {
  zh: '需要两列：timestamp 与 value；其他名称用 --value 列名 指定数值列。',
  en: 'Give two columns, timestamp and value; of several, name one with --value COLUMN.',
}

/** Why a file is no series, and what to do; {written} is the cell, or the columns in question. */
export const DETECT_WORDS: Readonly<
  Record<DetectRefusalCode, { readonly message: Words; readonly advice: Words }>
> = {
  no_time_column: { message: { zh: '没有时间列', en: 'no column holds times' }, advice: COLUMNS },
  no_value_column: {
    message: { zh: '没有数值列 {written}', en: 'no value column {written}' },
    advice: COLUMNS,
  },
  several_value_columns: {
    message: { zh: '有多个数值列：{written}', en: 'several columns hold numbers: {written}' },
    advice: COLUMNS,
  },
  no_points: {
    message: { zh: '没有数据行', en: 'there is no row of data' },
    advice: COLUMNS,
  },
  bad_timestamp: {
    message: { zh: '不是时间：“{written}”', en: 'no time: "{written}"' },
    advice: {
      zh: '时间写作 2025-07-01 08:00:00；有两种读法的日期不能用。',
      en: 'Write times as 2025-07-01 08:00:00; a date with two readings is not taken.',
    },
  },
  time_goes_back: {
    message: { zh: '时间早于上一行：“{written}”', en: 'earlier than the row before: "{written}"' },
    advice: { zh: '请按时间从早到晚排序。', en: 'Sort the rows from the earliest to the latest.' },
  },
  bad_value: {
    message: { zh: '不是数值：“{written}”', en: 'no number: "{written}"' },
    advice: { zh: '缺失的点请留空。', en: 'Leave the cell empty where the point is missing.' },
  },
}
