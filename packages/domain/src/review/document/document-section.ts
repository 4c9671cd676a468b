import type { ReportBlock, ReportDocument, TextSpan } from '../report-document.ts'
import type { DocumentInput, SectionOverrides } from './document-input.ts'
import type { ReportContext } from './report-context.ts'
import { documentFacts } from './document-facts.ts'

/** A section with its lasting id; the number before the heading follows from its place. */
export interface DocumentSection {
  readonly id: string
  readonly heading: string
  readonly blocks: readonly ReportBlock[]
}

interface DocumentFrame {
  readonly title: string
  /** Beside the plan's name: the week, the meeting. */
  readonly subtitle?: string
  readonly titlePage?: boolean
  readonly orientation?: 'landscape'
  /** Day up to which its data reach; null: it has none. Absent = today. */
  readonly dataThrough?: string | null
  /** Facts before the plan's own: the week, the people. */
  readonly facts?: ReportDocument['facts']
}

/** A document of sections in order; one without a block is left out, unless a person wrote its text. */
export function documentOf(
  context: ReportContext,
  { plan, overrides }: Pick<DocumentInput, 'plan' | 'overrides'>,
  frame: DocumentFrame,
  sections: readonly DocumentSection[],
): ReportDocument {
  const { words, locale } = context
  return {
    language: locale,
    title: frame.title,
    subtitle: frame.subtitle === undefined ? plan.name : `${plan.name} · ${frame.subtitle}`,
    facts: [...(frame.facts ?? []), ...documentFacts(context, frame.dataThrough)],
    runningHeader: `${plan.name} · ${frame.title}`,
    runningFooter: words.pageFooter,
    ...(frame.titlePage === undefined ? {} : { titlePage: frame.titlePage }),
    ...(frame.orientation === undefined ? {} : { orientation: frame.orientation }),
    blocks: sections.flatMap(({ id, heading, blocks }) => {
      const shown = overridden(blocks, overrides === undefined ? undefined : own(overrides, id))
      return shown.length === 0 ? [] : [{ ...context.heading(heading), section: id }, ...shown]
    }),
  }
}

/** A section of another document as part of this one: without its heading, whose number it does not use up. */
export function withoutHeading(
  section: (context: ReportContext) => readonly ReportBlock[],
  context: ReportContext,
): readonly ReportBlock[] {
  return section({ ...context, heading: (text) => ({ kind: 'heading', level: 2, text }) }).slice(1)
}

function own(overrides: SectionOverrides, id: string): string | undefined {
  return Object.hasOwn(overrides, id) ? overrides[id] : undefined
}

/**
 * A section with a person's text in the place of its sentences. Figures, tables and charts stay: they
 * are the data, which nobody retypes. An empty text leaves only them.
 */
function overridden(blocks: readonly ReportBlock[], text: string | undefined): readonly ReportBlock[] {
  if (text === undefined) return blocks
  const data = blocks.filter(({ kind }) => kind === 'keyFigures' || kind === 'table' || kind === 'chart')
  const first = data[0]?.kind === 'keyFigures' ? data.slice(0, 1) : []
  return [...first, ...textBlocks(text), ...data.slice(first.length)]
}

const LIST_MARK = /^\s*(?:[-•*·]|\d+[.、)）])\s*/

/** Paragraphs between empty lines; lines that begin with "-" or a number are a list. */
export function textBlocks(text: string): ReportBlock[] {
  return text
    .split(/\r?\n\s*\r?\n/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part): ReportBlock => {
      const lines = part.split(/\r?\n/).filter((line) => line.trim() !== '')
      if (lines.length > 0 && lines.every((line) => LIST_MARK.test(line))) {
        const items = lines.map((line): TextSpan[] => [{ text: line.replace(LIST_MARK, '').trim() }])
        return { kind: 'list', ordered: lines.every((line) => /^\s*\d/.test(line)), items }
      }
      return { kind: 'paragraph', spans: [{ text: part }] }
    })
}
