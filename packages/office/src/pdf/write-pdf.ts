import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { NodeCompiler, type NodeError } from '@myriaddreamin/typst-ts-node-compiler'
import type { ReportDocument } from '@yingce/domain/review/report-document'
import { pdfData } from './pdf-data.ts'
import { pdfFontFiles } from './pdf-fonts.ts'

const TEMPLATE = readFileSync(new URL('./report.typ', import.meta.url), 'utf8')
/** Accessible PDF (ISO 14289-1): tagged, with a title and descriptions; what breaks it is an error. */
const STANDARD = 'ua-1'

/**
 * A report as the bytes of a .pdf file: A4, tagged, fonts embedded, charts as vectors, the same bytes
 * for the same report. Texts are given to the typesetter as data and printed as they are, never
 * compiled; it can read no file, for its root is an empty folder.
 *
 * @throws MissingFontsError when the fonts are not where they should be
 * @throws Error when the typesetter reports an error or a warning (a font it cannot find would
 *   otherwise yield pages without text)
 */
export async function writePdf(report: ReportDocument): Promise<Uint8Array> {
  const fonts = pdfFontFiles()
  const root = await mkdtemp(join(tmpdir(), 'yingce-pdf-'))
  try {
    const compiler = NodeCompiler.create({ workspace: root, fontArgs: [{ fontPaths: fonts }] })
    const compiled = compiler.compile({
      mainFileContent: TEMPLATE,
      inputs: { report: JSON.stringify(pdfData(report)) },
    })
    refuse(compiled.takeWarnings())
    refuse(compiled.takeError())
    if (compiled.result === null) throw new Error('the typesetter made no document and gave no reason')
    return new Uint8Array(compiler.pdf(compiled.result, { pdfStandard: STANDARD }))
  } finally {
    await rm(root, { recursive: true, force: true })
  }
}

function refuse(finding: NodeError | null): void {
  if (finding === null) return
  const reasons = finding.shortDiagnostics.map((one: { readonly message?: unknown }) => String(one.message))
  throw new Error(`the typesetter refused the report: ${reasons.join('; ')}`)
}
