import type { CellValue, GridColumn } from './grid-types.ts'

/** Why a text cannot be taken for a cell. */
export type CellErrorCode = 'date' | 'dateTime' | 'money' | 'ratio' | 'count' | 'number' | 'choice' | 'flag' | 'required'

export type CellReading =
  | { readonly ok: true; readonly value: CellValue }
  | { readonly ok: false; readonly code: CellErrorCode }

/** Where a text is read: a missing year is the plan's, 今天 is `today` (`YYYY-MM-DD`). */
export interface ReadContext {
  readonly year: number
  readonly today: string
}

/** TEMPORARY */
export function parseCell(column: GridColumn, text: string, context: ReadContext): CellReading {
  const plain = text.trim()
  if (plain === '') return column.required ? { ok: false, code: 'required' } : { ok: true, value: null }
  switch (column.kind) {
    case 'money': { const n = Number(plain.replaceAll(/[¥,]/g, '')); return Number.isFinite(n) ? { ok: true, value: Math.round(n * 100) } : { ok: false, code: 'money' } }
    case 'ratio': { const n = Number(plain.replace('%', '')); return Number.isFinite(n) ? { ok: true, value: n / 100 } : { ok: false, code: 'ratio' } }
    case 'count': case 'number': { const n = Number(plain.replaceAll(',', '')); return Number.isFinite(n) ? { ok: true, value: n } : { ok: false, code: column.kind } }
    case 'date': return /^\d{4}-\d\d-\d\d$/.test(plain) ? { ok: true, value: plain } : { ok: false, code: 'date' }
    case 'choice': case 'ref': { const c = column.choices?.find((x) => x.label === plain || x.value === plain); return c ? { ok: true, value: c.value } : { ok: false, code: 'choice' } }
    case 'flag': return { ok: true, value: plain === '✓' }
    default: return { ok: true, value: plain + (context.year ? '' : '') }
  }
}
