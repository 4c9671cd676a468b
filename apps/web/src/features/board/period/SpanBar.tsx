import type { PeriodBoard } from '@yingce/contracts/board/period-board'
import { SPAN_KINDS, type SpanKind, spanNameOf } from '@yingce/domain/board/board-span'
import { Link } from '@tanstack/react-router'
import { Button, Segmented, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { useAbility } from '../../../api/use-session.ts'
import { paths } from '../../../paths.ts'
import { periodBoardFile } from '../board-file.ts'
import { BoardExport } from '../BoardExport.tsx'
import { enterFullScreen } from '../full-screen.ts'
import type { AskedPeriod } from './use-period-board.ts'

interface SpanBarProps {
  board: PeriodBoard
  onChange: (asked: AskedPeriod) => void
  /** Null while it is being arranged. */
  onArrange: (() => void) | null
}

/** Which quarter or year and which currency, and what can be done with the board. */
export function SpanBar({ board, onChange, onArrange }: SpanBarProps) {
  const { t } = useTranslation('boards')
  const canExport = useAbility('export.run')
  const { kind, name, from, to } = board.period
  return (
    <div className="board-bar">
      <div className="board-period">
        <Segmented<SpanKind>
          value={kind}
          onChange={(next) => onChange({ period: spanNameOf(from, next) })}
          aria-label={t('span.kind')}
          options={SPAN_KINDS.map((value) => ({ value, label: t(`span.${value}`) }))}
        />
        <Button onClick={() => onChange({ period: board.previous })}>{t(`span.before.${kind}`)}</Button>
        <strong>{name}</strong>
        <Button onClick={() => onChange({ period: board.next })}>{t(`span.after.${kind}`)}</Button>
        {board.currencies.length > 1 && (
          <Select
            value={board.currency}
            aria-label={t('span.currency')}
            onChange={(currency) => onChange({ period: name, currency })}
            options={board.currencies.map((value) => ({ value, label: value }))}
          />
        )}
        <span className="figure-note">
          {t('span.shown', { from, to, before: board.previous, currency: board.currency })}
        </span>
      </div>
      {onArrange !== null && (
        <div className="board-actions">
          <Button onClick={onArrange}>{t('edit.open')}</Button>
          <Link to={paths.tvPlans} onClick={enterFullScreen}>
            <Button tabIndex={-1}>{t('tv.open')}</Button>
          </Link>
          {canExport && (
            <BoardExport
              fileOf={(format) => periodBoardFile(format, { period: name, currency: board.currency })}
            />
          )}
        </div>
      )}
    </div>
  )
}
