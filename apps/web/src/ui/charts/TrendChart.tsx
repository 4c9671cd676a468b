import { useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useIsDark } from '../color-scheme.ts'
import { type TrendEvent, type TrendLine, trendOption, type TrendPoint } from './trend-option.ts'
import { TrendTable } from './TrendTable.tsx'

interface TrendChartProps {
  title: string
  /** One a day, ascending: a day without a figure is there with null. */
  points: readonly TrendPoint[]
  format: (value: number | null) => string
  /** Dashed line with its label; null draws none. */
  target?: TrendLine['target']
  /** What happened in the days of the chart: a line with its label, and a band where it lasted. */
  events?: readonly TrendEvent[]
  height?: number
  /** Without anything to press. */
  isBare?: boolean
  fontSize?: number
}

const NO_EVENTS: readonly TrendEvent[] = []

function cssColor(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim()
}

/** One series by day, its target dashed; the same figures as a table on request and for screen readers. */
export function TrendChart({
  title,
  points,
  format,
  target = null,
  events = NO_EVENTS,
  height = 240,
  isBare = false,
  fontSize = 12,
}: TrendChartProps) {
  const { t } = useTranslation('board')
  const box = useRef<HTMLDivElement>(null)
  const [isTable, setTable] = useState(false)
  const isDark = useIsDark()
  const id = useId()
  useEffect(() => {
    const element = box.current
    if (element === null || isTable) return
    let over = false
    let dispose = () => {}
    void import('./echarts-core.ts').then(({ initChart }) => {
      if (over) return
      const chart = initChart(element, null, { renderer: 'svg' })
      const observer = new ResizeObserver(() => chart.resize())
      observer.observe(element)
      const colors = {
        ink: cssColor('--ink2'),
        line: cssColor('--line'),
        accent: cssColor('--accent'),
        panel: cssColor('--panel'),
      }
      chart.setOption(trendOption({ points, format, target, events }, { ...colors, fontSize, height }))
      dispose = () => {
        observer.disconnect()
        chart.dispose()
      }
    })
    return () => {
      over = true
      dispose()
    }
  }, [points, format, target, events, isDark, isTable, fontSize, height])
  return (
    <figure className="chart" aria-labelledby={id}>
      <figcaption id={id} className="chart-head">
        <span>{title}</span>
        {!isBare && (
          <button
            type="button"
            className="link-button"
            aria-pressed={isTable}
            onClick={() => setTable(!isTable)}
          >
            {t(isTable ? 'chart.asChart' : 'chart.asTable')}
          </button>
        )}
      </figcaption>
      {isTable ? (
        <TrendTable key="table" title={title} points={points} format={format} events={events} />
      ) : (
        // Keyed: a chart that goes empties the element it was in.
        <div
          key="chart"
          ref={box}
          role="img"
          aria-label={summaryOf(title, points, format, events)}
          style={{ height }}
        />
      )}
    </figure>
  )
}

function summaryOf(
  title: string,
  points: readonly TrendPoint[],
  format: (value: number | null) => string,
  events: readonly TrendEvent[],
): string {
  const first = points[0]
  const last = points.at(-1)
  if (first === undefined || last === undefined) return title
  const line = `${title}: ${first.day} ${format(first.value)} – ${last.day} ${format(last.value)}`
  return [line, ...events.map(({ day, label }) => `${day} ${label}`)].join('; ')
}
