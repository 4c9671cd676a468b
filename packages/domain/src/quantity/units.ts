/** Currency words and signs by the unit they stand for: 元 for CNY, else the ISO 4217 code. */
const CURRENCIES: Readonly<Record<string, string>> = {
  '¥': '元',
  rmb: '元',
  cny: '元',
  人民币: '元',
  元人民币: '元',
  元整: '元',
  块钱: '元',
  块: '元',
  元: '元',
  $: 'USD',
  us$: 'USD',
  usd: 'USD',
  美元: 'USD',
  美金: 'USD',
  hk$: 'HKD',
  hkd: 'HKD',
  港元: 'HKD',
  港币: 'HKD',
  '€': 'EUR',
  eur: 'EUR',
  欧元: 'EUR',
  '£': 'GBP',
  gbp: 'GBP',
  英镑: 'GBP',
  jpy: 'JPY',
  日元: 'JPY',
}

/** Rates by the number of places they move the decimal point. */
const RATES: Readonly<Record<string, { readonly unit: string; readonly shift: number }>> = {
  '%': { unit: '%', shift: -2 },
  个百分点: { unit: '百分点', shift: -2 },
  百分点: { unit: '百分点', shift: -2 },
  pp: { unit: '百分点', shift: -2 },
  '‰': { unit: '‰', shift: -3 },
}

/**
 * Counting words, as patterns: a look-ahead keeps a word out where it is the
 * beginning of another (家 in 家长, 单 in 单品, 天 in 天猫).
 */
const COUNTING_WORDS = [
  '工作日|个工作日|自然日|小时|分钟|个月|季度|人次|人份|平方米|公斤|千克|公里|粉丝|用户|部门|万元',
  '人(?![气民员群均])|位|名(?!单)|次(?!数)|条(?!件)|篇(?!幅)|个(?![性人])|单(?![品价量位])|件(?!数)|场(?![景次])',
  '家(?![长庭])|套|份(?!额)|组(?!合)|款(?!项)|支(?!出)|部(?!分)|期(?!间)|版(?!本)|张|站(?!内)|城(?!市)|店(?![铺员])',
  '户(?!外)|台|箱|罐|瓶|盒|包(?!装)|袋|桶|斤|克|秒(?!杀)|天(?!猫)|周(?!边)|岁|倍|赞(?!助)|票|课|节(?![日点])|页(?!面)',
  '轮|分(?![享钟])|批|类|种(?!草)|项(?!目)|例|折|吨|米|座|间|辆|栋|首|幅|集|封|册|枚|只|株|棵|字|帧|年(?!度)',
]

/** Chinese counting words with their English singular and plural, then other words read as the same. */
const ENGLISH_WORDS: readonly (readonly [unit: string, one: string, many: string, ...others: string[]])[] = [
  ['人', 'person', 'people', 'persons'],
  ['次', 'time', 'times'],
  ['单', 'order', 'orders'],
  ['篇', 'post', 'posts', 'note', 'notes'],
  ['条', 'entry', 'entries'],
  ['场', 'session', 'sessions', 'event', 'events'],
  ['家', 'store', 'stores'],
  ['件', 'piece', 'pieces', 'pcs'],
  [
    '份',
    'item',
    'items',
    'copy',
    'copies',
    'interview',
    'interviews',
    'response',
    'responses',
    'report',
    'reports',
  ],
  ['天', 'day', 'days'],
  ['周', 'week', 'weeks'],
  ['个月', 'month', 'months'],
  ['年', 'year', 'years'],
  ['小时', 'hour', 'hours'],
  ['分钟', 'minute', 'minutes', 'mins'],
  ['秒', 'second', 'seconds'],
  ['岁', 'year old', 'years old'],
  ['倍', 'x', 'x'],
]
/** What 份 is in English depends on what is counted, which the metric says; otherwise it is an item. */
const WORDS_OF_METRIC: readonly (readonly [unit: string, metric: RegExp, one: string, many: string])[] = [
  ['份', /报告|report/iu, 'report', 'reports'],
  ['份', /访谈|interview/iu, 'interview', 'interviews'],
  ['份', /问卷|调研|调查|survey|questionnaire|response/iu, 'response', 'responses'],
]
const ENGLISH_UNITS: ReadonlyMap<string, string> = new Map(
  ENGLISH_WORDS.flatMap(([unit, ...words]) => words.map((word) => [word, unit] as const)),
)

const PERIODS: Readonly<Record<string, string>> = {
  小时: 'hour',
  hour: 'hour',
  天: 'day',
  日: 'day',
  day: 'day',
  周: 'week',
  week: 'week',
  月: 'month',
  month: 'month',
  季度: 'quarter',
  季: 'quarter',
  quarter: 'quarter',
  年: 'year',
  year: 'year',
}

/** Pattern sources, longest word first where one begins another; case-insensitive, no groups. */
export const RATE = '(?:%|‰|个百分点|百分点|pp(?![a-z]))'
export const CURRENCY_BEFORE = '(?:us\\$|hk\\$|[¥$€£]|(?:rmb|cny|usd|hkd|eur|gbp|jpy)|人民币)'
export const CURRENCY_AFTER =
  '(?:元人民币|元整|人民币|美元|美金|港元|港币|欧元|英镑|日元|元|块钱|块|[¥€£]|(?:rmb|cny|usd|hkd|eur|gbp|jpy)(?![a-z]))'
const ENGLISH = `(?:[ \\t]?(?:${[...ENGLISH_UNITS.keys()]
  .toSorted((a, b) => b.length - a.length)
  .join('|')})(?![a-z]))`
export const UNIT = `(?:${CURRENCY_AFTER}|${COUNTING_WORDS.join('|')}|${ENGLISH})`
/** What a quantity can be "per": a period or a counting word. */
export const PER_UNIT = `(?:小时|季度|hour|day|week|month|quarter|year|[天日周月季年]|人次|${COUNTING_WORDS.slice(1, 4).join('|')}|${ENGLISH})`

/** The unit a written currency word or sign stands for, null for other words. */
export function currencyUnit(word: string): string | null {
  return CURRENCIES[word.trim().toLowerCase()] ?? null
}

export function isCurrency(unit: string): boolean {
  return unit === '元' || /^[A-Z]{3}$/.test(unit)
}

export function rateOf(word: string): { readonly unit: string; readonly shift: number } | null {
  return RATES[word.toLowerCase()] ?? null
}

/** One name for each unit: 元 for every way to write CNY, the Chinese counting word for the English one. */
export function unitOf(word: string): string {
  const plain = word.trim()
  return currencyUnit(plain) ?? ENGLISH_UNITS.get(plain.toLowerCase()) ?? plain
}

/** `day`, `week` … for periods in either language, else the counting word. */
export function perOf(word: string): string {
  return PERIODS[word.trim().toLowerCase()] ?? unitOf(word)
}

/**
 * The English word for a unit or a per, or null where the Chinese one has to stand.
 *
 * @param metric what is counted, where that is known: 份 of 有效问卷 are responses
 */
export function englishUnit(unit: string, number: 'one' | 'many', metric: string | null): string | null {
  const counted = WORDS_OF_METRIC.find(
    ([of, pattern]) => of === unit && metric !== null && pattern.test(metric),
  )
  if (counted !== undefined) return counted[number === 'one' ? 2 : 3]
  const words = ENGLISH_WORDS.find(([chinese]) => chinese === unit)
  return words?.[number === 'one' ? 1 : 2] ?? null
}

/** The Chinese word for a per: 天 for `day`. */
export function chinesePer(per: string): string {
  return Object.entries(PERIODS).find(([, period]) => period === per)?.[0] ?? per
}
