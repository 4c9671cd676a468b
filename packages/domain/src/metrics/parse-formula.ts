import type { Formula, FormulaOperator } from './formula.ts'

/** Why a text is no formula, and at which character (from 1). */
export interface FormulaMistake {
  readonly code: 'empty' | 'unexpected' | 'unclosed' | 'unfinished' | 'too_deep'
  /** Column in the text, from 1; behind its end where something is missing. */
  readonly column: number
  /** What stands there; empty at the end. */
  readonly found: string
}

export type FormulaReading =
  | { readonly formula: Formula; readonly mistake: null }
  | { readonly formula: null; readonly mistake: FormulaMistake }

interface Token {
  readonly text: string
  readonly column: number
}

interface Cursor {
  readonly tokens: readonly Token[]
  readonly end: number
  at: number
  depth: number
}

class Mistake extends Error {
  readonly mistake: FormulaMistake

  constructor(code: FormulaMistake['code'], token: Token) {
    super(code)
    this.mistake = { code, column: token.column, found: token.text }
  }
}

/** Brackets and signs may stand this deep in each other; nobody writes more, and the reader recurses. */
const MAX_DEPTH = 100
const TOKEN = /\d+(?:\.\d+)?|[\p{L}_][\p{L}\p{N}_]*|\S/gu
const SIGNS: Readonly<Record<string, FormulaOperator | '(' | ')'>> = {
  '+': '+',
  '＋': '+',
  '-': '-',
  '−': '-',
  '－': '-',
  '*': '*',
  '×': '*',
  '/': '/',
  '÷': '/',
  '／': '/',
  '(': '(',
  '（': '(',
  ')': ')',
  '）': ')',
}

/**
 * A formula over metrics: numbers, metric keys, `+ − × ÷` (also `- * /`), parentheses.
 * Products bind closer than sums, and equal operators group from the left.
 *
 * Only the grammar is judged here; whether metrics exist and units agree is `checkFormula`'s.
 */
export function parseFormula(text: string): FormulaReading {
  const tokens = [...text.matchAll(TOKEN)].map((match) => ({ text: match[0], column: match.index + 1 }))
  const cursor: Cursor = { tokens, end: text.length + 1, at: 0, depth: 0 }
  try {
    if (tokens.length === 0) throw new Mistake('empty', peek(cursor))
    const formula = sum(cursor)
    if (cursor.at < tokens.length) throw new Mistake('unexpected', peek(cursor))
    return { formula, mistake: null }
  } catch (error) {
    if (!(error instanceof Mistake)) throw error
    return { formula: null, mistake: error.mistake }
  }
}

function peek({ tokens, at, end }: Cursor): Token {
  return tokens[at] ?? { text: '', column: end }
}

function signAt(cursor: Cursor): FormulaOperator | '(' | ')' | null {
  return SIGNS[peek(cursor).text] ?? null
}

function sum(cursor: Cursor): Formula {
  let left = product(cursor)
  for (let sign = signAt(cursor); sign === '+' || sign === '-'; sign = signAt(cursor)) {
    cursor.at++
    left = { type: 'operation', operator: sign, left, right: product(cursor) }
  }
  return left
}

function product(cursor: Cursor): Formula {
  let left = factor(cursor)
  for (let sign = signAt(cursor); sign === '*' || sign === '/'; sign = signAt(cursor)) {
    cursor.at++
    left = { type: 'operation', operator: sign, left, right: factor(cursor) }
  }
  return left
}

function factor(cursor: Cursor): Formula {
  const token = peek(cursor)
  if (token.text === '') throw new Mistake('unfinished', token)
  const sign = signAt(cursor)
  if (++cursor.depth > MAX_DEPTH) throw new Mistake('too_deep', token)
  try {
    if (sign === '-') {
      cursor.at++
      return { type: 'negative', of: factor(cursor) }
    }
    if (sign === '(') {
      cursor.at++
      const inside = sum(cursor)
      if (signAt(cursor) !== ')')
        throw new Mistake(peek(cursor).text === '' ? 'unclosed' : 'unexpected', peek(cursor))
      cursor.at++
      return inside
    }
  } finally {
    cursor.depth--
  }
  if (/^\d/.test(token.text)) {
    cursor.at++
    return { type: 'number', value: Number(token.text) }
  }
  if (/^[\p{L}_]/u.test(token.text)) {
    cursor.at++
    return { type: 'metric', key: token.text }
  }
  throw new Mistake('unexpected', token)
}
