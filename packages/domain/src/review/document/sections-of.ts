import type { ReportBlock, ReportDocument, TextSpan } from '../report-document.ts'

/** One section of a document as a person edits it. */
export interface EditableSection {
  readonly id: string
  readonly title: string
  /** Its sentences as plain text, in the form in which `textBlocks` reads them; figures, tables and charts are left out. */
  readonly text: string
}

/** The sections of a document with their sentences; blocks before the first section belong to none. */
export function sectionsOf(document: ReportDocument): EditableSection[] {
  const sections: { id: string; title: string; parts: string[] }[] = []
  for (const block of document.blocks) {
    if (block.kind === 'heading' && block.section !== undefined)
      sections.push({ id: block.section, title: block.text, parts: [] })
    else {
      const text = textOf(block)
      if (text !== '') sections.at(-1)?.parts.push(text)
    }
  }
  return sections.map(({ id, title, parts }) => ({ id, title, text: parts.join('\n\n') }))
}

function textOf(block: ReportBlock): string {
  switch (block.kind) {
    case 'paragraph':
      return plain(block.spans)
    case 'list':
      return block.items
        .map((item, index) => `${block.ordered ? `${index + 1}. ` : '- '}${plain(item)}`)
        .join('\n')
    case 'heading':
      return block.text
    case 'callout':
      return [block.title, plain(block.spans)].filter((part) => part !== undefined && part !== '').join('：')
    case 'keyFigures':
    case 'table':
    case 'chart':
    case 'pageBreak':
      return ''
  }
}

function plain(spans: readonly TextSpan[]): string {
  return spans.map(({ text }) => text).join('')
}
