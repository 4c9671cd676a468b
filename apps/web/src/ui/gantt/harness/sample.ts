import type { GanttLink, GanttPhase, GanttTask } from '../gantt-types.ts'

/** A small coherent plan that shows every state of a bar at once. */
export const SAMPLE_TODAY = '2026-04-22'

const blank = {
  actualStart: null,
  actualEnd: null,
  baselineStart: null,
  baselineEnd: null,
  progress: null,
  isMilestone: false,
  delayedDays: null,
} as const

function task(
  id: string,
  phaseId: string | null,
  name: string,
  owner: string | null,
  planned: readonly [string | null, string | null],
  rest: Partial<GanttTask> = {},
): GanttTask {
  return {
    ...blank,
    id,
    phaseId,
    name,
    owner,
    status: 'not_started',
    plannedStart: planned[0],
    plannedEnd: planned[1],
    ...rest,
  }
}

export const SAMPLE_PHASES: readonly GanttPhase[] = [
  { id: 'prep', name: '筹备期', start: '2026-04-01', end: '2026-04-17', progress: 0.88 },
  { id: 'warm', name: '预热期', start: '2026-04-18', end: '2026-04-30', progress: 0.32 },
  { id: 'burst', name: '爆发期', start: '2026-05-01', end: '2026-05-12', progress: 0 },
  { id: 'tail', name: '长尾与复盘', start: null, end: null, progress: null },
]

export const SAMPLE_TASKS: readonly GanttTask[] = [
  task('t1', 'prep', '人群洞察与竞品梳理', '周宁', ['2026-04-01', '2026-04-06'], {
    status: 'done',
    progress: 1,
    actualStart: '2026-04-01',
    actualEnd: '2026-04-07',
    baselineStart: '2026-04-01',
    baselineEnd: '2026-04-06',
  }),
  task('t2', 'prep', '核心卖点与沟通主张定稿', '许安', ['2026-04-07', '2026-04-10'], {
    status: 'done',
    progress: 1,
    actualStart: '2026-04-08',
    actualEnd: '2026-04-10',
    baselineStart: '2026-04-07',
    baselineEnd: '2026-04-10',
  }),
  task('t3', 'prep', '预算审批', '财务部', ['2026-04-08', '2026-04-13'], {
    status: 'pending_acceptance',
    progress: 0.95,
    actualStart: '2026-04-08',
    baselineStart: '2026-04-06',
    baselineEnd: '2026-04-09',
    delayedDays: 4,
  }),
  task('t4', 'prep', '主视觉与物料延展', '何苗', ['2026-04-09', '2026-04-17'], {
    status: 'in_progress',
    progress: 0.7,
    actualStart: '2026-04-10',
    baselineStart: '2026-04-09',
    baselineEnd: '2026-04-15',
    delayedDays: 5,
  }),
  task('t5', 'prep', '启动会', '周宁', ['2026-04-10', '2026-04-10'], {
    status: 'done',
    isMilestone: true,
    progress: 1,
    baselineEnd: '2026-04-10',
  }),
  task('t6', 'warm', '达人名单确认与签约', '程璐', ['2026-04-14', '2026-04-22'], {
    status: 'in_progress',
    progress: 0.6,
    actualStart: '2026-04-15',
    baselineStart: '2026-04-13',
    baselineEnd: '2026-04-21',
  }),
  task('t7', 'warm', '种草内容首批上线(20 篇)', '程璐', ['2026-04-23', '2026-04-29'], {
    baselineStart: '2026-04-22',
    baselineEnd: '2026-04-28',
  }),
  task('t8', 'warm', '直播脚本与排练', '何苗', ['2026-04-21', '2026-04-26'], {
    status: 'in_progress',
    progress: 0.25,
    actualStart: '2026-04-21',
    baselineStart: '2026-04-21',
    baselineEnd: '2026-04-26',
  }),
  task('t9', 'warm', '门店试饮物料到货', '供应商', ['2026-04-24', '2026-04-27']),
  task('t10', 'warm', '预热话题冲榜', '许安', ['2026-04-20', '2026-04-24'], {
    status: 'cancelled',
    progress: 0.1,
  }),
  task('t11', 'burst', '品牌专场直播', '何苗', ['2026-05-01', '2026-05-03'], {
    baselineStart: '2026-05-01',
    baselineEnd: '2026-05-03',
  }),
  task('t12', 'burst', '信息流投放', '投放组', ['2026-04-29', '2026-05-12'], {
    baselineStart: '2026-05-01',
    baselineEnd: '2026-05-12',
  }),
  task('t13', 'burst', '会员日专享券发放', '会员组', ['2026-05-08', '2026-05-09']),
  task('t14', 'burst', '爆发期目标验收', '周宁', ['2026-05-12', '2026-05-12'], {
    isMilestone: true,
    baselineEnd: '2026-05-11',
  }),
  task('t15', 'tail', '数据回收与渠道对账', '财务部', ['2026-05-13', '2026-05-15']),
  task('t16', 'tail', '推广效果评估报告', '周宁', ['2026-05-14', '2026-05-20']),
  task('t17', 'tail', '经验沉淀会', '周宁', [null, null], { unscheduledReason: '复盘后第2周' }),
  task('t18', 'tail', '老客复购提醒', '会员组', ['2026-05-18', null]),
  task('t19', null, '官网专题页改版', null, ['2026-05-06', '2026-04-30']),
]

const link = (
  id: string,
  from: string,
  to: string,
  type: GanttLink['type'] = 'FS',
  lagDays = 0,
): GanttLink => ({ id, from, to, type, lagDays })

export const SAMPLE_LINKS: readonly GanttLink[] = [
  link('l1', 't1', 't2'),
  link('l2', 't2', 't4'),
  link('l3', 't2', 't5'),
  link('l4', 't3', 't6'),
  link('l5', 't6', 't7'),
  link('l6', 't4', 't9', 'FS', 2),
  link('l7', 't8', 't11'),
  link('l8', 't7', 't11'),
  link('l9', 't11', 't13', 'FS', 3),
  link('l10', 't12', 't14', 'FF'),
  link('l11', 't14', 't15'),
  link('l12', 't15', 't16', 'SS', 1),
  link('l13', 't7', 't12', 'FS'),
]
