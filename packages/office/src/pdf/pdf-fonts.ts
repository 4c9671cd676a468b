import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'

/** Where `scripts/copy-fonts.ts` puts them; not part of the repository, for they have 10 MB each. */
const FONT_FOLDER = resolve(import.meta.dirname, '../../dist/fonts')
const FONT_FILES = ['NotoSansSC_400Regular.ttf', 'NotoSansSC_700Bold.ttf']

/** The fonts that every PDF embeds parts of are not there. */
export class MissingFontsError extends Error {
  override readonly name = 'MissingFontsError'
}

/**
 * Paths of Noto Sans SC Regular and Bold (SIL Open Font License), from which every PDF embeds the
 * characters that it uses.
 *
 * @throws MissingFontsError with what to do, when one of them is not there
 */
export function pdfFontFiles(folder = FONT_FOLDER): string[] {
  const files = FONT_FILES.map((name) => join(folder, name))
  const missing = files.find((file) => !existsSync(file))
  if (missing === undefined) return files
  throw new MissingFontsError(
    `The font ${missing} is missing, so no PDF can be written. Start with "npm start", which puts it there, or run "node scripts/run.mjs scripts/copy-fonts.ts". 缺少字体 ${missing}，无法生成 PDF：请用 npm start 启动，或运行 node scripts/run.mjs scripts/copy-fonts.ts。`,
  )
}
