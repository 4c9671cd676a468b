import type { ReportDocument } from '@yingce/domain/review/report-document'

/** A review report with every kind of block, for tests of the writer. */
export const SAMPLE_REPORT: ReportDocument = {
  language: 'zh-CN',
  title: '新品上市推广复盘报告',
  subtitle: '2026 年 5 月 1 日 — 6 月 20 日',
  facts: [
    { label: '负责人', value: '张敏（市场部）' },
    { label: '数据截至', value: '2026-06-20' },
    { label: '出具日期', value: '2026-06-23' },
  ],
  runningHeader: '新品上市推广 · 复盘报告',
  runningFooter: '内部资料',
  blocks: [
    { kind: 'heading', level: 1, text: '一、结论' },
    {
      kind: 'callout',
      tone: 'good',
      title: '目标达成，费用可控',
      spans: [{ text: '五项核心目标达成四项：总曝光 1,124 万次（目标 1,000 万次，达成率 112.4%），增量销售额 ¥90.0 万，ROAS 2.85。' }, { text: '搜索渠道 CPA 连续 6 天高于上限，为主要损失来源。', tone: 'bad', bold: true }],
    },
    {
      kind: 'keyFigures',
      figures: [
        { label: '总曝光', value: '1,124 万次', note: '目标 1,000 万 · 达成 112.4%', tone: 'good' },
        { label: '总支出', value: '¥36.5 万', note: '预算 ¥40 万 · 执行 91.3%' },
        { label: '平均 CPA', value: '¥133.33', note: '上限 ¥120', tone: 'bad' },
        { label: 'ROAS', value: '2.85', note: '目标 2.5', tone: 'good' },
      ],
    },
    { kind: 'heading', level: 2, text: '1.1 做得好与需改进' },
    { kind: 'list', ordered: false, items: [[{ text: 'KOC 种草内容互动率 6.8%，高于行业均值；' }], [{ text: '直播间转化率在 ' }, { text: '20:00–22:00', bold: true }, { text: ' 时段最高，为 3.1%；' }], [{ text: '素材审核平均耗时 2.5 天，比计划多 1 天，两次影响投放节奏。', tone: 'warning' }]] },
    {
      kind: 'paragraph',
      spans: [{ text: '本报告的金额单位均为人民币元；比率由合计值计算，而非各行比率的平均。没有数据的项目写作“—”，不以 0 代替。达成率超过 100% 以绿色标示，低于 80% 以红色标示，并以文字注明。' }],
    },
    { kind: 'heading', level: 1, text: '二、渠道效果' },
    {
      kind: 'table',
      caption: '表 1　各渠道投放效果',
      columns: [{ title: '渠道' }, { title: '曝光量', align: 'right' }, { title: '点击量', align: 'right' }, { title: '点击率', align: 'right' }, { title: '支出（元）', align: 'right' }, { title: 'CPA（元）', align: 'right' }, { title: '达标情况', align: 'center' }],
      rows: [
        { kind: 'group', cells: [{ text: '内容种草' }] },
        { cells: [{ text: '小红书 KOL（头部 1 篇）' }, { text: '150,000' }, { text: '15,000' }, { text: '10.0%' }, { text: '30,000.00' }, { text: '133.33' }, { text: '达标', tone: 'good' }] },
        { cells: [{ text: '小红书 KOC（100 篇）' }, { text: '4,800,000' }, { text: '96,000' }, { text: '2.0%' }, { text: '120,000.00' }, { text: '98.20' }, { text: '达标', tone: 'good' }] },
        { kind: 'group', cells: [{ text: '效果广告' }] },
        { cells: [{ text: '抖音信息流' }, { text: '5,200,000' }, { text: '78,000' }, { text: '1.5%' }, { text: '160,000.00' }, { text: '141.60' }, { text: '未达标', tone: 'bad' }] },
        { cells: [{ text: '百度搜索' }, { text: '1,090,000' }, { text: '32,700' }, { text: '3.0%' }, { text: '55,000.00' }, { text: '—' }, { text: '数据不全', tone: 'warning' }] },
        { kind: 'total', cells: [{ text: '合计' }, { text: '11,240,000' }, { text: '221,700' }, { text: '2.0%' }, { text: '365,000.00' }, { text: '133.33' }, { text: '' }] },
      ],
      note: '来源：各平台后台导出，2026-06-21 导入；搜索渠道的转化数据缺 6 月 18–20 日。',
    },
    { kind: 'chart', caption: '图 1　各渠道支出与增量销售额（元）', chart: 'column', categories: ['小红书 KOL', '小红书 KOC', '抖音信息流', '百度搜索'], series: [{ name: '支出', values: [30000, 120000, 160000, 55000] }, { name: '增量销售额', values: [90000, 410000, 380000, null] }], numberFormat: '#,##0', alternativeText: '小红书 KOC 的增量销售额最高，为 41 万元，支出 12 万元。' },
    { kind: 'heading', level: 1, text: '三、每日走势' },
    { kind: 'chart', caption: '图 2　点击率（日）', chart: 'line', categories: Array.from({ length: 20 }, (_, day) => `6-${day + 1}`), series: [{ name: '点击率', values: [0.021, 0.022, 0.019, 0.018, 0.021, 0.024, 0.026, 0.025, null, 0.023, 0.022, 0.02, 0.017, 0.014, 0.013, 0.016, 0.02, 0.027, 0.024, 0.022] }], numberFormat: '0.0%', heightCm: 6, alternativeText: '点击率在 6 月 14、15 日两天低于 1.5%。' },
    { kind: 'chart', caption: '图 3　问题按原因', chart: 'bar', categories: ['素材审核慢', '受众定向过窄', '物流延误', '数据回传缺失'], series: [{ name: '次数', values: [6, 4, 2, 1] }], heightCm: 5, alternativeText: '素材审核慢是最常见的原因，共 6 次。' },
    { kind: 'chart', caption: '图 4　支出结构', chart: 'pie', categories: ['小红书 KOL', '小红书 KOC', '抖音信息流', '百度搜索'], series: [{ name: '支出', values: [30000, 120000, 160000, 55000] }], heightCm: 6, alternativeText: '抖音信息流占支出的 44%。' },
    { kind: 'heading', level: 1, text: '四、改进措施' },
    { kind: 'list', ordered: true, items: [[{ text: '素材提前 5 个工作日送审，设专人跟进。' }], [{ text: '搜索渠道每日核对转化回传，缺数当日补传。' }]] },
    {
      kind: 'table',
      caption: '表 2　行动项',
      columns: [{ title: '序号', align: 'center', weight: 1 }, { title: '措施', weight: 6 }, { title: '负责人', weight: 2 }, { title: '截止日期', weight: 2 }, { title: '状态', align: 'center', weight: 2 }],
      rows: Array.from({ length: 18 }, (_, index) => ({
        cells: [{ text: String(index + 1) }, { text: `复盘措施第 ${index + 1} 条：优化内容选题并增加互动引导活动，按周检查投放数据与内容质量` }, { text: '内容组' }, { text: '2026-07-15' }, { text: '进行中', tone: 'neutral' as const }],
      })),
    },
    { kind: 'callout', tone: 'warning', title: '数据说明', spans: [{ text: '归因窗口为 7 天，6 月 14 日之后的转化仍可能增加。' }] },
  ],
}
