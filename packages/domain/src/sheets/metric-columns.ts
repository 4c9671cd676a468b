import { foldText } from './header-text.ts'
import type { ImportTable } from './import-table.ts'
import {
  type FactKey,
  type FactMetric,
  FACT_KEYS,
  FACT_METRIC_NAMES,
  isFactKey,
  isFactMetric,
  isMoneyMetric,
} from './metric-field.ts'
import { METRIC_PRESETS } from './metric-presets.ts'

/** Columns of one metric: several are parts that add up. `scale` is the power of ten from the file's figure to the plain one. */
export interface MetricColumn {
  readonly metric: FactMetric
  readonly parts: readonly { readonly index: number; readonly scale: number }[]
}

/** Where a table holds what, by columns from 1. */
export interface MetricColumns {
  readonly day: { readonly index: number; readonly isOffset: boolean } | null
  readonly dayEnd: number | null
  readonly hour: number | null
  readonly currency: number | null
  readonly keys: readonly { readonly key: FactKey; readonly index: number }[]
  readonly metrics: readonly MetricColumn[]
  /** Grain of the rows: the dimensions that tell them apart, coarse to fine, "campaign/ad"; "" for figures of a whole account. */
  readonly level: string
}

/** Names and ids are one dimension: campaign and campaignId. The account says whose the rows are, not how fine. */
function dimensionOf(key: FactKey): string | null {
  const dimension = key.replace(/Id$/, '')
  return dimension === 'account' ? null : dimension
}

/** The level of rows that carry these keys. */
export function levelOf(keys: readonly FactKey[]): string {
  const carried = new Set(keys.map(dimensionOf))
  return FACT_KEYS.flatMap((key) => {
    const dimension = dimensionOf(key)
    return dimension === key && carried.has(dimension) ? [dimension] : []
  }).join('/')
}

/** What the columns of a recognised table are for. */
export function metricColumnsOf({ columns }: Pick<ImportTable, 'columns'>): MetricColumns {
  const at = (field: string) => columns.find((column) => column.field === field) ?? null
  const day = at('day')
  const keys = columns.flatMap(({ field, index }) => (isFactKey(field) ? [{ key: field, index }] : []))
  return {
    day: day === null ? null : { index: day.index, isOffset: foldText(day.header) === 'nthday' },
    dayEnd: at('dayEnd')?.index ?? null,
    hour: at('hour')?.index ?? null,
    currency: at('currency')?.index ?? null,
    keys,
    metrics: FACT_METRIC_NAMES.flatMap((metric) => {
      const parts = columns.flatMap(({ field, index, scale }) =>
        isFactMetric(field) && field === metric ? [{ index, scale }] : [],
      )
      return parts.length === 0 ? [] : [{ metric, parts }]
    }),
    level: levelOf(keys.map(({ key }) => key)),
  }
}

const CURRENCY_IN_HEADER = /[([（【]\s*([A-Za-z]{3}|元|人民币|¥|￥)\s*[)\]）】]/u
const HAN = /\p{Script=Han}/u

/**
 * Currency of a table's money where no column names one: "(USD)" in a header,
 * else that of the platform, else CNY under Chinese headers. Null: the file does
 * not say, and the account it comes from has to.
 */
export function currencyOfTable({ columns, preset }: Pick<ImportTable, 'columns' | 'preset'>): string | null {
  const money = columns.filter(({ field }) => field !== null && isMoneyMetric(field))
  for (const { header } of money) {
    const found = CURRENCY_IN_HEADER.exec(header)?.[1]?.toUpperCase()
    if (found !== undefined && /^[A-Z]{3}$/.test(found)) return found === 'RMB' ? 'CNY' : found
  }
  const ofPlatform = METRIC_PRESETS.find(({ id }) => id === preset)?.currency
  if (ofPlatform !== undefined) return ofPlatform
  return money.some(({ header }) => HAN.test(header)) ? 'CNY' : null
}
