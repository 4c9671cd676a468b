import { describe, expect, it } from 'vitest'
import { formatQuantity } from './format-quantity.ts'
import { parseReached, parseTargets } from './parse-targets.ts'

/** Reads a cell and writes each target as "metric | quantity", so that a row of the table shows all of it. */
function read(text: string): string[] {
  return parseTargets(text).targets.map(
    ({ metric, quantity }) => `${metric ?? '–'} | ${formatQuantity(quantity, 'zh-CN')}`,
  )
}

describe('cells of one or several targets', () => {
  const rows: [string, string[]][] = [
    ['签约KOL数量≥10人', ['签约KOL数量 | ≥10人']],
    ['素材通过率100%', ['素材通过率 | 100%']],
    ['笔记阅读量≥5万,点赞≥1万', ['笔记阅读量 | ≥5万', '点赞 | ≥1万']],
    ['观看人数≥20万，销售额≥50万', ['观看人数 | ≥20万', '销售额 | ≥50万']],
    ['点击率≥2%，且成本≤50元', ['点击率 | ≥2%', '成本 | ≤50元']],
    ['点击率≥2%和转化率≥1%', ['点击率 | ≥2%', '转化率 | ≥1%']],
    ['①曝光500万②点击率2%', ['曝光 | 500万', '点击率 | 2%']],
    ['CTR≥2%且CVR≥1.5%', ['CTR | ≥2%', 'CVR | ≥1.5%']],
    ['退款率<1%并且及时率≥90%', ['退款率 | <1%', '及时率 | ≥90%']],
    ['每场参与人数≥200,留资率≥30%', ['参与人数 | 每场≥200', '留资率 | ≥30%']],
    ['曝光量500万,互动率5%', ['曝光量 | 500万', '互动率 | 5%']],
    ['新增老客推荐500人', ['新增老客推荐 | 500人']],
    ['直播观看量10万+、线下到店500人', ['直播观看量 | ≥10万', '线下到店 | 500人']],
    ['收集200条晒单、售后投诉率<1%', ['收集晒单 | 200条', '售后投诉率 | <1%']],
    ['3篇素人笔记发布、1篇达人测评上线', ['素人笔记发布 | 3篇', '达人测评上线 | 1篇']],
    ['曝光≥500万+,ROI≥1:4', ['曝光 | ≥500万', 'ROI | ≥1:4']],
    ['品牌知名度从30%提升至50%', ['品牌知名度 | 从30%提升至50%']],
    ['高价值客户复购率提升15%', ['高价值客户复购率 | 提升15%']],
    ['日均消耗1.5万', ['消耗 | 日均1.5万']],
    ['获客成本≤80元/人', ['获客成本 | ≤80元/人']],
    ['CTR >= 2%, CVR >= 1.5%', ['CTR | ≥2%', 'CVR | ≥1.5%']],
    ['Views ≥ 200k; sales ≥ 500k', ['Views | ≥20万', 'sales | ≥50万']],
    ['点击率：3%；转化率为2%', ['点击率 | 3%', '转化率 | 2%']],
    ['销售额1,500,点赞2,000', ['销售额 | 1,500', '点赞 | 2,000']],
    ['1. 阅读量≥5万\n2. 点赞≥1万', ['阅读量 | ≥5万', '点赞 | ≥1万']],
    ['①阅读量≥5万；②点赞≥1万', ['阅读量 | ≥5万', '点赞 | ≥1万']],
    ['1、阅读量≥5万；2、点赞≥1万', ['阅读量 | ≥5万', '点赞 | ≥1万']],
    ['点击率≥2%转化率≥1.5%', ['点击率 | ≥2%', '转化率 | ≥1.5%']],
    ['曝光500万 互动率5%', ['曝光 | 500万', '互动率 | 5%']],
    ['点击率>5%且<10%', ['点击率 | >5%', '点击率 | <10%']],
    ['25万', ['– | 25万']],
  ]
  it.each(rows)('%s', (text, expected) => {
    expect(read(text)).toEqual(expected)
    expect(parseTargets(text).unread).toEqual([])
  })
})

describe('numbers that belong to a name', () => {
  const rows: [string, string[]][] = [
    ['30天复购率≥15%', ['30天复购率 | ≥15%']],
    ['7日留存率≥40%', ['7日留存率 | ≥40%']],
    ['618大促销售额≥50万', ['618大促销售额 | ≥50万']],
    ['Q3销售额200万', ['Q3销售额 | 200万']],
    ['2025年6月销售额200万', ['2025年6月销售额 | 200万']],
    ['双11销售额破100万', ['双11销售额 | >100万']],
    ['触达用户500万', ['触达用户 | 500万']],
    ['内容总互动率(点赞+评论+分享)≥5%', ['内容总互动率(点赞+评论+分享) | ≥5%']],
    ['100位腰部KOC(粉丝5-10万)', ['腰部KOC(粉丝5-10万) | 100位']],
    ['每周三直播观看≥1万', ['每周三直播观看 | ≥1万']],
  ]
  it.each(rows)('%s', (text, expected) => {
    expect(read(text)).toEqual(expected)
  })
})

describe('a path of parts that add up', () => {
  it('the + between the parts is a sum, not "or more"', () => {
    expect(read('抖音信息流500万+朋友圈300万+KOL200万')).toEqual([
      '抖音信息流 | 500万',
      '朋友圈 | 300万',
      'KOL | 200万',
    ])
  })
  it('a + before a mere word is "or more"', () => {
    expect(read('10万+观看')).toEqual(['观看 | ≥10万'])
  })
})

describe('pieces without a readable number are kept as text', () => {
  it('beside targets, in order', () => {
    expect(parseTargets('输出《活动目标确认书》,曝光≥5万,完成评审').unread).toEqual([
      '输出《活动目标确认书》',
      '完成评审',
    ])
  })
  it.each(['提交《活动复盘报告》', '进入TOP10', 'H5页面开发与测试', '笔记通过品牌方审核'])('%s', (text) => {
    expect(parseTargets(text)).toEqual({ targets: [], unread: [text] })
  })
  it.each(['', '-', '无', 'N/A'])('"%s" says nothing at all', (text) => {
    expect(parseTargets(text)).toEqual({ targets: [], unread: [] })
  })
  it('a contradiction is kept as text, the other targets stay', () => {
    const reading = parseTargets('曝光<5万以上,点赞≥1万')
    expect(reading.unread).toEqual(['曝光<5万以上'])
    expect(reading.targets).toHaveLength(1)
  })
  it('prose of 30,000 characters is kept whole, at once', () => {
    const prose = '曝光5万+朋友圈,'.repeat(3000)
    expect(parseTargets(prose).unread).toHaveLength(1)
  })
})

describe('every character of a cell is in a target or in the unread pieces', () => {
  it('keeps the pieces as written, full-width signs included', () => {
    const { targets } = parseTargets('观看人数≥２０万，销售额≥５０万')
    expect(targets.map(({ text, quantity }) => [text, quantity.text])).toEqual([
      ['观看人数≥２０万', '≥２０万'],
      ['销售额≥５０万', '≥５０万'],
    ])
  })
})

describe('reached values', () => {
  it.each([
    ['22万', null, 220_000],
    ['2.1%', null, 0.021],
    ['520条', null, 520],
    ['10人', null, 10],
    ['实际销售额45万', '实际销售额', 450_000],
  ])('%s', (text, metric, value) => {
    expect(parseReached(text).values).toMatchObject([{ metric, quantity: { value } }])
  })
})
