import type { MetricDefinition, MetricKind, MetricUnit } from './metric-definition.ts'

type Row = readonly [
  key: string,
  zh: string,
  en: string,
  definitionZh: string,
  definitionEn: string,
  direction?: 'higher' | 'lower',
]

const FLOW_COUNTS: readonly Row[] = [
  ['impressions', '曝光', 'Impressions', '内容或广告被展示的次数', 'Times content or an ad was shown'],
  ['clicks', '点击', 'Clicks', '进入落地页的点击次数', 'Clicks that lead to the landing page'],
  [
    'conversions',
    '转化',
    'Conversions',
    '平台记录的转化次数，按转化时间计',
    'Conversions the platform records, by the time they happen',
  ],
  [
    'conversionsByBilling',
    '计费转化',
    'Billed conversions',
    '按计费时间记录的转化次数',
    'Conversions by the time they are billed',
  ],
  [
    'conversionsByClick',
    '点击归因转化',
    'Conversions by click time',
    '计入带来转化的那次点击当天的转化次数',
    'Conversions counted on the day of the click that led to them',
  ],
  [
    'deepConversions',
    '深度转化',
    'Deep conversions',
    '转化之后的下一步行为次数',
    'Times the step behind the conversion was taken',
  ],
  ['orders', '订单', 'Orders', '已支付的订单数', 'Orders that were paid'],
  [
    'engagements',
    '互动',
    'Engagements',
    '点赞、评论、分享、收藏之和，以平台合计为准',
    'Likes, comments, shares and saves, as the platform totals them',
  ],
  ['leads', '留资', 'Leads', '留下联系方式的人次', 'Times contact details were left'],
  ['sessions', '访问', 'Sessions', '网站或小程序的访问次数', 'Visits to a site or mini program'],
  ['pageviews', '浏览', 'Page views', '页面被打开的次数', 'Times a page was opened'],
  ['reads', '阅读', 'Reads', '笔记或文章被打开的次数', 'Times a note or an article was opened'],
  ['likes', '点赞', 'Likes', '点赞次数', 'Likes given'],
  ['comments', '评论', 'Comments', '评论条数', 'Comments written'],
  ['shares', '分享', 'Shares', '分享或转发次数', 'Times it was passed on'],
  ['saves', '收藏', 'Saves', '收藏次数', 'Times it was kept'],
  ['follows', '新增关注', 'New follows', '新增关注次数', 'Follows gained'],
  ['views', '播放', 'Video views', '视频开始播放的次数', 'Video plays begun'],
  ['views3s', '有效播放', '3-second views', '播放满 3 秒的次数', 'Video plays of three seconds or more'],
  ['completedViews', '完播', 'Completed views', '视频播放到结尾的次数', 'Video plays that reached the end'],
  ['newCustomers', '新客', 'New customers', '首次下单的客户数', 'Customers with their first order'],
  ['customers', '成交客户', 'Customers', '按订单计的成交客户人次', 'Customers who bought, counted by order'],
  ['newUsers', '新用户', 'New users', '首次访问的用户数', 'Users on their first visit'],
  ['units', '销量', 'Units sold', '售出的件数', 'Pieces sold'],
  ['addToCarts', '加购', 'Add to carts', '加入购物车的次数', 'Times something was put into a cart'],
  ['events', '事件', 'Events', '网站或应用里记录的事件次数', 'Events a site or app recorded'],
  ['installs', '安装', 'Installs', '应用安装次数', 'App installs'],
  ['messages', '私信', 'Messages', '收到的私信条数', 'Messages received'],
  [
    'messageOpenings',
    '私信开口',
    'Message openings',
    '用户先开口的私信会话数',
    'Conversations that the user opened',
  ],
  [
    'newInterested',
    '新增 A3',
    'New A3',
    '新进入种草（A3）状态的人次',
    'Times somebody became interested (A3)',
  ],
  ['storeVisits', '到店', 'Store visits', '到店人次', 'Visits to a store'],
  ['couponsIssued', '发券', 'Coupons issued', '发出的优惠券张数', 'Coupons given out'],
  ['couponsRedeemed', '核销', 'Coupons redeemed', '核销的优惠券张数', 'Coupons used'],
  ['ugcItems', 'UGC 数', 'UGC items', '用户自发内容条数', 'Pieces of content by users'],
  ['mentionsOwn', '本品声量', 'Own mentions', '提及本品牌的条数', 'Posts that mention the brand'],
  [
    'mentionsCategory',
    '品类声量',
    'Category mentions',
    '提及本品类任一品牌的条数，含本品牌',
    'Posts that mention any brand of the category, our own included',
  ],
  ['complaints', '投诉', 'Complaints', '收到的投诉件数', 'Complaints received', 'lower'],
  ...ownRows(
    'ownCount',
    6,
    '自有计数',
    'Own count',
    '由工作区命名、可逐日相加的数量',
    'A number that the workspace names, added up over days',
  ),
]

/** Metrics without a meaning of their own: a workspace names them by a definition (own-metric.ts). */
function ownRows(
  key: string,
  count: number,
  zh: string,
  en: string,
  meaningZh: string,
  meaningEn: string,
): Row[] {
  return Array.from({ length: count }, (_none, index) => [
    `${key}${index + 1}`,
    `${zh} ${index + 1}`,
    `${en} ${index + 1}`,
    `${meaningZh}（第 ${index + 1} 个）`,
    `${meaningEn} (no. ${index + 1})`,
  ])
}

const FLOW_MONEY: readonly Row[] = [
  [
    'cost',
    '消耗',
    'Cost',
    '推广消耗（赠款与返点前），不是充值',
    'Consumption before grants and rebates, not top-ups',
    'lower',
  ],
  ['revenue', '成交额', 'Revenue', '已支付订单的金额', 'Amount of paid orders'],
  [
    'revenueDirect',
    '直接成交额',
    'Direct revenue',
    '点击后直接成交的金额，是成交额的一部分',
    'Paid right after the click, a part of revenue',
  ],
  [
    'revenueIndirect',
    '间接成交额',
    'Indirect revenue',
    '间接带来的成交金额，是成交额的一部分',
    'Paid later or for another product, a part of revenue',
  ],
  [
    'incrementalRevenue',
    '增量收入',
    'Incremental revenue',
    '成交额减去注明方法的基线',
    'Revenue above a baseline whose method is stated',
  ],
  [
    'grossProfit',
    '增量毛利',
    'Incremental gross profit',
    '增量收入减去对应的商品成本',
    'Incremental revenue less the cost of its goods',
  ],
  ['refunds', '退款', 'Refunds', '退款金额', 'Amount paid back', 'lower'],
  [
    'categoryRevenue',
    '品类销售额',
    'Category revenue',
    '本品类市场的销售额，含本品牌，注明来源',
    'Sales of the whole category, our own included, source stated',
  ],
]

const UNIQUE_COUNTS: readonly Row[] = [
  ['reach', '触达人数', 'Reach', '至少看到一次的去重人数', 'Different people who saw it at least once'],
  [
    'targetAudience',
    '目标人数',
    'Target audience',
    '计划触达的去重人数',
    'Different people who were to be reached',
  ],
  ['visitors', '访客', 'Visitors', '去重访客数', 'Different visitors'],
  ['buyers', '支付人数', 'Buyers', '去重支付人数', 'Different people who paid'],
  ['users', '用户', 'Users', '去重用户数', 'Different users'],
  ['newAudience', '新增种草人群', 'New audience', '新增种草的去重人数', 'Different people newly interested'],
  ['activeUsers', '活跃用户', 'Active users', '期内有行为的去重用户数', 'Different users who did something'],
  [
    'retainedUsers',
    '留存用户',
    'Retained users',
    '期初用户中期末仍活跃的去重人数',
    'Of the users at the start, those still active at the end',
  ],
  [
    'cohortUsers',
    '期初用户',
    'Users at the start',
    '计算留存的期初去重人数',
    'Different users at the start of the period that retention is measured over',
  ],
  [
    'repurchasingUsers',
    '复购人数',
    'Repurchasing users',
    '期内购买两次及以上的去重人数',
    'Different people with two or more purchases in the period',
  ],
  [
    'dormantUsers',
    '沉睡用户',
    'Dormant users',
    '被唤醒活动触达的沉睡用户去重人数',
    'Different dormant users the campaign addressed',
  ],
  [
    'awakenedUsers',
    '唤醒用户',
    'Woken users',
    '被触达后再次活跃或购买的去重人数',
    'Of those, the ones who became active or bought again',
  ],
]

const SURVEY_SHARES: readonly Row[] = [
  [
    'awareness',
    '品牌认知度',
    'Brand awareness',
    '受访者中知道本品牌的比例',
    'Share of respondents who know the brand',
  ],
  [
    'favourability',
    '品牌好感度',
    'Brand favourability',
    '受访者中对本品牌有好感的比例',
    'Share of respondents who like the brand',
  ],
]

/** Built-in metrics that are read from facts (M1). Keys are the field names of imports and storage. */
export const FACT_DEFINITIONS: readonly MetricDefinition[] = [
  ...rows(FLOW_COUNTS, 'flow', 'count'),
  ...rows(FLOW_MONEY, 'flow', 'money'),
  ...rows(UNIQUE_COUNTS, 'unique', 'count'),
  ...rows(
    [
      [
        'searchIndex',
        '搜索指数',
        'Search index',
        '平台公布的搜索指数',
        'Search index as the platform publishes it',
      ],
      [
        'position',
        '平均排名',
        'Position',
        '搜索结果中的位置，1 为最前',
        'Place among search results, 1 is the first',
        'lower',
      ],
      ...ownRows(
        'ownLevel',
        2,
        '自有存量',
        'Own level',
        '由工作区命名的存量或读数，取期末值',
        'A level or reading that the workspace names; the last one counts',
      ),
    ],
    'level',
    'index',
  ),
  ...rows(
    [['followers', '粉丝数', 'Followers', '期末粉丝数', 'Followers at the end of the period']],
    'level',
    'count',
  ),
  ...rows(SURVEY_SHARES, 'survey', 'share'),
]

function rows(table: readonly Row[], kind: MetricKind, unit: MetricUnit): MetricDefinition[] {
  return table.map(([key, zh, en, definitionZh, definitionEn, direction = 'higher']) => ({
    key,
    version: 1,
    zh,
    en,
    unit,
    kind,
    direction,
    definitionZh,
    definitionEn,
    formula: null,
  }))
}
