/** A header cell taken apart for comparison. */
export interface HeaderText {
  /** Trimmed, nothing else changed. */
  readonly written: string
  /** Full width to half width, lower case, without spaces: "预算金额(元)". */
  readonly folded: string
  /** `folded` without a unit: "转化数(计费时间)" keeps its brackets, "消耗(元)" does not. */
  readonly named: string
  /** `folded` without brackets and unit: "预算金额". */
  readonly bare: string
  /** Unit of the numbers below, when the header names one of {@link HEADER_UNITS}. */
  readonly unit: HeaderUnit | null
}

/**
 * Units that headers carry, with the factor from a bare number below to the
 * plain value: 12 under "(万元)" is 120,000; 50 under "(%)" is 0.5.
 */
export const HEADER_UNITS = {
  元: { factor: 1, measures: 'money' },
  千元: { factor: 1_000, measures: 'money' },
  万元: { factor: 10_000, measures: 'money' },
  百万元: { factor: 1_000_000, measures: 'money' },
  亿元: { factor: 100_000_000, measures: 'money' },
  '元/人': { factor: 1, measures: 'money' },
  '%': { factor: 0.01, measures: 'ratio' },
  '‰': { factor: 0.001, measures: 'ratio' },
  千: { factor: 1_000, measures: 'count' },
  万: { factor: 10_000, measures: 'count' },
  亿: { factor: 100_000_000, measures: 'count' },
  万次: { factor: 10_000, measures: 'count' },
  万人: { factor: 10_000, measures: 'count' },
  人: { factor: 1, measures: 'count' },
  次: { factor: 1, measures: 'count' },
  个: { factor: 1, measures: 'count' },
  天: { factor: 1, measures: 'days' },
  工作日: { factor: 1, measures: 'days' },
  小时: { factor: 1, measures: 'hours' },
} as const
export type HeaderUnit = keyof typeof HEADER_UNITS

/** Power of ten of a header's unit: 万元 is 4, % is −2, none is 0. */
export function powerOfUnit(unit: HeaderUnit | null): number {
  return unit === null ? 0 : Math.round(Math.log10(HEADER_UNITS[unit].factor))
}

const BRACKETS = /[([【〔]([^)\]】〕]*)[)\]】〕]/gu

/** Other spellings of the units. */
const UNIT_SPELLINGS: Readonly<Record<string, HeaderUnit>> = {
  rmb: '元',
  cny: '元',
  yuan: '元',
  '¥': '元',
  rmb元: '元',
  人民币: '元',
  人民币元: '元',
  万人民币: '万元',
  人民币万元: '万元',
  w: '万',
  k: '千',
  千元rmb: '千元',
  k元: '千元',
  w元: '万元',
  // The unit is the main unit of some currency; which one is read by currencyOfTable.
  usd: '元',
  eur: '元',
  gbp: '元',
  jpy: '元',
  hkd: '元',
  twd: '元',
  krw: '元',
  sgd: '元',
  aud: '元',
  cad: '元',
  chf: '元',
  inr: '元',
  brl: '元',
  mxn: '元',
  thb: '元',
  vnd: '元',
  myr: '元',
  idr: '元',
  php: '元',
  $: '元',
  '€': '元',
  '£': '元',
  'yuan/person': '元/人',
  '元/个': '元/人',
  '元/次': '元/人',
  '元/客': '元/人',
  '10kyuan': '万元',
  wan: '万元',
  万rmb: '万元',
  万元rmb: '万元',
  百分比: '%',
  percent: '%',
  pct: '%',
  days: '天',
  day: '天',
  日: '天',
  自然日: '天',
  workingdays: '工作日',
  people: '人',
  person: '人',
  times: '次',
  hours: '小时',
  h: '小时',
}

/** The unit that a cell names and nothing else: "（万元）", "%"; null for any other text. */
export function headerUnitOf(text: string): HeaderUnit | null {
  return unitOf(foldText(text).replace(/^[([【〔](.*)[)\]】〕]$/u, '$1'))
}

/** "万元" → 万元; null when the text names no known unit. */
function unitOf(text: string): HeaderUnit | null {
  const word = text.replace(/^(?:金额)?单位:?/u, '')
  if (Object.hasOwn(HEADER_UNITS, word)) return word as HeaderUnit
  return UNIT_SPELLINGS[word] ?? null
}

/** Full width to half width, lower case, no spaces or line breaks, no decoration at the ends. */
export function foldText(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s\u200b\ufeff]+/g, '')
    .replace(/^[*★●]+/, '')
    .replace(/[*::]+$/, '')
}

const CALENDAR =
  /^(?:\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?:\s.*)?|\d{1,2}[-/.月]\d{1,2}[日号]?|\d{1,2}[日号]?|(?:周|星期)?[一二三四五六日天]|w\d{1,2}|第\d{1,2}周|\d{1,2}月[上中下]旬)$/iu

/** Is this header a day or week of a drawn time axis, as Gantt sheets have them, and no name of a field? */
export function isCalendarHeader(header: HeaderText): boolean {
  return CALENDAR.test(header.folded)
}

/**
 * Take a header apart: "预算金额（万元）" has the bare name 预算金额 and the unit
 * 万元; "完成状态(未开始/进行中/已完成/延期)" has the bare name 完成状态 and no unit.
 * A unit may also stand after a slash or an underscore: "预算/万元".
 */
export function headerText(header: string): HeaderText {
  const folded = foldText(header)
  let unit: HeaderUnit | null = null
  const named = folded.replaceAll(BRACKETS, (all, inner: string) => {
    const found = unitOf(inner)
    unit = found ?? unit
    return found === null ? all : ''
  })
  const tail = /^(?<name>.+?)[/_:,-](?<unit>[^/_:,-]+)$/u.exec(named)?.groups
  const tailUnit = tail?.['unit'] === undefined ? null : unitOf(tail['unit'])
  const name = (tailUnit === null ? named : (tail?.['name'] ?? named)) || folded
  return {
    written: header.trim(),
    folded,
    named: name,
    bare: name.replaceAll(BRACKETS, '') || folded,
    unit: unit ?? tailUnit,
  }
}
