import { parseReached, parseTargets } from '@yingce/domain/quantity/parse-targets'
import type { Comparator, Target } from '@yingce/domain/quantity/quantity'
import type { GridColumn } from './grid-types.ts'
import { fill, type GridLabels } from './labels.ts'
import { displayText, editText, type FormatContext } from './model/cell-format.ts'
import { parseCell, type ReadContext } from './parse-cell.ts'

export interface ReadPreview {
  readonly text: string
  readonly isRead: boolean
}

const SIGNS: Readonly<Record<Comparator, string>> = {
  gte: '≥',
  gt: '>',
  lte: '≤',
  lt: '<',
  eq: '=',
  range: '',
}
const grouped = new Intl.NumberFormat('en-US', { maximumFractionDigits: 6 })

/** "阅读量 ≥ 200,000": one target with its number written out. */
function targetText({ metric, quantity }: Target): string {
  const isPercent = quantity.unit === '%'
  const figure = (value: number): string => {
    if (isPercent) return `${grouped.format(Number((value * 100).toPrecision(12)))}%`
    return quantity.unit === '1:n' ? `1:${grouped.format(value)}` : grouped.format(value)
  }
  const range =
    quantity.upper === null ? figure(quantity.value) : `${figure(quantity.value)} – ${figure(quantity.upper)}`
  const unit = quantity.unit === null || isPercent || quantity.unit === '1:n' ? '' : ` ${quantity.unit}`
  const sign = quantity.comparator === null ? '' : SIGNS[quantity.comparator]
  return [metric, sign, `${range}${unit}`].filter((part) => part !== null && part !== '').join(' ')
}

/** What a text will be taken for, said while typing where it is not plain to see; null = nothing to say. */
export function readPreview(
  column: GridColumn,
  text: string,
  context: ReadContext,
  format: FormatContext,
  labels: GridLabels,
): ReadPreview | null {
  const plain = text.trim()
  if (plain === '') return null
  switch (column.kind) {
    case 'money':
    case 'ratio':
    case 'count':
    case 'number': {
      const reading = parseCell(column, plain, context)
      // Saying that 35000 is read as 35,000 would be noise.
      if (!reading.ok || editText(column, reading.value) === plain) return null
      const unit = column.unit === undefined ? '' : ` ${column.unit}`
      return {
        text: fill(labels.readAs, { text: `${displayText(column, reading.value, format)}${unit}` }),
        isRead: true,
      }
    }
    case 'targets':
    case 'quantity': {
      const reading = column.kind === 'targets' ? parseTargets(plain) : null
      const { targets, unread } = reading ?? {
        targets: parseReached(plain).values,
        unread: parseReached(plain).unread,
      }
      if (targets.length === 0) return unread.length === 0 ? null : { text: labels.keptAsText, isRead: false }
      const said = fill(labels.readAs, { text: targets.map(targetText).join(labels.joiner) })
      return {
        text:
          unread.length === 0
            ? said
            : said + labels.joiner + fill(labels.partUnread, { text: unread.join(labels.comma) }),
        isRead: unread.length === 0,
      }
    }
    default:
      return null
  }
}
