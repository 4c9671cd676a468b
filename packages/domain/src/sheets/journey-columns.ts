import { foldText, type HeaderText } from './header-text.ts'

/** What a column of path data holds: whole paths with their counts, or one touch of one person a row. */
export type JourneyField =
  | 'path'
  | 'conversions'
  | 'value'
  | 'nonConversions'
  | 'person'
  | 'moment'
  | 'channel'
  | 'converted'

const JOURNEY_HEADERS: Readonly<Record<JourneyField, readonly string[]>> = {
  path: [
    'path',
    'paths',
    'journey',
    'channel path',
    'conversion path',
    '路径',
    '转化路径',
    '触点路径',
    '渠道路径',
  ],
  conversions: [
    'total_conversions',
    'conversions',
    'total conversions',
    '转化数',
    '转化次数',
    '转化量',
    '总转化',
  ],
  value: [
    'total_conversion_value',
    'total_conversion_value',
    'conversion_value',
    'conversion value',
    'value',
    'revenue',
    '转化价值',
    '转化金额',
    '转化总价值',
    '成交金额',
    '成交额',
    '价值',
    '金额',
  ],
  nonConversions: ['total_null', 'null', 'nulls', 'non_conversions', '未转化数', '未转化次数', '未转化'],
  person: [
    'user',
    'user_id',
    'userid',
    'uid',
    'cookie',
    'visitor',
    'visitor_id',
    'customer_id',
    'client_id',
    '用户',
    '用户ID',
    '用户编号',
    '访客ID',
    '会员ID',
  ],
  moment: [
    'time',
    'timestamp',
    'datetime',
    'date',
    'touch_time',
    'event_time',
    '时间',
    '触达时间',
    '触点时间',
    '访问时间',
    '事件时间',
  ],
  channel: ['channel', 'touchpoint', 'source', 'medium', '渠道', '触点', '来源', '来源渠道', '触点渠道'],
  converted: ['conversion', 'converted', 'is_conversion', 'is_converted', '是否转化', '转化', '转化标记'],
}

const fields = new Map(
  Object.entries(JOURNEY_HEADERS).flatMap(([field, headers]) =>
    headers.map((header) => [foldText(header), field as JourneyField] as const),
  ),
)

export interface JourneyMatch {
  readonly preset: 'paths' | 'touches'
  readonly columns: readonly (JourneyField | null)[]
  readonly hits: number
}

/** What a column of path data is by its header; null when nothing of it. */
export function journeyFieldOf(header: HeaderText): JourneyField | null {
  return fields.get(header.named) ?? null
}

/** Path data: a path with its conversions, or person + time + channel of single touches. Null for anything else. */
export function matchJourneys(headers: readonly (HeaderText | null)[]): JourneyMatch | null {
  const seen = new Set<JourneyField>()
  const columns = headers.map((header) => {
    const field = header === null ? null : journeyFieldOf(header)
    if (field === null || seen.has(field)) return null
    seen.add(field)
    return field
  })
  if (seen.has('path') && (seen.has('conversions') || seen.has('converted')))
    return { preset: 'paths', columns: withCount(columns, 'conversions', 'converted'), hits: seen.size }
  if (seen.has('person') && seen.has('moment') && seen.has('channel'))
    return { preset: 'touches', columns: withCount(columns, 'converted', 'conversions'), hits: seen.size }
  return null
}

/** "conversion" and "conversions" are written for one another: without the one, the other stands for it. */
function withCount(
  columns: readonly (JourneyField | null)[],
  wanted: JourneyField,
  other: JourneyField,
): readonly (JourneyField | null)[] {
  return columns.includes(wanted) ? columns : columns.map((field) => (field === other ? wanted : field))
}
