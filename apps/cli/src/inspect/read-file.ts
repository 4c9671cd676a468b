import { open } from 'node:fs/promises'
import { basename } from 'node:path'
import { OfficeFileError } from '@yingce/office/office-file-error'
import { DEFAULT_READ_LIMITS } from '@yingce/office/read/read-limits'
import { readWorkbook } from '@yingce/office/read/read-workbook'
import type { SourceWorkbook, TextEncoding } from '@yingce/domain/sheets/workbook'
import type { Language } from '../language.ts'
import { Refusal } from '../refusal.ts'
import { FILE_WORDS } from '../words/file-words.ts'
import { fillWords } from '../words/problem-words.ts'

const CHUNK_BYTES = 1024 * 1024

/** The bytes of a file up to one more than may be read, so that an endless one (a device, a pipe) ends as too large. */
async function readUpToLimit(path: string): Promise<Uint8Array> {
  const file = await open(path)
  try {
    const chunks: Uint8Array[] = []
    let size = 0
    while (size <= DEFAULT_READ_LIMITS.fileBytes) {
      const { bytesRead, buffer } = await file.read(new Uint8Array(CHUNK_BYTES), 0, CHUNK_BYTES, null)
      if (bytesRead === 0) break
      chunks.push(buffer.subarray(0, bytesRead))
      size += bytesRead
    }
    return Buffer.concat(chunks)
  } finally {
    await file.close()
  }
}

/** @throws Refusal `file_not_found`, `file_not_readable` */
export async function readBytes(path: string, language: Language): Promise<Uint8Array> {
  try {
    return await readUpToLimit(path)
  } catch (error) {
    throw diskRefusal(error, path, language)
  }
}

/** What the system said on opening or reading a file, in the user's language: `file_not_found`, `file_not_readable`. */
export function diskRefusal(error: unknown, path: string, language: Language): Refusal {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === 'ENOENT') {
    return new Refusal('file_not_found', language === 'zh' ? '找不到文件' : 'no such file', {
      file: path,
      advice: language === 'zh' ? '请检查路径。' : 'Check the path.',
    })
  }
  return new Refusal(
    'file_not_readable',
    language === 'zh' ? `读不了这个文件（${code}）` : `the file cannot be read (${code})`,
    {
      file: path,
      advice:
        code === 'EISDIR'
          ? language === 'zh'
            ? '这是一个文件夹，请给出文件。'
            : 'This is a folder: name a file.'
          : language === 'zh'
            ? '请检查权限。'
            : 'Check its permissions.',
    },
  )
}

/**
 * Read a table file from the disk.
 *
 * @throws Refusal with the file, what is wrong with it and what to do
 */
export async function readFileAsWorkbook(
  path: string,
  encoding: TextEncoding | null,
  language: Language,
): Promise<SourceWorkbook> {
  const bytes = await readBytes(path, language)
  try {
    return await readWorkbook(bytes, { fileName: basename(path), encoding })
  } catch (error) {
    if (!(error instanceof OfficeFileError)) throw error
    throw officeRefusal(error, path, language)
  }
}

/** Why a file was refused, in the user's language, with what to do. */
export function officeRefusal(error: OfficeFileError, path: string, language: Language): Refusal {
  const words = FILE_WORDS[error.code]
  return new Refusal(error.code, fillWords(words.message[language], error.params), {
    file: path,
    advice: words.advice[language],
  })
}
