import { addDays } from '@yingce/domain/calendar/date-arithmetic'
import type { CellMark, CellValue, GridChoice, GridColumn, GridGroup, GridRow } from '../grid-types.ts'
import { weightedMean } from '../model/totals.ts'

const PHASES = ['筹备期', '启动期', '爆发期', '收尾期']
const OWNERS = ['李娜', '周婷', '王强', '赵磊', '孙悦', '陈静', '设计专员*', '推广专员*']
const NAMES = [
  '达人名单与签约',
  '图文与视频素材',
  '小红书笔记',
  '抖音信息流投放',
  '直播专场',
  '用户反馈整理',
  '母婴社群种草与答疑',
  '线下体验课物料与场地确认',
]
const KPIS = [
  '签约达人 ≥ 10 人',
  '素材通过率 = 100%',
  '总阅读 ≥ 20万',
  '点击率 ≥ 2%',
  '观看 ≥ 20万, 销售额 ≥ 50万',
  '有效反馈 ≥ 500 条',
]

export const STATUSES: readonly GridChoice[] = [
  { value: 'not_started', label: '未开始', tone: 'neutral', shape: '○' },
  { value: 'in_progress', label: '进行中', tone: 'accent', shape: '◐' },
  { value: 'pending_acceptance', label: '待验收', tone: 'warn', shape: '◆' },
  { value: 'done', label: '已完成', tone: 'ok', shape: '●' },
  { value: 'cancelled', label: '已取消', tone: 'neutral', shape: '✕' },
]

export const TODAY = '2026-06-08'
export const GROUPS: readonly GridGroup[] = PHASES.map((title, index) => ({ id: `p${index}`, title }))

const lateDays = (row: GridRow): number | null => {
  const { plannedEnd, status } = row.values
  if (typeof plannedEnd !== 'string' || status === 'done' || status === 'cancelled' || plannedEnd >= TODAY)
    return null
  return Math.round((Date.parse(TODAY) - Date.parse(plannedEnd)) / 86_400_000)
}

/** Twenty columns as the tracker has them. */
export const COLUMNS: readonly GridColumn[] = [
  { field: 'name', title: '关键任务', kind: 'text', width: 190, required: true },
  { field: 'owner', title: '负责人', kind: 'person', width: 108, suggestions: OWNERS },
  { field: 'plannedStart', title: '计划开始', kind: 'date', width: 92, total: 'min' },
  { field: 'plannedEnd', title: '计划结束', kind: 'date', width: 92, total: 'max' },
  { field: 'actualStart', title: '实际开始', kind: 'date', width: 92, total: 'min' },
  { field: 'actualEnd', title: '实际结束', kind: 'date', width: 92, total: 'max' },
  {
    field: 'late',
    title: '延期',
    kind: 'count',
    unit: '天',
    width: 84,
    derive: lateDays,
    face: (value) => (typeof value === 'number' ? { text: String(value), tone: 'bad' } : null),
  },
  { field: 'budget', title: '预算', kind: 'money', unit: '元', width: 104, total: 'sum' },
  { field: 'spent', title: '支出', kind: 'money', unit: '元', width: 104, total: 'sum' },
  {
    field: 'progress',
    title: '进度',
    kind: 'ratio',
    width: 128,
    look: 'progress',
    total: weightedMean('progress', 'budget'),
  },
  { field: 'status', title: '状态', kind: 'choice', width: 104, choices: STATUSES, required: true },
  { field: 'kpi', title: 'KPI', kind: 'targets', width: 170 },
  { field: 'reached', title: '达成值', kind: 'quantity', width: 96 },
  { field: 'issue', title: '问题记录', kind: 'longText', width: 180 },
  { field: 'solution', title: '解决方案', kind: 'longText', width: 180 },
  { field: 'remark', title: '备注', kind: 'longText', width: 140 },
  { field: 'isMilestone', title: '里程碑', kind: 'flag', width: 72 },
  { field: 'weight', title: '权重', kind: 'number', width: 72 },
  { field: 'review', title: '复核时间', kind: 'dateTime', width: 128 },
  { field: 'source', title: '来源', kind: 'text', width: 96, readOnly: '由导入写入' },
]

/** Rows that look like a tracker's: some late, some unread, some marked. No randomness: runs compare. */
export function sampleRows(count: number): readonly GridRow[] {
  return Array.from({ length: count }, (_, index): GridRow => {
    const start = addDays('2026-05-01', index % 46)
    const end = addDays(start, 3 + (index % 9))
    const budget = (10 + ((index * 7) % 140)) * 100_000
    const progress = ((index * 13) % 21) / 20
    const status = progress === 1 ? 'done' : progress === 0 ? 'not_started' : 'in_progress'
    const values: Record<string, CellValue> = {
      name: `${NAMES[index % NAMES.length] ?? ''} ${index + 1}`,
      owner: OWNERS[index % OWNERS.length] ?? null,
      plannedStart: start,
      plannedEnd: end,
      actualStart: progress === 0 ? null : start,
      actualEnd: progress === 1 ? addDays(end, -1) : null,
      budget,
      spent: Math.round(budget * progress * 0.97),
      progress,
      status,
      kpi: KPIS[index % KPIS.length] ?? null,
      reached: index % 3 === 0 ? `${10 + (index % 30)}万` : null,
      issue: index % 7 === 0 ? '素材审核被退回两次，需要补充授权书与成分说明' : null,
      solution: index % 7 === 0 ? '周婷当天补齐，次日复审' : null,
      remark: null,
      isMilestone: index % 10 === 0,
      weight: 1 + (index % 3),
      review: `${end}T18:00`,
      source: 'T1',
    }
    const unread: Record<string, string> = index % 29 === 3 ? { plannedEnd: '6月底前后' } : {}
    if (unread['plannedEnd'] !== undefined) values['plannedEnd'] = null
    const marks: Record<string, CellMark> =
      index % 17 === 5
        ? { spent: { kind: 'stale', text: '实际支出 3 个工作日没有更新' } }
        : index % 41 === 7
          ? { actualEnd: { kind: 'problem', text: '已完成却没有实际结束日期' } }
          : {}
    return {
      id: `r${index}`,
      groupId: `p${Math.min(3, Math.floor((index * 4) / count))}`,
      values,
      unread,
      version: 1,
      marks,
    }
  })
}
