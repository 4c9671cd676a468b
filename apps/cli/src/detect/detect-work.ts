import { ANOMALY_THRESHOLD } from '@yingce/domain/alerting/anomaly/anomaly-detector'
import { detectAnomalies, WARM_UP_SHARE } from '@yingce/domain/alerting/anomaly/detect-anomalies'
import type { AnomalyScores } from '@yingce/domain/alerting/anomaly/detect-anomalies'
import type { Language } from '../language.ts'
import type { ThreadWork } from '../long-work/run-in-thread.ts'
import { textTable } from '../text-table.ts'
import { readSeries, type ReadSeries } from './read-series.ts'

export interface DetectOrder {
  readonly path: string
  readonly valueColumn: string | null
  readonly isJson: boolean
  readonly language: Language
}

const POINTS_PER_PART = 10_000
/** Scores are cut, not rounded, to six decimals, so that one below the threshold is never shown at it. */
const SHOWN_STEPS = 1e6

/** `yingce detect` but for printing: reads the file, scores it, and gives the output in parts. */
export const work: ThreadWork<DetectOrder, string[]> = async (order, long) => {
  const series = await readSeries(order.path, order.valueColumn, order.language, long)
  const found = detectAnomalies(series, long)
  return order.isJson ? jsonParts(series, found) : [text(series, found, order.language)]
}

function jsonParts({ stamps, values }: ReadSeries, { scores, anomalies }: AnomalyScores): string[] {
  const parts = ['{"points":[']
  for (let from = 0; from < stamps.length; from += POINTS_PER_PART) {
    const points = stamps
      .slice(from, from + POINTS_PER_PART)
      .map(
        (stamp, index) =>
          `{"timestamp":${JSON.stringify(stamp)},"value":${shown(values[from + index])},"score":${shown(scores[from + index], SHOWN_STEPS)},"anomaly":${anomalies[from + index] === 1}}`,
      )
    parts.push(from === 0 ? '' : ',', points.join(','))
  }
  parts.push(']}\n')
  return parts
}

function shown(value: number | undefined, steps: number | null = null): string {
  if (value === undefined || Number.isNaN(value)) return 'null'
  if (value === 0) return '0'
  return String(steps === null ? value : Math.floor(value * steps) / steps)
}

function text(
  { stamps, values }: ReadSeries,
  { scores, anomalies }: AnomalyScores,
  language: Language,
): string {
  const rows = stamps.flatMap((stamp, index) =>
    anomalies[index] === 1 ? [[stamp, shown(values[index]), (scores[index] ?? 0).toFixed(2)]] : [],
  )
  const missing = values.reduce((count, value) => count + (Number.isNaN(value) ? 1 : 0), 0)
  const warmUp = Math.floor(WARM_UP_SHARE * stamps.length)
  const summary =
    language === 'zh'
      ? `${stamps.length} 个点（缺失 ${missing}），前 ${warmUp} 个用于学习；异常 ${rows.length} 个（分数 ≥ ${ANOMALY_THRESHOLD}）`
      : `${stamps.length} points (${missing} missing), the first ${warmUp} only teach; ${rows.length} anomalies (score ≥ ${ANOMALY_THRESHOLD})`
  const head = language === 'zh' ? ['时间', '值', '分数'] : ['time', 'value', 'score']
  return rows.length === 0 ? `${summary}\n` : `${summary}\n\n${textTable([head, ...rows])}\n`
}
