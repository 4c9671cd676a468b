/** A mark of the time axis: from its day on, or on it alone. */
export interface TrendEvent {
  kind: 'adjustment' | 'competitor'
  day: string
  endDay: string | null
  /** Says also which kind it is, so that nobody needs the shape to know. */
  label: string
}

export interface TrendPoint {
  day: string
  value: number | null
}

export interface TrendLine {
  /** One a day, ascending; null draws a gap. */
  points: readonly TrendPoint[]
  format: (value: number | null) => string
  target: { value: number; label: string } | null
  events: readonly TrendEvent[]
}

interface TrendLook {
  ink: string
  line: string
  accent: string
  panel: string
  fontSize: number
  height: number
}

/** Own changes are dotted and end in a circle, those of competitors are solid and end in a diamond. */
const EVENT_LOOK = {
  adjustment: { symbol: 'circle', type: 'dotted' },
  competitor: { symbol: 'diamond', type: 'solid' },
} as const

/** What ECharts draws for a line by day, as an option object of its own. */
export function trendOption({ points, format, target, events }: TrendLine, look: TrendLook) {
  const { ink, line, accent, panel, fontSize, height } = look
  const first = points[0]?.day ?? ''
  const last = points.at(-1)?.day ?? ''
  const isOneYear = first.slice(0, 4) === last.slice(0, 4)
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
      data: points.map(({ day }) => day),
      axisLabel: { color: ink, fontSize, formatter: (day: string) => (isOneYear ? day.slice(5) : day) },
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
        data: points.map(({ value }) => value),
        // A day between two gaps has no line: its point is all that there is of it.
        showSymbol: true,
        symbol: 'circle',
        symbolSize: (_value: unknown, { dataIndex }: { dataIndex: number }) =>
          isAlone(points, dataIndex) ? 6 : 0,
        lineStyle: { color: accent, width: 2 },
        itemStyle: { color: accent },
        connectNulls: false,
        markLine: targetLine(target, ink),
      },
      ...(['adjustment', 'competitor'] as const).map((kind) => ({
        type: 'line',
        data: [],
        tooltip: { show: false },
        ...eventMarks(
          kind,
          events.filter(
            (event) => event.kind === kind && event.day <= last && (event.endDay ?? event.day) >= first,
          ),
          { first, last, ink, fontSize, room: Math.max(60, height - 56) },
        ),
      })),
    ],
  }
}

function isAlone(points: readonly TrendPoint[], index: number): boolean {
  return (points[index - 1]?.value ?? null) === null && (points[index + 1]?.value ?? null) === null
}

function targetLine(target: TrendLine['target'], ink: string) {
  return {
    silent: true,
    symbol: 'none',
    data:
      target === null
        ? []
        : [
            {
              yAxis: target.value,
              lineStyle: { color: ink, type: 'dashed' },
              label: { formatter: target.label, color: ink, position: 'insideEndTop' },
            },
          ],
  }
}

interface MarkLook {
  first: string
  last: string
  ink: string
  fontSize: number
  /** Pixels along the line for its label. */
  room: number
}

function eventMarks(kind: TrendEvent['kind'], events: readonly TrendEvent[], look: MarkLook) {
  const { first, last, ink, fontSize, room } = look
  const { symbol, type } = EVENT_LOOK[kind]
  const within = (day: string) => (day < first ? first : day > last ? last : day)
  return {
    markLine: {
      silent: true,
      symbol: ['none', symbol],
      symbolSize: Math.round(fontSize * 0.75),
      data: events.map(({ day, label }) => ({
        xAxis: within(day),
        lineStyle: { color: ink, type, width: 1 },
        label: {
          formatter: () => label,
          color: ink,
          fontSize,
          position: 'insideEndTop',
          width: room,
          overflow: 'truncate',
        },
      })),
    },
    markArea: {
      silent: true,
      itemStyle: { color: ink, opacity: 0.1 },
      data: events.flatMap(({ day, endDay }) =>
        endDay === null ? [] : [[{ xAxis: within(day) }, { xAxis: within(endDay) }]],
      ),
    },
  }
}
