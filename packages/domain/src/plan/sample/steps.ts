import type { TaskStatus } from '../../records/entities.ts'
import type { OwnerRole, Wording } from '../templates/template.ts'

/** A moment: day from the plan's start and time of day. */
type Moment = readonly [day: number, time: string]

interface SampleStep {
  readonly days: readonly [start: number, end: number]
  readonly name: Wording
  readonly steps: Wording
  readonly owner: OwnerRole
  readonly planned: Moment
  readonly actual: Moment | null
  readonly status: TaskStatus
  readonly coordination: Wording | null
  readonly feedback: Wording | null
}

/** Execution detail of the burst: around the first stream, and today. */
export const SAMPLE_STEPS: readonly SampleStep[] = [
  {
    days: [20, 21],
    name: ['首场选品与机制', 'Products and offers for the first stream'],
    steps: ['定 2 款试喝装与 1 款整罐，写明到手价与赠品', 'Two trial packs and one tin, with price and gift'],
    owner: 'channel',
    planned: [21, '17:00'],
    actual: [21, '16:20'],
    status: 'done',
    coordination: ['供应链确认赠品库存', 'Supply confirms gift stock'],
    feedback: null,
  },
  {
    days: [21, 22],
    name: ['直播脚本与彩排', 'Script and rehearsal'],
    steps: [
      '开场 10 分钟、成分讲解 40 分钟、问答 30 分钟、限量 20 分钟，循环两轮',
      'Opening 10, ingredients 40, questions 30, limited offer 20 minutes, twice',
    ],
    owner: 'content',
    planned: [22, '18:00'],
    actual: [22, '19:30'],
    status: 'done',
    coordination: null,
    feedback: [
      '主播对冲泡温度不熟，加练半小时',
      'Host unsure of mixing temperature, half an hour more practice',
    ],
  },
  {
    days: [24, 24],
    name: ['首场直播执行', 'First stream on air'],
    steps: [
      '每 15 分钟报一次在线与成交，转化低于 2% 立即插入限量',
      'Report viewers and orders every 15 minutes, limited offer below 2%',
    ],
    owner: 'channel',
    planned: [24, '23:00'],
    actual: [24, '23:00'],
    status: 'done',
    coordination: ['技术保障备用网络', 'Technology keeps a spare network'],
    feedback: ['后半场转化走低，已记入问题', 'Conversion fell in the second half, recorded as an issue'],
  },
  {
    days: [27, 28],
    name: ['信息流素材复审处理', 'Feed creatives under review'],
    steps: ['提交成分依据，替换首帧，恢复投放', 'Hand in evidence, change the first frame, resume'],
    owner: 'media',
    planned: [27, '12:00'],
    actual: [27, '19:00'],
    status: 'done',
    coordination: ['法务出具用语说明', 'Legal explains the wording'],
    feedback: ['当天停投大半天，次日恢复', 'Stood still most of the day, back the next'],
  },
  {
    days: [31, 32],
    name: ['双晚专场执行', 'Two evenings on air'],
    steps: ['双主播轮换，第二晚发回访券', 'Two hosts in turn, come-back coupon on the second evening'],
    owner: 'channel',
    planned: [32, '22:30'],
    actual: [32, '22:30'],
    status: 'done',
    coordination: null,
    feedback: null,
  },
  {
    days: [36, 38],
    name: ['第二轮接龙群搭建', 'Groups for the second round'],
    steps: [
      '每天新建 7 个群，每群 1 位顾问与 3 位种子妈妈',
      'Seven groups a day, one adviser and three mothers each',
    ],
    owner: 'crm',
    planned: [38, '20:00'],
    actual: null,
    status: 'in_progress',
    coordination: ['客服排班支援两人', 'Service lends two people'],
    feedback: null,
  },
  {
    days: [39, 40],
    name: ['大促场货盘确认', 'Stock plan for the big sale'],
    steps: ['按预测 1.2 倍备货，锁定赠品', '1.2 × forecast, gifts reserved'],
    owner: 'channel',
    planned: [40, '18:00'],
    actual: null,
    status: 'not_started',
    coordination: ['仓储确认入库时间', 'Warehouse confirms arrival'],
    feedback: null,
  },
]
