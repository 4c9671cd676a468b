import { DOCUMENT_FORMATS, exportDocument, PLAN_DOCUMENTS } from '@yingce/contracts/export/export'
import type { Command } from '../command.ts'
import { ApiClient } from './api-client.ts'
import { CONNECTION_FLAGS, connectionOf } from './connection.ts'
import { requirePlan } from './find-plan.ts'
import { chosen, DOCUMENT_LANGUAGE, localeOf, OUTPUT, saveAnswer } from './saved-file.ts'

/** `yingce report PLAN`: a document made of the plan's data, in one of four formats, from a running server. */
export const REPORT: Command = {
  name: 'report',
  usage: 'PLAN [-o FILE] [--document NAME] [--format FORMAT]',
  argumentCount: 1,
  summary: {
    zh: '从服务器取出一个计划的报告：周复盘、活动复盘、效果分析、效果复盘、效果评估',
    en: 'take a report of a plan out of a server: weekly, retrospective, effect analysis, review or evaluation',
  },
  flags: {
    ...OUTPUT,
    document: {
      type: 'string',
      value: 'NAME',
      help: {
        zh: `${PLAN_DOCUMENTS.join(' ')}，默认 weekly`,
        en: `${PLAN_DOCUMENTS.join(' ')}, by default weekly`,
      },
    },
    format: {
      type: 'string',
      value: 'FORMAT',
      help: {
        zh: `${DOCUMENT_FORMATS.join(' ')}，默认 docx`,
        en: `${DOCUMENT_FORMATS.join(' ')}, by default docx`,
      },
    },
    day: {
      type: 'string',
      value: 'YYYY-MM-DD',
      help: {
        zh: '周复盘所在周的任意一天，默认今天',
        en: 'any day of the week of a weekly report, by default today',
      },
    },
    ...DOCUMENT_LANGUAGE,
    ...CONNECTION_FLAGS,
  },
  async run(call) {
    const { flags, language } = call
    const document = chosen('document', flags['document'] ?? 'weekly', PLAN_DOCUMENTS, language)
    const format = chosen('format', flags['format'] ?? 'docx', DOCUMENT_FORMATS, language)
    const locale = localeOf(call)
    const day = flags['day'] === undefined ? {} : { day: String(flags['day']) }
    const client = new ApiClient(connectionOf(call), language)
    const plan = await requirePlan(client, call.arguments[0] ?? '', language)
    const params = { planId: plan.id, document }
    await saveAnswer(
      call,
      plan,
      await client.file(exportDocument, { params, query: { locale, format, ...day } }),
    )
  },
}
