import { useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useIsDark } from '../color-scheme.ts'

export interface TrendPoint {
  day: string
  value: number | null
}

interface TrendChartProps {
  title: string
  points: readonly TrendPoint[]
  format: (value: number | null) => string
  /** Dashed line with its label; null draws none. */
  target?: { value: number; label: string } | null
  /** What happened on a day of the chart: a dotted line with its name. */
  events?: readonly { day: string; name: string }[]
  height?: number
  /** Without anything to press. */
  isBare?: boolean
  fontSize?: number
}

const NO_EVENTS: readonly { day: string; name: string }[] = []

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
  height = 200,
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
      chart.setOption(
        optionOf({
          points,
          format,
          target,
          events,
          ink: cssColor('--ink2'),
          line: cssColor('--line'),
          accent: cssColor('--accent'),
          panel: cssColor('--panel'),
          fontSize,
        }),
      )
      dispose = () => {
        observer.disconnect()
        chart.dispose()
      }
    })
    return () => {
      over = true
      dispose()
    }
  }, [points, format, target, events, isDark, isTable, fontSize])
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
        <div key="table" className="table-scroll chart-table" tabIndex={0} role="region" aria-label={title}>
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{t('chart.day')}</th>
                <th scope="col" className="number">
                  {title}
                </th>
              </tr>
            </thead>
            <tbody>
              {points.map((point) => (
                <tr key={point.day}>
                  <td>{point.day}</td>
                  <td className="number">{format(point.value)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : (
        // Keyed: a chart that goes empties the element it was in.
        <div
          key="chart"
          ref={box}
          role="img"
          aria-label={summaryOf(title, points, format)}
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
): string {
  const first = points[0]
  const last = points.at(-1)
  return first === undefined || last === undefined
    ? title
    : `${title}: ${first.day} ${format(first.value)} – ${last.day} ${format(last.value)}`
}

function optionOf(input: {
  points: readonly TrendPoint[]
  format: (value: number | null) => string
  target: { value: number; label: string } | null
  events: readonly { day: string; name: string }[]
  ink: string
  line: string
  accent: string
  panel: string
  fontSize: number
}) {
  const { points, format, target, events, ink, line, accent, panel, fontSize } = input
  return {
    animation: false,
    grid: {
      left: 8,
      right: 16,
      top: 16,
      bottom: 4,
      outerBoundsMode: 'same',
      outerBoundsContain: 'axisLabel',
    },
    tooltip: {
      trigger: 'axis',
      backgroundColor: panel,
      borderColor: line,
      textStyle: { color: ink, fontSize },
      valueFormatter: (value: unknown) => format(typeof value === 'number' ? value : null),
    },
    xAxis: {
      type: 'category',
      data: points.map((point) => point.day.slice(5)),
      axisLabel: { color: ink, fontSize },
      axisLine: { lineStyle: { color: line } },
      axisTick: { show: false },
    },
    yAxis: {
      type: 'value',
      axisLabel: { color: ink, fontSize, formatter: (value: number) => format(value) },
      splitLine: { lineStyle: { color: line } },
    },
    series: [
      {
        type: 'line',
        data: points.map((point) => point.value),
        showSymbol: false,
        lineStyle: { color: accent, width: 2 },
        itemStyle: { color: accent },
        connectNulls: false,
        markLine: {
          silent: true,
          symbol: 'none',
          data: [
            ...(target === null
              ? []
              : [
                  {
                    yAxis: target.value,
                    lineStyle: { color: ink, type: 'dashed' },
                    label: { formatter: target.label, color: ink, position: 'insideEndTop' },
                  },
                ]),
            ...events
              .filter(({ day }) => points.some((point) => point.day === day))
              .map(({ day, name }) => ({
                xAxis: day.slice(5),
                lineStyle: { color: ink, type: 'dotted' },
                label: { formatter: () => name, color: ink, position: 'insideEndTop' },
              })),
          ],
        },
      },
    ],
  }
}
