import type { BoardPeriod, ChannelBoard } from '@yingce/contracts/board/channel-board'
import {
  addDays,
  endOfMonth,
  endOfWeek,
  startOfMonth,
  startOfWeek,
} from '@yingce/domain/calendar/date-arithmetic'
import { Button, Input, Segmented } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

const KINDS = ['all', 'thisWeek', 'lastWeek', 'month', 'custom'] as const
type Kind = (typeof KINDS)[number]

function periodOf(kind: Kind, today: string): BoardPeriod | null {
  const monday = startOfWeek(today)
  switch (kind) {
    case 'all':
      return {}
    case 'thisWeek':
      return { from: monday, to: endOfWeek(today) }
    case 'lastWeek':
      return { from: addDays(monday, -7), to: addDays(monday, -1) }
    case 'month':
      return { from: startOfMonth(today), to: endOfMonth(today) }
    case 'custom':
      return null
  }
}

interface PeriodPickerProps {
  board: Pick<ChannelBoard, 'today' | 'period' | 'comparedTo'>
  onChange: (period: BoardPeriod) => void
}

/** Which days the board shows, and which it compares them with. */
export function PeriodPicker({ board, onChange }: PeriodPickerProps) {
  const { t } = useTranslation('boards')
  const [kind, setKind] = useState<Kind>('all')
  const [from, setFrom] = useState(board.period?.from ?? board.today)
  const [to, setTo] = useState(board.period?.to ?? board.today)
  const choose = (next: Kind) => {
    setKind(next)
    const period = periodOf(next, board.today)
    if (period !== null) onChange(period)
  }
  return (
    <div className="board-period">
      <Segmented<Kind>
        value={kind}
        onChange={choose}
        aria-label={t('period.label')}
        options={KINDS.map((value) => ({ value, label: t(`period.${value}`) }))}
      />
      {kind === 'custom' && (
        <form
          className="board-period-form"
          onSubmit={(event) => {
            event.preventDefault()
            if (from !== '' && to !== '' && from <= to) onChange({ from, to })
          }}
        >
          <Input
            type="date"
            aria-label={t('period.from')}
            value={from}
            onChange={(event) => setFrom(event.target.value)}
          />
          <Input
            type="date"
            aria-label={t('period.to')}
            value={to}
            min={from}
            onChange={(event) => setTo(event.target.value)}
          />
          <Button htmlType="submit" disabled={from === '' || to === '' || from > to}>
            {t('period.show')}
          </Button>
        </form>
      )}
      {board.period !== null && (
        <span className="figure-note">
          {t('period.shown', { from: board.period.from, to: board.period.to })}
          {board.comparedTo !== null &&
            t('period.compared', { from: board.comparedTo.from, to: board.comparedTo.to })}
        </span>
      )}
    </div>
  )
}
