import type { GanttLink, GanttPhase, GanttTask } from '../gantt-types.ts'
import { dayNumberOf, formatDay } from '../model/day-number.ts'

const NAMES = [
  '预算审批',
  '直播脚本',
  '投放计划',
  '门店物料',
  '达人筛选',
  '素材拍摄',
  '数据埋点',
  '渠道对接',
  '海报设计',
  '会员触达',
  '话题运营',
  '样品寄送',
]
const OWNERS = ['周宁', '许安', '何苗', '程璐', '陆航', '沈佳', '投放组', '财务部']
const PER_PHASE = 40

/** A repeatable sequence in [0, 1) (mulberry32): the same size always gives the same plan. */
export function sequence(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/**
 * A plan of any size: phases of 40 tasks over two years, four dependencies for
 * five tasks, 95 % of them to one of the next five tasks and 5 % across phases.
 */
export function generatePlan(taskCount: number): {
  phases: GanttPhase[]
  tasks: GanttTask[]
  links: GanttLink[]
  today: string
} {
  const random = sequence(7)
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!
  const origin = dayNumberOf(2025, 11, 3)
  const today = origin + 120
  const phases: GanttPhase[] = []
  const tasks: GanttTask[] = []
  const links: GanttLink[] = []
  const phaseCount = Math.ceil(taskCount / PER_PHASE)
  for (let at = 0; at < phaseCount; at++) {
    const phaseStart = origin + Math.floor(random() * 640)
    phases.push({
      id: `p${at}`,
      name: `阶段 ${at + 1}`,
      start: formatDay(phaseStart),
      end: formatDay(phaseStart + 60),
      progress: random(),
    })
    let cursor = phaseStart
    for (let of = 0; of < PER_PHASE && tasks.length < taskCount; of++) {
      const length = 1 + Math.floor(random() * 9)
      const start = cursor
      const end = start + length - 1
      cursor = Math.max(phaseStart, start + Math.floor(random() * 5) - 1)
      const hasStarted = start < today
      const isDone = hasStarted && end < today - 5
      const isLate = hasStarted && end < today && random() < 0.2
      tasks.push({
        id: `t${tasks.length}`,
        phaseId: `p${at}`,
        name: `${pick(NAMES)}-${tasks.length + 1}`,
        owner: pick(OWNERS),
        status: isLate ? 'in_progress' : isDone ? 'done' : hasStarted ? 'in_progress' : 'not_started',
        plannedStart: formatDay(start),
        plannedEnd: formatDay(end),
        actualStart: hasStarted ? formatDay(start + Math.floor(random() * 2)) : null,
        actualEnd: isDone && !isLate ? formatDay(end + Math.floor(random() * 2)) : null,
        baselineStart: formatDay(start - 1),
        baselineEnd: formatDay(end - 1),
        progress: isDone && !isLate ? 1 : hasStarted ? Math.round(random() * 100) / 100 : 0,
        isMilestone: random() < 0.04,
        delayedDays: isLate ? today - end : null,
      })
    }
  }
  for (let at = 0; links.length < Math.floor(taskCount * 0.8) && at < taskCount * 4; at++) {
    const from = at % taskCount
    if (random() < 0.15) continue
    const to = random() < 0.05 ? Math.floor(random() * taskCount) : from + 1 + Math.floor(random() * 5)
    if (to < taskCount && to !== from)
      links.push({
        id: `l${links.length}`,
        from: `t${from}`,
        to: `t${to}`,
        type: random() < 0.9 ? 'FS' : 'SS',
        lagDays: 0,
      })
  }
  return { phases, tasks, links, today: formatDay(today) }
}
