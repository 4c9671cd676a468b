import { describe, expect, test } from 'vitest'
import { tableOf, textsOfRow, wholeText } from './report-board.fixture.ts'
import { taskIssues } from './task-issues.ts'
import { ISSUE, WEEK } from './weekly-input.fixture.ts'
import { weeklyReport } from './weekly-report.ts'

const TASK = {
  id: 't',
  name: '信息流投放',
  owner: '李四',
  status: 'in_progress',
  issue: '素材 B 未过审 ',
  solution: null,
} as const

describe('R6: problems that were reported in the tracker', () => {
  test('stand in the weekly report after the issue log, with no severity and no date of their own', () => {
    const report = weeklyReport({ ...WEEK, issues: [ISSUE, ...taskIssues([TASK], [])] }, { locale: 'zh-CN' })
    const table = tableOf(report, '问题与解决方案')
    expect(textsOfRow(table, 1)).toEqual([
      '信息流投放 · 素材 B 未过审',
      '—',
      '李四',
      expect.any(String),
      '—',
      '未处理',
    ])
    expect(wholeText(report)).toContain('2 个问题未解决')
  })

  test('those of finished and cancelled tasks, and empty ones, are none', () => {
    const others = [
      { ...TASK, status: 'done' as const },
      { ...TASK, status: 'cancelled' as const },
      { ...TASK, issue: '  ' },
      { ...TASK, issue: null },
    ]
    expect(taskIssues(others, [])).toEqual([])
  })

  test('the same words for the same task in the issue log are one issue; for another task they are two', () => {
    expect(taskIssues([TASK], [{ name: '素材 B 未过审', taskId: 't' }])).toEqual([])
    expect(taskIssues([TASK], [{ name: '素材 B 未过审', taskId: 'u' }])).toHaveLength(1)
  })
})
