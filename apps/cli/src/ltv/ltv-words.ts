import type { LtvField, LtvRefusalCode } from '@yingce/domain/ltv/ltv-refusal'
import type { Words } from '../language.ts'

/** Why no lifetime value can be computed; {column} is the header, {text} the cell. */
export const LTV_WORDS: Readonly<Record<LtvRefusalCode, Words>> = {
  too_few_customers: {
    zh: '客户太少（至少 10 个），无法拟合',
    en: 'too few customers to fit a model (10 at least)',
  },
  no_repeat_purchases: {
    zh: '没有任何客户复购，无法拟合',
    en: 'no customer bought again: nothing to fit a model on',
  },
  not_a_number: { zh: '“{column}”不是数字：“{text}”', en: '{column} is no number: "{text}"' },
  negative: { zh: '“{column}”为负：{text}', en: '{column} is below 0: {text}' },
  frequency_not_whole: {
    zh: '“{column}”不是整数：{text}（应为复购次数）',
    en: '{column} is not whole: {text} (it counts repeat purchases)',
  },
  recency_after_end: {
    zh: '最后一次购买晚于观察期末：{column} {text} 大于 T',
    en: 'the last purchase lies after the end of observation: {column} {text} is above T',
  },
  recency_without_repeat: {
    zh: '没有复购（frequency 为 0）却有 {column} {text}',
    en: '{column} is {text} although there is no repeat purchase (frequency 0)',
  },
  value_not_positive: {
    zh: '复购客户的“{column}”须大于 0：{text}',
    en: '{column} of a customer with repeat purchases must be above 0: {text}',
  },
}

/** What the columns are called where the file gives no header for them. */
export const COLUMN_OF: Readonly<Record<LtvField, string>> = {
  frequency: 'frequency',
  recency: 'recency',
  age: 'T',
  meanValue: 'monetary',
}
