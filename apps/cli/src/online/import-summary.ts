import type { ImportView } from '@yingce/contracts/import/import'
import type { SheetKind } from '@yingce/domain/sheets/sheet-kind'
import type { ProblemCode } from '@yingce/domain/sheets/sheet-problem'
import type { Language } from '../language.ts'
import { textTable } from '../text-table.ts'
import { kindWord } from '../words/kind-words.ts'
import { fillWords, PROBLEM_WORDS } from '../words/problem-words.ts'

/** What an import did or would do, for programs. */
export interface ImportSummary {
  readonly dryRun: boolean
  readonly file: string
  /** null: a new plan that a dry run does not make. */
  readonly planId: string | null
  readonly planName: string
  readonly isNewPlan: boolean
  readonly tables: readonly {
    readonly sheet: string
    readonly kind: SheetKind
    readonly isIncluded: boolean
    readonly rows: number
    readonly totals: Readonly<Record<string, string>>
  }[]
  readonly problems: ImportView['problems']
  readonly questions: ImportView['questions']
  /** Only when it goes into an existing plan. */
  readonly comparison: NonNullable<ImportView['comparison']>['counts'] | null
  /** Records written, by entity; empty in a dry run. */
  readonly written: Readonly<Record<string, number>>
}

export function importSummary(
  view: ImportView,
  { isDryRun, newPlanName }: { readonly isDryRun: boolean; readonly newPlanName: string | null },
): ImportSummary {
  const isNewPlan = view.comparison === null
  return {
    dryRun: isDryRun,
    file: view.fileName,
    planId: view.planId,
    planName: (isNewPlan ? newPlanName : null) ?? view.planName ?? view.suggestedPlanName,
    isNewPlan,
    tables: view.tables.map(({ sheet, kind, isIncluded, rowCount, totals }) => ({
      sheet,
      kind,
      isIncluded,
      rows: rowCount,
      totals,
    })),
    problems: view.problems,
    questions: view.questions,
    comparison: view.comparison?.counts ?? null,
    written: isDryRun ? {} : view.created,
  }
}

const SHOWN_PROBLEMS = 20

function problemLine(
  { sheet, cell, code, message, params }: ImportView['problems'][number],
  language: Language,
): string {
  const words = Object.hasOwn(PROBLEM_WORDS, code) ? PROBLEM_WORDS[code as ProblemCode] : undefined
  const text =
    language === 'zh' && words !== undefined
      ? fillWords(words.zh, params as Record<string, string | number>)
      : message
  return `  ${sheet}${cell === null ? '' : ` ${cell}`}  ${text}`
}

/** The same for a person. */
export function importText(summary: ImportSummary, language: Language): string {
  const zh = language === 'zh'
  const { comparison, problems, written } = summary
  const target = summary.isNewPlan ? (zh ? '新计划' : 'New plan') : zh ? '合并到' : 'Into'
  const rows = summary.tables.map(({ sheet, kind, isIncluded, rows: count, totals }) => [
    sheet,
    kindWord(kind, language),
    isIncluded ? String(count) : zh ? '不导入' : 'left out',
    Object.entries(totals)
      .map(([field, sum]) => `${field} ${sum}`)
      .join(', '),
  ])
  const head = zh ? ['工作表', '识别为', '行', '合计'] : ['sheet', 'taken for', 'rows', 'totals']
  const counts =
    comparison === null
      ? []
      : [
          zh
            ? `新增 ${comparison.added}，修改 ${comparison.changed}，两边都改过 ${comparison.conflict}，不变 ${comparison.unchanged}，文件里没有 ${comparison.missing}`
            : `${comparison.added} added, ${comparison.changed} changed, ${comparison.conflict} changed on both sides, ${comparison.unchanged} unchanged, ${comparison.missing} not in the file`,
          ...(comparison.computed === 0
            ? []
            : [
                zh
                  ? `${comparison.computed} 行填了由指标算出的单元格，这些单元格保持不变`
                  : `${comparison.computed} with a cell that a metric computes, which stays as it is`,
              ]),
        ]
  const done = summary.dryRun
    ? [zh ? '这是预览，没有写入。' : 'This was a preview: nothing was written.']
    : [
        `${zh ? '已写入' : 'Written'}: ${
          Object.entries(written)
            .map(([entity, count]) => `${entity} ${count}`)
            .join(', ') || '0'
        }`,
        ...(summary.planId === null ? [] : [`${zh ? '计划编号' : 'Plan id'}: ${summary.planId}`]),
      ]
  return [
    `${target}: ${summary.planName}`,
    '',
    textTable([head, ...rows], 60),
    '',
    ...counts,
    ...(problems.length === 0
      ? []
      : [zh ? `需要留意 ${problems.length} 处：` : `${problems.length} to look at:`]),
    ...problems.slice(0, SHOWN_PROBLEMS).map((problem) => problemLine(problem, language)),
    ...(problems.length > SHOWN_PROBLEMS
      ? [
          zh
            ? `  其余 ${problems.length - SHOWN_PROBLEMS} 处见 --json。`
            : `  The other ${problems.length - SHOWN_PROBLEMS} are in --json.`,
        ]
      : []),
    ...summary.questions.map(({ sheet, cell, text, count }) =>
      zh
        ? `需要回答：${count} 个单元格，如 ${sheet} ${cell}“${text}”`
        : `To answer: ${count} cells, such as ${sheet} ${cell} "${text}"`,
    ),
    ...done,
    '',
  ].join('\n')
}
