import type { Severity } from '../../records/entities.ts'
import type { DocumentAlert, DocumentIssue } from './document-input.ts'
import type { ReportLocale } from './report-input.ts'

/** What several documents say in one language, beside the words of the evaluation report. */
export interface DocumentWords {
  readonly severity: Readonly<Record<Severity, string>>
  readonly issueState: Readonly<Record<DocumentIssue['state'], string>>
  readonly alertState: Readonly<Record<DocumentAlert['state'], string>>
  readonly columns: {
    readonly found: string
    readonly severity: string
    readonly due: string
    readonly fired: string
    readonly rule: string
    readonly cause: string
    readonly action: string
    readonly changed: string
    readonly adjustment: string
    readonly reason: string
    readonly expected: string
    readonly effect: string
    readonly finished: string
    readonly day: string
    readonly planned: string
    readonly week: string
    readonly likes: string
    readonly strategy: string
    readonly gap: string
    readonly improvement: string
    readonly reviewed: string
    readonly problem: string
    readonly whys: string
    readonly measure: string
    readonly prevention: string
  }
  readonly inTime: string
  readonly owed: (name: string, owner: string | null, due: string | null) => string
}

export const DOCUMENT_WORDS: Readonly<Record<ReportLocale, DocumentWords>> = {
  'zh-CN': {
    severity: { minor: '轻微', normal: '一般', serious: '严重' },
    issueState: { open: '未处理', in_progress: '处理中', resolved: '已解决' },
    alertState: { open: '未处理', acknowledged: '处理中', resolved: '已解决' },
    columns: {
      found: '发现日期',
      severity: '严重程度',
      due: '期限',
      fired: '触发日期',
      rule: '预警',
      cause: '原因',
      action: '处理',
      changed: '调整日期',
      adjustment: '调整内容',
      reason: '原因',
      expected: '预期效果',
      effect: '调整前后',
      finished: '完成日期',
      day: '日期',
      planned: '计划支出',
      week: '实际支出',
      likes: '篇均点赞',
      strategy: '策略',
      gap: '差异分析',
      improvement: '改进措施',
      reviewed: '复盘时间',
      problem: '问题',
      whys: '追问过程',
      measure: '纠正措施',
      prevention: '预防措施',
    },
    inTime: '按时',
    owed: (name, owner, due) => {
      const who = [owner, due].filter((part) => part !== null).join('，')
      return who === '' ? name : `${name}（${who}）`
    },
  },
  en: {
    severity: { minor: 'Minor', normal: 'Normal', serious: 'Serious' },
    issueState: { open: 'Open', in_progress: 'In progress', resolved: 'Resolved' },
    alertState: { open: 'Open', acknowledged: 'In progress', resolved: 'Resolved' },
    columns: {
      found: 'Found',
      severity: 'Severity',
      due: 'Due',
      fired: 'Fired',
      rule: 'Alert',
      cause: 'Cause',
      action: 'Action',
      changed: 'Changed',
      adjustment: 'Adjustment',
      reason: 'Reason',
      expected: 'Expected',
      effect: 'Before and after',
      finished: 'Finished',
      day: 'Day',
      planned: 'Planned spend',
      week: 'Actual spend',
      likes: 'Likes a post',
      strategy: 'Strategy',
      gap: 'Gap',
      improvement: 'Improvement',
      reviewed: 'Reviewed',
      problem: 'Problem',
      whys: 'Why, asked on',
      measure: 'Correction',
      prevention: 'Prevention',
    },
    inTime: 'in time',
    owed: (name, owner, due) => {
      const who = [owner, due === null ? null : `by ${due}`].filter((part) => part !== null).join(', ')
      return who === '' ? name : `${name} (${who})`
    },
  },
}
