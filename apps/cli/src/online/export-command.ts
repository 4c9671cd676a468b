import { exportDocument, exportWorkbook } from '@yingce/contracts/export/export'
import type { Call, Command } from '../command.ts'
import { ApiClient } from './api-client.ts'
import { CONNECTION_FLAGS, connectionOf } from './connection.ts'
import { requirePlan } from './find-plan.ts'
import { chosen, DOCUMENT_LANGUAGE, localeOf, OUTPUT, saveAnswer } from './saved-file.ts'

const DOCUMENTS = ['workbook', 'effect-evaluation'] as const

function documentOf({ flags, language }: Call): (typeof DOCUMENTS)[number] {
  return chosen('document', flags['document'] ?? 'workbook', DOCUMENTS, language)
}

/** `yingce export PLAN`: the plan's workbook or its review document, from a running server. */
export const EXPORT: Command = {
  name: 'export',
  usage: 'PLAN [-o FILE] [--document NAME]',
  argumentCount: 1,
  summary: {
    zh: '从服务器取出一个计划的工作簿或评估报告',
    en: 'take the workbook or the review of a plan out of a server',
  },
  flags: {
    ...OUTPUT,
    document: {
      type: 'string',
      value: 'NAME',
      help: {
        zh: 'workbook（主跟踪表等，可再导入）或 effect-evaluation（推广效果评估报告，DOCX）',
        en: 'workbook (comes back by import) or effect-evaluation (the review as DOCX)',
      },
    },
    ...DOCUMENT_LANGUAGE,
    ...CONNECTION_FLAGS,
  },
  async run(call) {
    const { language } = call
    const [document, locale] = [documentOf(call), localeOf(call)]
    const client = new ApiClient(connectionOf(call), language)
    const plan = await requirePlan(client, call.arguments[0] ?? '', language)
    const file =
      document === 'workbook'
        ? await client.file(exportWorkbook, { params: { planId: plan.id }, query: { locale } })
        : await client.file(exportDocument, { params: { planId: plan.id, document }, query: { locale } })
    await saveAnswer(call, plan, file)
  },
}
