const DIGITS = '〇一二三四五六七八九'
const NUMBER = '(?:[〇零一二三四五六七八九十]{1,3})'

/** 1–99 written in Chinese (二十三), or null. */
export function smallHanNumber(text: string): number | null {
  const plain = text.replaceAll('零', '〇')
  const match = /^(?:([一二三四五六七八九])?(十))?([〇一二三四五六七八九])?$/.exec(plain)
  if (match === null || plain === '') return null
  const [, tens, ten, ones] = match
  return (
    (ten === undefined ? 0 : (tens === undefined ? 1 : DIGITS.indexOf(tens)) * 10) +
    (ones === undefined ? 0 : DIGITS.indexOf(ones))
  )
}

/** 五月二十日 as 5月20日, 第五周 as 第5周, 二季度 as 2季度. Other numerals stay: 周一 is a day, not 1. */
export function withDigits(text: string): string {
  return text
    .replace(new RegExp(`(?<!周)(${NUMBER})(?=月|[日号](?![〇一二三四五六七八九十]))`, 'g'), digitsOf)
    .replace(new RegExp(`(?<=第)(${NUMBER})(?=(?:至第?|到第?|-第?)?${NUMBER}?(?:周|季|个))`, 'g'), digitsOf)
    .replace(new RegExp(`(${NUMBER})(?=季度)`, 'g'), digitsOf)
}

function digitsOf(text: string): string {
  return String(smallHanNumber(text) ?? text)
}
