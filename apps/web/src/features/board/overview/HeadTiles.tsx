import type { PlanBoard } from '@yingce/contracts/plan/board'
import { Segmented, Tooltip } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { formatFen, formatFixed, formatNumber, formatRatio, MISSING } from '../../../ui/format.ts'

type Basis = 'byCount' | 'byWeight' | 'byBudget'
const BASES: readonly Basis[] = ['byCount', 'byWeight', 'byBudget']

/** Thin bar with a tick where we should be today. */
export function Meter({
  share,
  expected,
  label,
}: {
  share: number | null
  expected?: number | null
  label: string
}) {
  const width = Math.min(Math.max(share ?? 0, 0), 1) * 100
  return (
    <div className="meter" role="img" aria-label={label}>
      <b style={{ width: `${width}%` }} />
      {expected !== null && expected !== undefined && (
        <i style={{ left: `${Math.min(Math.max(expected, 0), 1) * 100}%` }} />
      )}
    </div>
  )
}

function Tile({ label, children }: { label: ReactNode; children: ReactNode }) {
  return (
    <section className="card tile">
      <div className="figure-label">{label}</div>
      {children}
    </section>
  )
}

function ProgressTile({ board }: { board: PlanBoard }) {
  const { t } = useTranslation('board')
  const [basis, setBasis] = useState<Basis>('byCount')
  const formula = board.progress[basis]
  const money = basis === 'byBudget'
  const part = (value: number) => (money ? formatFen(Math.round(value)) : formatNumber(value, 2))
  const formulaText = `${part(formula.numerator)} ÷ ${part(formula.denominator)}`
  return (
    <Tile
      label={
        <span className="tile-head">
          {t('progress.label')}
          <Segmented<Basis>
            size="small"
            value={basis}
            onChange={setBasis}
            options={BASES.map((value) => ({ value, label: t(`progress.${value}`) }))}
            aria-label={t('progress.basis')}
          />
        </span>
      }
    >
      <div className="figure">
        {formatRatio(formula.value, 2)}{' '}
        {board.progress.expected !== null && (
          <small>{t('progress.expected', { share: formatRatio(board.progress.expected) })}</small>
        )}
      </div>
      <Meter
        share={formula.value}
        expected={board.progress.expected}
        label={`${t('progress.label')} ${formatRatio(formula.value, 2)}`}
      />
      <div className="figure-note">{t(`progress.formula.${basis}`, { formula: formulaText })}</div>
      <div className="figure-note">
        {t('progress.counts', {
          done: board.doneCount,
          doing: board.inProgressCount,
          count: board.taskCount,
        })}
      </div>
    </Tile>
  )
}

function MoneyTile({ board }: { board: PlanBoard }) {
  const { t } = useTranslation('board')
  const { planned, spent, remaining, reserve } = board.money
  const share = planned === null || planned === 0 || spent === null ? null : spent / planned
  return (
    <Tile label={t('money.label', { currency: board.money.currency })}>
      <div className="figure">
        {formatFen(spent)} <small>/ {formatFen(planned)}</small>
      </div>
      <Meter
        share={share}
        expected={board.period.elapsed}
        label={`${t('money.label', { currency: board.money.currency })} ${formatRatio(share)}`}
      />
      <div className="figure-note">
        {t('money.remaining', { amount: formatFen(remaining), share: formatRatio(share) })}
      </div>
      <div className="figure-note">
        {reserve === null ? t('money.noReserve') : t('money.reserve', { amount: formatFen(reserve) })}
      </div>
    </Tile>
  )
}

function ReturnTiles({ board }: { board: PlanBoard }) {
  const { t } = useTranslation('board')
  const total = board.effect?.total
  if (total === undefined) return null
  const ratioText = (top: string, bottom: string) => `${top} ÷ ${bottom}`
  return (
    <>
      <Tile
        label={
          <Tooltip title={t('return.roasNote')}>
            <span tabIndex={0}>{t('return.roas')}</span>
          </Tooltip>
        }
      >
        <div className="figure">{formatFixed(total.roas)}</div>
        <div className="figure-note">
          {total.roas === null ? MISSING : ratioText(formatFen(total.revenue), formatFen(total.cost))}
        </div>
        <div className="figure-note">{t('return.roi', { value: formatFixed(total.roi) })}</div>
      </Tile>
      <Tile label={t('return.cpa')}>
        <div className="figure">
          {formatFixed(total.cpa === null ? null : total.cpa / 100)}{' '}
          <small>{t('return.perConversion')}</small>
        </div>
        <div className="figure-note">
          {total.cpa === null ? MISSING : ratioText(formatFen(total.cost), formatNumber(total.conversions))}
        </div>
        <div className="figure-note">
          {t('return.rates', { ctr: formatRatio(total.ctr, 2), cvr: formatRatio(total.cvr, 2) })}
        </div>
      </Tile>
    </>
  )
}

/** The first five seconds: progress, money, return. */
export function HeadTiles({ board }: { board: PlanBoard }) {
  const { t } = useTranslation('board')
  const counts = board.kpiCounts
  return (
    <div className="tiles">
      <ProgressTile board={board} />
      <MoneyTile board={board} />
      {board.effect === null ? (
        <Tile label={t('kpi.title')}>
          <div className="figure">
            {counts.met}{' '}
            <small>
              / {Object.values(counts).reduce((sum, count) => sum + count, 0)} {t('kpi.metCount')}
            </small>
          </div>
          <div className="figure-note">
            {t('kpi.counts', { risk: counts.at_risk, missed: counts.missed, none: counts.no_data })}
            {counts.target_unclear > 0 && t('kpi.unclear', { unclear: counts.target_unclear })}
          </div>
        </Tile>
      ) : (
        <ReturnTiles board={board} />
      )}
    </div>
  )
}
