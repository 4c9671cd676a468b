import { stat, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { exportReview, exportWorkbook } from '@yingce/contracts/export/export'
import type { Call, Command } from '../command.ts'
import { Refusal } from '../refusal.ts'
import { ApiClient } from './api-client.ts'
import { CONNECTION_FLAGS, connectionOf } from './connection.ts'
import { requirePlan } from './find-plan.ts'

const DOCUMENTS = { workbook: exportWorkbook, 'effect-evaluation': exportReview } as const

function documentOf({ flags, language }: Call): (typeof DOCUMENTS)[keyof typeof DOCUMENTS] {
  const given = flags['document'] ?? 'workbook'
  const route = Object.hasOwn(DOCUMENTS, String(given))
    ? DOCUMENTS[given as keyof typeof DOCUMENTS]
    : undefined
  if (route !== undefined) return route
  const known = Object.keys(DOCUMENTS).join(' ')
  throw new Refusal(
    'usage',
    language === 'zh' ? `没有这种文件：${String(given)}` : `No such document: ${String(given)}`,
    {
      advice: language === 'zh' ? `可选：${known}` : `Known: ${known}`,
    },
  )
}

function localeOf({ flags, language }: Call): 'zh-CN' | 'en' {
  const given = flags['document-lang']
  if (given === undefined) return language === 'zh' ? 'zh-CN' : 'en'
  if (given === 'zh-CN' || given === 'en') return given
  throw new Refusal(
    'usage',
    language === 'zh'
      ? `文件语言只有 zh-CN 和 en：${String(given)}`
      : `The document is zh-CN or en, not ${String(given)}`,
  )
}

/** Where the file goes: as named, into a folder under the server's name, or here. */
async function targetOf(output: string | boolean | undefined, fileName: string): Promise<string> {
  if (typeof output !== 'string') return fileName
  const isFolder = await stat(output).then(
    (found) => found.isDirectory(),
    () => false,
  )
  return isFolder ? join(output, fileName) : output
}

async function save(path: string, bytes: Uint8Array, call: Call): Promise<void> {
  await writeFile(path, bytes).catch((error: unknown) => {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    throw new Refusal(
      'file_not_writable',
      call.language === 'zh' ? `写不了这个文件（${code}）` : `the file cannot be written (${code})`,
      {
        file: path,
        advice: call.language === 'zh' ? '请检查文件夹和权限。' : 'Check the folder and its permissions.',
      },
    )
  })
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
    output: {
      type: 'string',
      short: 'o',
      value: 'FILE',
      help: { zh: '写到这个文件或文件夹，默认当前文件夹', en: 'file or folder to write to, by default here' },
    },
    document: {
      type: 'string',
      value: 'NAME',
      help: {
        zh: 'workbook（主跟踪表等，可再导入）或 effect-evaluation（推广效果评估报告，DOCX）',
        en: 'workbook (comes back by import) or effect-evaluation (the review as DOCX)',
      },
    },
    'document-lang': {
      type: 'string',
      value: 'zh-CN|en',
      help: {
        zh: '文件的语言，默认同输出语言',
        en: 'language of the document, by default that of the output',
      },
    },
    ...CONNECTION_FLAGS,
  },
  async run(call) {
    const { flags, language, surroundings } = call
    const [route, locale] = [documentOf(call), localeOf(call)]
    const client = new ApiClient(connectionOf(call), language)
    const plan = await requirePlan(client, call.arguments[0] ?? '', language)
    const file = await client.file(route, { params: { planId: plan.id }, query: { locale } })
    // The name comes from outside: only its last part is used.
    const path = await targetOf(flags['output'], basename(file.name ?? `${plan.id}.bin`))
    await save(path, file.bytes, call)
    surroundings.write(
      flags['json'] === true
        ? `${JSON.stringify({ planId: plan.id, planName: plan.name, file: path, bytes: file.bytes.length }, null, 2)}\n`
        : `${path}  ${file.bytes.length.toLocaleString('en')} ${language === 'zh' ? '字节' : 'bytes'}\n`,
    )
  },
}
