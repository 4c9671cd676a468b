import type { LocalDate } from '../calendar/local-date.ts'
import type { NoticeText } from '../notice/notice-kinds.ts'
import type { ComparedTotal } from './compare-sources.ts'
import type { MetricDefinition } from './metric-definition.ts'

interface CalibratedPair {
  readonly metric: Pick<MetricDefinition, 'zh' | 'en' | 'unit'>
  /** Names of the sources. */
  readonly platform: string
  readonly other: string
  readonly tolerance: number
  readonly trusted: 'platform' | 'other'
}

const percent = (share: number): string => `${(Math.abs(share) * 100).toFixed(1)}%`

/** Thousands in groups; money in the main unit with its cents. */
function amount(value: number | null, unit: MetricDefinition['unit']): string {
  if (value === null) return '—'
  const text = unit === 'money' ? (value / 100).toFixed(2) : String(Number(value.toFixed(2)))
  const [whole = '', fraction] = text.split('.')
  const grouped = whole.replaceAll(/\B(?=(\d{3})+$)/g, ',')
  return fraction === undefined ? grouped : `${grouped}.${fraction}`
}

/** What people are told of two sources that are further apart than they may be (M11). */
export function calibrationNotice(
  { metric, platform, other, tolerance, trusted }: CalibratedPair,
  total: ComparedTotal,
  { from, to }: { readonly from: LocalDate; readonly to: LocalDate },
): { readonly title: NoticeText; readonly body: NoticeText } {
  const gap = percent(total.calibration?.gap ?? 0)
  const [ours, theirs] = [amount(total.platform, metric.unit), amount(total.other, metric.unit)]
  const trustedName = trusted === 'platform' ? platform : other
  return {
    title: {
      zh: `数据校准：${metric.zh}相差 ${gap}，超过容差 ${percent(tolerance)}`,
      en: `Sources differ: ${metric.en} by ${gap}, over the tolerance of ${percent(tolerance)}`,
    },
    body: {
      zh: `${from} 至 ${to}：${platform} ${ours}，${other} ${theirs}\n以 ${trustedName} 为准`,
      en: `${from} to ${to}: ${platform} ${ours}, ${other} ${theirs}\nTrusted: ${trustedName}`,
    },
  }
}
