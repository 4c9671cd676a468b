import {
  addMonths,
  eachDay,
  endOfMonth,
  endOfWeek,
  startOfMonth,
  startOfWeek,
} from '@yingce/domain/calendar/date-arithmetic'
import { isLocalDate } from '@yingce/domain/calendar/local-date'
import { useState, type ReactNode } from 'react'
import type { GridDayInfo } from '../grid-types.ts'
import { fill, type GridLabels } from '../labels.ts'

interface MonthPanelProps {
  readonly selected: string | null
  readonly today: string
  /** Month to open where nothing is selected: today's, in the year of the plan. */
  readonly fallback: string
  readonly labels: GridLabels
  readonly dayInfo?: (date: string) => GridDayInfo
  readonly onPick: (date: string) => void
}

/** A month, Monday first, with days off greyed and festivals named. */
export function MonthPanel({
  selected,
  today,
  fallback,
  labels,
  dayInfo,
  onPick,
}: MonthPanelProps): ReactNode {
  const [turned, setTurned] = useState({ from: selected, months: 0 })
  const base = selected ?? (isLocalDate(fallback) ? fallback : today)
  // A date typed meanwhile turns the panel back to its month.
  const month = addMonths(startOfMonth(base), turned.from === selected ? turned.months : 0)
  const turn = (by: number): void =>
    setTurned({ from: selected, months: (turned.from === selected ? turned.months : 0) + by })
  return (
    <div className="yg-month">
      <div className="yg-month-head">
        <button type="button" tabIndex={-1} aria-label={labels.previousMonth} onClick={() => turn(-1)}>
          ‹
        </button>
        <b>{fill(labels.monthTitle, { year: month.slice(0, 4), month: Number(month.slice(5, 7)) })}</b>
        <button type="button" tabIndex={-1} aria-label={labels.nextMonth} onClick={() => turn(1)}>
          ›
        </button>
        <button type="button" tabIndex={-1} className="yg-today" onClick={() => onPick(today)}>
          {labels.today}
        </button>
      </div>
      <div className="yg-days">
        {labels.weekdays.map((name) => (
          <small key={name}>{name}</small>
        ))}
        {eachDay(startOfWeek(month), endOfWeek(endOfMonth(month))).map((date) => {
          const info = dayInfo?.(date)
          const classes = [
            'yg-day',
            date.slice(0, 7) === month.slice(0, 7) ? '' : 'yg-other',
            info?.off === true ? 'yg-off' : '',
            date === today ? 'yg-is-today' : '',
          ]
          return (
            <button
              key={date}
              type="button"
              tabIndex={-1}
              className={classes.join(' ')}
              aria-label={`${date}${info?.label === undefined ? '' : ` ${info.label}`}${info?.off === true ? ` ${labels.dayOff}` : ''}`}
              aria-pressed={date === selected}
              title={info?.label}
              onClick={() => onPick(date)}
            >
              {Number(date.slice(8))}
            </button>
          )
        })}
      </div>
    </div>
  )
}
