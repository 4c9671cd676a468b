import type { Interval } from '@yingce/domain/experiment/compare-rates'

const WIDTH = 600
const HEIGHT = 64
const SIDE = 24

interface DifferenceIntervalProps {
  /** Rate of the variant − rate of the control, 0–1. */
  difference: number
  interval: Interval
  label: string
}

/** The interval of a difference as a bar beside zero; what it says stands below as a sentence. */
export function DifferenceInterval({ difference, interval, label }: DifferenceIntervalProps) {
  // Zero stays in sight, with some room on either side.
  const reach = Math.max(Math.abs(interval.low), Math.abs(interval.high), 1e-9) * 1.15
  const x = (value: number) => WIDTH / 2 + (value / reach) * (WIDTH / 2 - SIDE)
  return (
    <figure className="compare-interval">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
        <line x1={SIDE} x2={WIDTH - SIDE} y1={32} y2={32} className="compare-axis" />
        <line x1={x(0)} x2={x(0)} y1={8} y2={52} className="compare-zero" />
        <text x={x(0)} y={62} textAnchor="middle">
          0
        </text>
        <line x1={x(interval.low)} x2={x(interval.high)} y1={32} y2={32} className="compare-range" />
        <circle cx={x(difference)} cy={32} r={7} className="compare-point" />
      </svg>
      <figcaption className="figure-note">{label}</figcaption>
    </figure>
  )
}
