import type { MoveCause } from '@yingce/domain/schedule/moved-tasks'
import type { Language, Words } from '../language.ts'
import { textTable } from '../text-table.ts'
import { fillWords } from '../words/problem-words.ts'
import type { ScheduleJson, ScheduleWarning } from './schedule-json.ts'

const HEADS: Readonly<Record<Language, readonly string[]>> = {
  zh: ['任务', '开始', '完成', '最晚开始', '最晚完成', '总时差(天)', '自由时差(天)', '关键', '开始由'],
  en: [
    'task',
    'start',
    'finish',
    'late start',
    'late finish',
    'total slack (d)',
    'free slack (d)',
    'critical',
    'start by',
  ],
}

const WARNINGS: Readonly<Record<ScheduleWarning['code'], Words>> = {
  kept_at_project_start: {
    zh: '{task} 被依赖拉到项目开始之前，按项目开始计',
    en: '{task} would begin before the project: it begins with it',
  },
  cannot_be_met: {
    zh: '{task} 的日期无法满足（总时差为负）',
    en: 'the dates of {task} cannot be met (negative slack)',
  },
  year_not_published: {
    zh: '{year} 年放假安排官方尚未发布，只计周末',
    en: 'the holidays of {year} are not published: only weekends count',
  },
  recurring_exception: {
    zh: '日历“{calendar}”的重复例外没有计入',
    en: 'recurring exceptions of the calendar "{calendar}" were left out',
  },
  scheduled_from_finish: {
    zh: '文件从完成日期倒排，这里按开始日期正排',
    en: 'the file schedules from its finish; it was scheduled from its start',
  },
  unknown_predecessor: {
    zh: '任务 {task} 的依赖 {predecessor} 不在文件里，已略去',
    en: 'the link {predecessor} → {task} leads out of the file and was left out',
  },
}

const CAUSES: Readonly<Record<MoveCause['by'], Words>> = {
  change: { zh: '本任务改动', en: 'changed itself' },
  push: { zh: '由 {from} 经 {type} 推动', en: 'pushed by {from} ({type})' },
  release: { zh: '{from} 不再牵制（{type}）', en: 'no longer held by {from} ({type})' },
  'late-dates': { zh: '越晚越好，最晚日期变了', en: 'as late as possible: its limit moved' },
  subtasks: { zh: '子任务移动', en: 'its subtasks moved' },
  'project-start': { zh: '项目开始', en: 'the start of the project' },
  constraint: { zh: '日期约束', en: 'its constraint' },
  actual: { zh: '实际日期', en: 'its actual dates' },
  manual: { zh: '手工日期', en: 'dates set by hand' },
  'status-date': { zh: '状态日期', en: 'the status date' },
}

/** A schedule for a terminal. */
export function scheduleText(
  json: ScheduleJson,
  titles: ReadonlyMap<string, string>,
  language: Language,
): string {
  const nameOf = (id: string): string => {
    const title = titles.get(id) ?? ''
    return title === '' ? id : `${id} ${title}`
  }
  const rows = json.tasks.map((task, index) => [
    nameOf(task.id),
    task.start.replace('T', ' '),
    task.finish.replace('T', ' '),
    task.lateStart.replace('T', ' '),
    task.lateFinish.replace('T', ' '),
    String(task.totalSlackDays),
    String(task.freeSlackDays),
    task.critical ? '●' : '',
    driverText(json.drivers[index], nameOf, language),
  ])
  const moved = (json.moved ?? []).map(({ id, from, to, cause }) => {
    const link = 'link' in cause ? { from: nameOf(cause.link.from), type: cause.link.type } : {}
    return `${nameOf(id)}: ${from.start} … ${from.finish} → ${to.start} … ${to.finish}  ${fillWords(CAUSES[cause.by][language], link)}`
  })
  const warnings = (json.warnings ?? []).map(
    (warning) => `! ${fillWords(WARNINGS[warning.code][language], { ...warning })}`,
  )
  const path = json.criticalPath.map(nameOf).join(' → ')
  const period = language === 'zh' ? '项目' : 'project'
  const parts = [
    `${period}: ${json.projectStart} … ${json.projectFinish}`,
    textTable([HEADS[language], ...rows]),
    ...(path === '' ? [] : [`${language === 'zh' ? '关键路径' : 'critical path'}: ${path}`]),
    ...moved,
    ...warnings,
  ]
  return `${parts.join('\n')}\n`
}

/** "A FS": the task and the type of the link that drives it, or what else decides its start. */
function driverText(
  driver: ScheduleJson['drivers'][number] | undefined,
  nameOf: (id: string) => string,
  language: Language,
): string {
  if (driver === undefined) return ''
  if (driver.by === 'link') return `${nameOf(driver.link.from)} ${driver.link.type}`
  if (driver.by === 'subtasks') return language === 'zh' ? '子任务' : 'its subtasks'
  return CAUSES[driver.by][language]
}
