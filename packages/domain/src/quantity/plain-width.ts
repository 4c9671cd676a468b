/** Signs that stand for an ASCII one but lie outside the full-width block. */
const LOOKALIKES: Readonly<Record<string, string>> = {
  '\u3000': ' ',
  '\u00a0': ' ',
  '\u202f': ' ',
  '\u2009': ' ',
  '≧': '≥',
  '⩾': '≥',
  '≦': '≤',
  '⩽': '≤',
  '∶': ':',
  '︰': ':',
  '〜': '~',
  '∼': '~',
  '～': '~',
  '–': '-',
  '—': '-',
  '−': '-',
  '‐': '-',
  '‑': '-',
  '﹣': '-',
  '﹢': '+',
  '﹪': '%',
  '￥': '¥',
  '﹤': '<',
  '﹥': '>',
  '﹦': '=',
  '﹐': ',',
  '﹑': '、',
  '︱': '|',
}

/**
 * Full-width digits, letters and signs (０５％＞＝，：；) as their ASCII twins, so that
 * one grammar reads both. Character for character: every position in the result
 * is the same position in the text as written.
 */
export function plainWidth(text: string): string {
  let plain = ''
  for (let index = 0; index < text.length; index++) {
    const sign = text[index] as string
    const code = text.charCodeAt(index)
    if (code >= 0xff01 && code <= 0xff5e) plain += String.fromCharCode(code - 0xfee0)
    else plain += LOOKALIKES[sign] ?? sign
  }
  return plain
}

/** Words and signs by which sheets say that there is nothing: - — / 无 空 暂无 N/A … */
const EMPTY_MARK = /^(?:|-{1,4}|\/|\\|无|空|暂无|没有|n\/a|n\.a\.|na|nil|null|none|#n\/a)$/i

/** Is this cell text a way of saying "nothing"? Missing is not zero: 0 is a figure. */
export function isEmptyMark(text: string): boolean {
  return EMPTY_MARK.test(plainWidth(text).trim())
}
