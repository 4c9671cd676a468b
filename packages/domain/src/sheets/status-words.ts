import type { TaskStatus } from '../records/entities.ts'
import { foldText } from './header-text.ts'

/** Words of the sheets for the states of a task; the first of each language is written on export. */
const STATUS_WORDS: Readonly<
  Record<TaskStatus, { readonly zh: readonly string[]; readonly en: readonly string[] }>
> = {
  not_started: {
    zh: [
      '未开始',
      '未启动',
      '待开始',
      '未进行',
      '待启动',
      '待执行',
      '未执行',
      '未完成',
      '计划中',
      '待办',
      '待定',
      '待处理',
      '待排期',
      '未开展',
      '筹备中',
      '准备中',
    ],
    en: ['Not started', 'To do', 'Todo', 'Planned', 'Pending', 'Open', 'Not begun', 'Backlog'],
  },
  in_progress: {
    zh: [
      '进行中',
      '执行中',
      '开展中',
      '推进中',
      '正在进行',
      '处理中',
      '已开始',
      '已启动',
      '实施中',
      '部分完成',
      '制作中',
      '投放中',
      '延期',
      '已延期',
      '延迟',
      '滞后',
      '逾期',
      '暂停',
      '已暂停',
      '暂缓',
      '延期中',
      '已逾期',
      '收尾中',
      '正常推进',
      '正常进行',
      '持续进行',
      '进行',
      '跟进中',
      '落实中',
      '推广中',
    ],
    en: [
      'In progress',
      'Doing',
      'Ongoing',
      'Started',
      'Active',
      'Running',
      'WIP',
      'Delayed',
      'Late',
      'Overdue',
      'Behind',
      'On hold',
      'Paused',
      'Working on it',
      'Stuck',
    ],
  },
  pending_acceptance: {
    zh: ['待验收', '待审核', '验收中', '审核中', '待确认', '待审批', '提交验收'],
    en: ['Pending acceptance', 'In review', 'Review', 'To accept', 'Pending review', 'Awaiting approval'],
  },
  done: {
    zh: [
      '已完成',
      '完成',
      '完结',
      '已完结',
      '已结束',
      '结束',
      '已上线',
      '已关闭',
      '已交付',
      '已达成',
      '已完工',
      '完工',
      '已落地',
      '已发布',
      '√',
      '✓',
      '✔',
      '☑',
      '✅',
    ],
    en: ['Done', 'Completed', 'Complete', 'Finished', 'Closed', 'Delivered'],
  },
  cancelled: {
    zh: ['已取消', '取消', '作废', '终止', '已终止', '不执行', '放弃'],
    en: ['Cancelled', 'Canceled', 'Dropped', 'Abandoned', 'Void'],
  },
}

const byWord = new Map(
  Object.entries(STATUS_WORDS).flatMap(([status, { zh, en }]) =>
    [...zh, ...en].map((word) => [foldText(word), status as TaskStatus] as const),
  ),
)

/** Words that say "late": the state behind them is in_progress, being late is derived from the dates. */
const LATE = new Set([
  '延期',
  '已延期',
  '延迟',
  '滞后',
  '逾期',
  '延期中',
  '已逾期',
  'delayed',
  'late',
  'overdue',
  'behind',
])

/** Is this nothing but a word for being late? */
export function isLateWord(text: string): boolean {
  return LATE.has(foldText(text))
}

export interface StatusReading {
  readonly status: TaskStatus
  /** The whole text, when it says more than the bare state: "已完成(延期1小时)", "延期"; else null. */
  readonly note: string | null
}

/** The state before a bracket, a sign, a figure or a tick: "进行中 60%", "已完成√", "未开始...". */
const HEAD = /^(?<word>[^([【,，;；:：、/\d.…~。!√✓✔✅-]+)[([【,，;；:：、/\d.…~。!√✓✔✅-]/u

/**
 * A state as sheets write it: "已完成", "进行中(截至6.9 10:00,消耗2万)", "延期".
 * Null when the first word is no state we know.
 */
export function readStatus(text: string): StatusReading | null {
  const written = text.trim()
  const folded = foldText(written)
  const whole = byWord.get(folded)
  if (whole !== undefined) return { status: whole, note: isLateWord(written) ? written : null }
  const head = HEAD.exec(folded)?.groups?.['word']
  const status = head === undefined ? undefined : byWord.get(head)
  return status === undefined ? null : { status, note: written }
}

/** The word written on export. */
export function statusWord(status: TaskStatus, language: 'zh' | 'en'): string {
  return STATUS_WORDS[status][language][0] ?? status
}

/**
 * State of a task whose sheet has no state column (T1): done when it has an
 * actual end or is at 100 %, in progress when it has an actual start or any
 * progress, else not started.
 */
export function derivedStatus(task: {
  readonly actualStart?: unknown
  readonly actualEnd?: unknown
  readonly progress?: unknown
}): TaskStatus {
  const progress = typeof task.progress === 'number' ? task.progress : 0
  const has = (value: unknown): boolean => value !== null && value !== undefined
  if (has(task.actualEnd) || progress >= 1) return 'done'
  return has(task.actualStart) || progress > 0 ? 'in_progress' : 'not_started'
}
