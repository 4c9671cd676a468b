import { describe, expect, test } from 'vitest'
import { BUILT_IN_METRICS } from '../metrics/metric-dictionary.ts'
import { metricDirection, metricNature } from './metric-nature.ts'

const words = (text: string) => text.split(' / ')
const directionsOf = (names: readonly string[]) => names.map((name) => [name, metricDirection(name)])
const naturesOf = (names: readonly string[]) => names.map((name) => [name, metricNature(name, false)])

describe('Rule 3: less is better', () => {
  test.each([
    ['costs by their letters', 'CPA / CPC / CPE / CPL / CPM / CPO / CPV / CPS / CPUV / CAC / oCPM / ad cpa'],
    [
      'costs of one thing',
      '获客成本 / 转化成本 / 获取成本 / 点击成本 / 互动成本 / 到店成本 / 加粉成本 / 注册成本 / 咨询成本 / 预约成本 / 留资成本 / 线索成本 / 拉新成本 / 激活成本 / 下单成本 / 签约成本',
    ],
    [
      'costs by the piece',
      '人均成本 / 单位成本 / 单次成本 / 单客成本 / 单个成本 / 平均成本 / 千次曝光成本 / 千次成本 / 成本率 / 费用率 / 费销比',
    ],
    [
      'what drives customers away',
      '投诉率 / 投诉量 / 差评数 / 退货率 / 退款率 / 退订率 / 取关数 / 流失率 / 跳出率 / 弃购率 / 举报数 / 客诉 / 负面声量',
    ],
    ['what went wrong with the goods', '违规次数 / 缺货率 / 破损率'],
    [
      'what went wrong with the work',
      '逾期任务 / 延期天数 / 延误 / 超支金额 / 超时率 / 拒绝率 / 驳回率 / 失败率 / 故障数 / 卡顿率 / 错误率 / 返工次数',
    ],
    [
      'time that somebody waits',
      '响应时长 / 等待时间 / 处理时效 / 回复周期 / 加载时间 / 交付周期 / response time / waiting time / loading time',
    ],
    [
      'the same in English',
      'complaints / refund rate / returns / churn / bounce rate / unsubscribe rate / defects / failures / error rate / overruns / overspend / negative mentions',
    ],
    [
      'costs in English',
      'cost per lead / cost of sale / acquisition cost / conversion cost / click cost / unit cost / Cost Per Click',
    ],
  ])('%s', (_name, text) => {
    const names = words(text)
    expect(directionsOf(names)).toEqual(names.map((name) => [name, 'lower']))
  })

  test('the name of a built-in rate or cost says the same as its definition, in both languages', () => {
    for (const { zh, en, kind, direction } of BUILT_IN_METRICS.values())
      if (kind === 'ratio')
        expect([zh, en, metricDirection(zh), metricDirection(en)]).toEqual([zh, en, direction, direction])
  })

  test('a saving or a winning-back of such a thing is better when higher', () => {
    const names = words(
      '降低投诉率 / 流失率下降 / 减少退货 / 缩短响应时长 / 成本率节约 / 节省返工 / 挽回流失 / 流失召回 / 唤醒流失用户 / 投诉解决率 / 投诉处理率 / 违规整改率 / return on cost of sale / churn reduction / refund saving / churn recovery / win-back of churn / winback of churn / complaint resolution / return visits / returning customers',
    )
    expect(directionsOf(names)).toEqual(names.map((name) => [name, 'higher']))
  })

  test('everything else is better when higher, whatever letters it holds', () => {
    const names = words(
      '点击率 / 曝光量 / 总成本 / 时长 / 观看时长 / 周期 / CPX / scpa / cpas / cacti / focpm / cpuvs / incomplaint / costly / total cost / reunite cost / playing time / correspondence / nonrefundable',
    )
    expect(directionsOf(names)).toEqual(names.map((name) => [name, 'higher']))
  })
})

describe('Rule 2: what is a level and does not add up', () => {
  test.each([
    [
      'rates and shares',
      '点击率 / 新客占比 / 复购比例 / 市场份额 / 投产比 / 人均消费 / 日均访问 / 单价 / 客单 / 价格',
    ],
    [
      'scores and places',
      '搜索指数 / 门店评分 / 服务得分 / 满意度 / 品牌认知度 / 知名度 / 美誉度 / 关键词排名 / 观看时长',
    ],
    ['by their letters', 'ROI / ROAS / CTR / CVR / AOV / ARPU / ARPPU / LTV / NPS / CPA / CPM / CPS / CAC'],
    [
      'in English',
      'open rate / current ratio / voice share / average order / mean time / quality score / search index / rank / ranking / brand awareness / satisfaction / price / cost per lead',
    ],
    ['the cost of one thing', '获客成本 / 单次成本'],
  ])('%s', (_name, text) => {
    const names = words(text)
    expect(naturesOf(names)).toEqual(names.map((name) => [name, 'ratio']))
  })

  test('counts and amounts add up: 率先 is no rate, a total cost is no unit cost, a word within a word is none', () => {
    const names = words(
      '曝光量 / 销售额 / 率先签约门店 / 总成本 / 降低获客成本 / operations / shares / generated leads / strategies / means / scores / prices / heroic / trois / scvr / demeanor / cost / total cost',
    )
    expect(naturesOf(names)).toEqual(names.map((name) => [name, 'additive']))
  })

  test('what is written as a percentage is a ratio, without a name too; without either it adds up', () => {
    expect(metricNature('曝光量', true)).toBe('ratio')
    expect(metricNature(null, true)).toBe('ratio')
    expect(metricNature(null, false)).toBe('additive')
    expect(metricDirection(null)).toBe('higher')
  })
})
