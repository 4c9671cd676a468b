import { METRIC_FACT_FIELDS } from '../../records/metric-fact-fields.ts'
import type { DocumentCell, DocumentSheet } from '../workbook-document.ts'
import { movedNumber } from './export-cell.ts'
import { EXPORT_WORDS } from './export-words.ts'
import { exportText } from './export-text.ts'
import { dayCell } from './period-text.ts'
import type { ExportRecord, SheetContext } from './plan-export.ts'

type Field = keyof typeof METRIC_FACT_FIELDS

/** Columns of the daily figures; headers as platforms name them, so that the import knows the sheet again. */
const COLUMNS: readonly {
  readonly field: Field
  readonly zh: string
  readonly en: string
  readonly width: number
}[] = [
  { field: 'day', zh: '日期', en: 'Date', width: 12 },
  { field: 'channel', zh: '渠道', en: 'Channel', width: 18 },
  { field: 'content', zh: '内容', en: 'Content', width: 24 },
  { field: 'impressions', zh: '曝光量', en: 'Impressions', width: 12 },
  { field: 'clicks', zh: '点击量', en: 'Clicks', width: 12 },
  { field: 'conversions', zh: '转化量', en: 'Conversions', width: 12 },
  { field: 'cost', zh: '消耗', en: 'Cost', width: 13 },
  { field: 'revenue', zh: '成交金额', en: 'Revenue', width: 13 },
  { field: 'reach', zh: '触达人数', en: 'Reach', width: 12 },
  { field: 'reads', zh: '阅读量', en: 'Reads', width: 12 },
  { field: 'views', zh: '播放量', en: 'Views', width: 12 },
  { field: 'likes', zh: '点赞量', en: 'Likes', width: 12 },
  { field: 'comments', zh: '评论量', en: 'Comments', width: 12 },
  { field: 'shares', zh: '分享量', en: 'Shares', width: 12 },
  { field: 'saves', zh: '收藏量', en: 'Saves', width: 12 },
  { field: 'leads', zh: '线索量', en: 'Leads', width: 12 },
  { field: 'storeVisits', zh: '到店人数', en: 'Store visits', width: 12 },
  { field: 'orders', zh: '订单量', en: 'Orders', width: 12 },
  { field: 'newCustomers', zh: '新客数', en: 'New customers', width: 12 },
  { field: 'followers', zh: '粉丝数', en: 'Followers', width: 12 },
  { field: 'visitors', zh: '访客数', en: 'Visitors', width: 12 },
  { field: 'buyers', zh: '支付人数', en: 'Buyers', width: 12 },
  { field: 'activeUsers', zh: '活跃用户', en: 'Active users', width: 12 },
  { field: 'cohortUsers', zh: '期初用户', en: 'Users at the start', width: 12 },
  { field: 'retainedUsers', zh: '留存用户', en: 'Retained users', width: 12 },
  { field: 'repurchasingUsers', zh: '复购用户', en: 'Repurchasing users', width: 12 },
  { field: 'couponsIssued', zh: '发券数', en: 'Coupons issued', width: 12 },
  { field: 'couponsRedeemed', zh: '核销数', en: 'Coupons redeemed', width: 12 },
  { field: 'ugcItems', zh: 'UGC 数', en: 'UGC items', width: 12 },
  { field: 'mentionsOwn', zh: '本品声量', en: 'Own mentions', width: 12 },
  { field: 'mentionsCategory', zh: '品类声量', en: 'Category mentions', width: 12 },
  { field: 'complaints', zh: '投诉', en: 'Complaints', width: 12 },
  { field: 'searchIndex', zh: '搜索指数', en: 'Search index', width: 12 },
  { field: 'ownCount1', zh: '自有计数 1', en: 'Own count 1', width: 12 },
  { field: 'ownCount2', zh: '自有计数 2', en: 'Own count 2', width: 12 },
  { field: 'ownCount3', zh: '自有计数 3', en: 'Own count 3', width: 12 },
  { field: 'ownCount4', zh: '自有计数 4', en: 'Own count 4', width: 12 },
  { field: 'ownCount5', zh: '自有计数 5', en: 'Own count 5', width: 12 },
  { field: 'ownCount6', zh: '自有计数 6', en: 'Own count 6', width: 12 },
  { field: 'ownLevel1', zh: '自有存量 1', en: 'Own level 1', width: 12 },
  { field: 'ownLevel2', zh: '自有存量 2', en: 'Own level 2', width: 12 },
]

/** The others stand there only where somebody entered them. */
const ALWAYS: ReadonlySet<Field> = new Set([
  'day',
  'channel',
  'impressions',
  'clicks',
  'conversions',
  'cost',
  'revenue',
])

function cellOf(field: Field, { values }: ExportRecord): DocumentCell {
  const value = values[field] ?? null
  switch (METRIC_FACT_FIELDS[field].kind) {
    case 'date':
      return { value: value === null ? null : dayCell(String(value)), look: 'center' }
    case 'text':
      return { value: value === null ? null : exportText(String(value)), look: 'text' }
    case 'count':
      return { value: value === null ? null : Number(value), look: 'number', numberFormat: '#,##0' }
    case 'number':
      return { value: value === null ? null : Number(value), look: 'number', numberFormat: '#,##0.##' }
    case 'money':
      return {
        value: value === null ? null : movedNumber(Number(value), -2),
        look: 'number',
        numberFormat: '#,##0.00',
      }
  }
}

/** 渠道日数据: the daily facts as they are, for reading and for own charts. It makes no records when it comes back. */
export function dailySheet(
  records: readonly ExportRecord[],
  { locale, plan, ownMetrics }: SheetContext,
): DocumentSheet {
  const columns = COLUMNS.filter(
    ({ field }) => ALWAYS.has(field) || records.some(({ values }) => (values[field] ?? null) !== null),
  )
  const header = ({ field, ...given }: (typeof COLUMNS)[number]): string => {
    const { zh, en } = ownMetrics.get(field) ?? given
    const name = locale === 'en' ? en : zh
    const isMoney = METRIC_FACT_FIELDS[field].kind === 'money'
    return isMoney ? `${name}(${plan.currency === 'CNY' && locale !== 'en' ? '元' : plan.currency})` : name
  }
  return {
    name: EXPORT_WORDS[locale].daily,
    columns: columns.map(({ width }) => ({ width })),
    rows: [
      { cells: columns.map((column) => ({ value: header(column), look: 'header' })) },
      ...records.map((record) => ({ cells: columns.map(({ field }) => cellOf(field, record)) })),
    ],
    freeze: { rows: 1, columns: 2 },
    filter: { top: 1, left: 1, bottom: records.length + 1, right: columns.length },
    print: {
      orientation: 'portrait',
      repeatRows: { from: 1, to: 1 },
      footerLeft: EXPORT_WORDS[locale].daily,
    },
    gridLines: false,
  }
}
