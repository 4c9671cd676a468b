import { OfficeFileError } from '@yingce/office/office-file-error'
import { decodeText } from '@yingce/office/read/decode-text'
import { officeRefusal, readBytes } from '../inspect/read-file.ts'
import type { Language } from '../language.ts'

/**
 * A text file in whatever encoding it has (UTF-8, UTF-16, GB18030, cp1252).
 *
 * @throws Refusal when there is no such file, or no text in it
 */
export async function readText(path: string, language: Language): Promise<string> {
  const bytes = await readBytes(path, language)
  try {
    return decodeText(bytes).text
  } catch (error) {
    if (error instanceof OfficeFileError) throw officeRefusal(error, path, language)
    throw error
  }
}
