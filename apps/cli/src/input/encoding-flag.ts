import type { TextEncoding } from '@yingce/domain/sheets/workbook'
import type { Call, Flag } from '../command.ts'
import { Refusal } from '../refusal.ts'

const ENCODINGS: readonly TextEncoding[] = ['utf-8', 'utf-16le', 'utf-16be', 'gb18030', 'windows-1252']

/** `--encoding NAME`, of commands that read text files. */
export const ENCODING_FLAG: Flag = {
  type: 'string',
  value: 'NAME',
  help: { zh: '文本文件的编码，默认自动判断', en: 'encoding of a text file, found out by default' },
}

/** What `--encoding` says; null when it says nothing. @throws Refusal `usage` */
export function encodingOf({ flags, language }: Call): TextEncoding | null {
  const given = flags['encoding']
  if (given === undefined) return null
  const known = ENCODINGS.find((encoding) => encoding === given)
  if (known !== undefined) return known
  throw new Refusal(
    'usage',
    language === 'zh' ? `不认识的编码：${String(given)}` : `Unknown encoding: ${String(given)}`,
    { advice: ENCODINGS.join(' ') },
  )
}
