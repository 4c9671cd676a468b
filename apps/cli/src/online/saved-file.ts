import { stat, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Call, Flag } from '../command.ts'
import type { Language } from '../language.ts'
import { Refusal } from '../refusal.ts'
import type { ServerFile } from './api-client.ts'

export const OUTPUT: Readonly<Record<'output', Flag>> = {
  output: {
    type: 'string',
    short: 'o',
    value: 'FILE',
    help: { zh: '写到这个文件或文件夹，默认当前文件夹', en: 'file or folder to write to, by default here' },
  },
}

export const DOCUMENT_LANGUAGE: Readonly<Record<'document-lang', Flag>> = {
  'document-lang': {
    type: 'string',
    value: 'zh-CN|en',
    help: {
      zh: '文件的语言，默认同输出语言',
      en: 'language of the document, by default that of the output',
    },
  },
}

/**
 * The value of a flag that has a closed list of them.
 *
 * @throws Refusal `usage` that names them
 */
export function chosen<T extends string>(
  flag: string,
  given: string | boolean,
  known: readonly T[],
  language: Language,
): T {
  const found = known.find((one) => one === given)
  if (found !== undefined) return found
  throw new Refusal(
    'usage',
    language === 'zh' ? `--${flag} 没有这个值：${String(given)}` : `--${flag} cannot be ${String(given)}`,
    { advice: language === 'zh' ? `可选：${known.join(' ')}` : `Known: ${known.join(' ')}` },
  )
}

/** Language of the document: as asked, else that of the output. */
export function localeOf({ flags, language }: Call): 'zh-CN' | 'en' {
  const given = flags['document-lang'] ?? (language === 'zh' ? 'zh-CN' : 'en')
  return chosen('document-lang', given, ['zh-CN', 'en'], language)
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

/** Saves a file of a plan and says where. */
export async function saveAnswer(
  call: Call,
  plan: { readonly id: string; readonly name: string },
  file: ServerFile,
): Promise<void> {
  const { flags, language, surroundings } = call
  // The name comes from outside: only its last part is used.
  const path = await targetOf(flags['output'], basename(file.name ?? `${plan.id}.bin`))
  await save(path, file.bytes, call)
  surroundings.write(
    flags['json'] === true
      ? `${JSON.stringify({ planId: plan.id, planName: plan.name, file: path, bytes: file.bytes.length }, null, 2)}\n`
      : `${path}  ${file.bytes.length.toLocaleString('en')} ${language === 'zh' ? '字节' : 'bytes'}\n`,
  )
}
