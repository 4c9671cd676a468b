import type { HttpClient } from './http-client.ts'

const OWNERS = [
  '王敏',
  '李娜',
  '陈晨',
  '赵磊',
  '孙悦',
  '周涛',
  '吴倩',
  '郑凯',
  '钱多',
  '冯雪',
  '褚健',
  '卫兰',
]
const STRATEGIES = [
  '内容种草',
  '达人合作',
  '搜索投放',
  '信息流',
  '线下活动',
  '会员运营',
  '直播带货',
  '口碑维护',
]
const STATUSES = ['not_started', 'in_progress', 'pending_acceptance', 'done', 'cancelled']
const PHASES = ['预热期', '引爆期', '承接期', '复盘期']

/** The next number of a fixed sequence, 0 to 1: every run writes the same rows. */
function sequence(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

/** Tasks with 20 columns filled, texts of the length that trackers have, a spend on those that have begun. */
export function sampleTasks(
  count: number,
  phaseIds: readonly string[],
): { values: Record<string, unknown> }[] {
  const random = sequence(count)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!
  const day = (offset: number): string => new Date(Date.UTC(2026, 2, 1 + offset)).toISOString().slice(0, 10)
  return Array.from({ length: count }, (_, index) => {
    const start = Math.floor(random() * 300)
    const length = 1 + Math.floor(random() * 20)
    const status = pick(STATUSES)
    const budget = 10_000 + Math.floor(random() * 5_000_000)
    const progress = status === 'done' ? 1 : status === 'not_started' ? 0 : Math.round(random() * 100) / 100
    return {
      values: {
        phaseId: pick(phaseIds),
        coreObjective: `提升新品在${pick(STRATEGIES)}渠道的认知与试用`,
        name: `第${index + 1}项:${pick(STRATEGIES)}执行与跟进`,
        owner: pick(OWNERS),
        plannedStart: day(start),
        plannedEnd: day(start + length),
        actualStart: day(start + 1),
        actualEnd: day(start + length + 1),
        budget,
        spent: status === 'not_started' ? 0 : Math.floor(budget * progress),
        progress,
        status,
        kpi: `曝光≥${1 + Math.floor(random() * 900)}万;转化率≥${1 + Math.floor(random() * 5)}%`,
        reached: `曝光${1 + Math.floor(random() * 900)}万`,
        issue: '素材审核周期长于预期,排期受到影响',
        solution: '提前两周提交素材,并准备一套备选',
        remark: `备注 ${index + 1}`,
        strategy: pick(STRATEGIES),
        weight: 1 + Math.floor(random() * 9),
        resources: '设计 1 人、投放 2 人',
      },
    }
  })
}

export interface SamplePlan {
  readonly id: string
  readonly phaseIds: readonly string[]
}

/** A blank plan with four phases. */
export async function newPlan(client: HttpClient, name: string): Promise<SamplePlan> {
  const { id } = await client.json<{ id: string }>('POST', '/api/plans', { name })
  const { items } = await client.json<{ items: { id: string }[] }>('POST', `/api/plans/${id}/phases/bulk`, {
    items: PHASES.map((phase) => ({ values: { name: phase } })),
  })
  return { id, phaseIds: items.map((item) => item.id) }
}
