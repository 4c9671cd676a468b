import { formatMoney } from '../money/format-money.ts'
import { decimalText, groupThousands } from '../quantity/decimal.ts'
import type { DoubleCount } from './double-count.ts'
import { BUILT_IN_METRICS } from './metric-dictionary.ts'

/** A likely double count as people are told of it; money in fen, sources by the names that they are to read. */
export interface NamedDoubleCount extends Omit<DoubleCount, 'firstId' | 'secondId'> {
  readonly firstName: string
  readonly secondName: string
  /** Of both, for money; null for counts. */
  readonly currency: string | null
}

type Locale = 'zh-CN' | 'en'

const MOST_CHANNELS = 3
const PLACES = 2

function channelsText(channels: readonly string[], locale: Locale): string {
  const named = channels.slice(0, MOST_CHANNELS).join(locale === 'en' ? ', ' : '、')
  const rest = channels.length - MOST_CHANNELS
  if (rest <= 0) return named
  return locale === 'en'
    ? `${named} and ${rest} more ${rest === 1 ? 'channel' : 'channels'}`
    : `${named}等另 ${rest} 个渠道`
}

/**
 * One sentence that boards, their files, shared links and the wall say alike (M11): "点击：平台（10,000）与
 * 网站统计（9,200）都上报了抖音的 7 天，现在相加为 19,200，可能重复计算。" Three channels by name at most, the rest by number.
 */
export function doubleCountText(found: NamedDoubleCount, locale: Locale): string {
  const { metric, currency, channels, days, firstName, secondName } = found
  const figure = (value: number): string =>
    currency === null
      ? groupThousands(decimalText(Number(value.toFixed(PLACES))))
      : formatMoney(Math.round(value), { currency, locale, style: 'full' })
  const [first, second, sum] = [found.first, found.second, found.first + found.second].map(figure)
  const definition = BUILT_IN_METRICS.get(metric)
  const named = channelsText(channels, locale)
  return locale === 'en'
    ? `${definition?.en ?? metric}: ${firstName} (${first}) and ${secondName} (${second}) both report ${days} ${days === 1 ? 'day' : 'days'} of ${named}; they are added to ${sum}, which may count the same thing twice.`
    : `${definition?.zh ?? metric}：${firstName}（${first}）与 ${secondName}（${second}）都上报了${named}的 ${days} 天，现在相加为 ${sum}，可能重复计算。`
}
