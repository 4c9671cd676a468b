import { parseMoney } from '@yingce/domain/money/parse-money'

/** Typed amount as fen; null for an empty field, undefined where it cannot be read. */
export function fenOfText(text: string | undefined): number | null | undefined {
  const reading = parseMoney(text ?? null)
  if (reading.kind === 'money') return reading.fen
  return reading.kind === 'empty' ? null : undefined
}
