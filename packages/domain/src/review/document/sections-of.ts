import type {
  ChartBlock,
  KeyFiguresBlock,
  ReportBlock,
  ReportDocument,
  TableBlock,
  TextSpan,
} from '../report-document.ts'

/** One section of a document as a person edits it. */
export interface EditableSection {
  readonly id: string
  readonly title: string
  /** Its sentences as plain text, in the form in which `textBlocks` reads them; figures, tables and charts are left out. */
  readonly text: string
  /** What the data give beside the sentences, in its order; nobody writes over it. */
  readonly data: readonly DataBlock[]
}

export type DataBlock = KeyFiguresBlock | TableBlock | ChartBlock

/** The sections of a document with their sentences and their data; blocks before the first section belong to none. */
export function sectionsOf(document: ReportDocument): EditableSection[] {
  const sections: { id: string; title: string; parts: string[]; data: DataBlock[] }[] = []
  for (const block of document.blocks) {
    if (block.kind === 'heading' && block.section !== undefined)
      sections.push({ id: block.section, title: block.text, parts: [], data: [] })
    else if (block.kind === 'keyFigures' || block.kind === 'table' || block.kind === 'chart')
      sections.at(-1)?.data.push(block)
    else {
      const text = textOf(block, document.language)
      if (text !== '') sections.at(-1)?.parts.push(text)
    }
  }
  return sections.map(({ id, title, parts, data }) => ({ id, title, text: parts.join('\n\n'), data }))
}

function textOf(block: Exclude<ReportBlock, DataBlock>, language: ReportDocument['language']): string {
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
      return [block.title, plain(block.spans)]
        .filter((part) => part !== undefined && part !== '')
        .join(language === 'en' ? ': ' : '：')
    case 'pageBreak':
      return ''
  }
}

function plain(spans: readonly TextSpan[]): string {
  return spans.map(({ text }) => text).join('')
}
