import type { PlanBoard } from '@yingce/contracts/plan/board'
import { Tooltip } from 'antd'
import { useTranslation } from 'react-i18next'
import { quantityText } from '../../../ui/quantity-text.ts'
import { StatusTag } from '../../../ui/StatusTag.tsx'
import {
  formatCompact,
  formatFen,
  formatFixed,
  formatNumber,
  formatRatio,
  MISSING,
} from '../../../ui/format.ts'

type Effect = NonNullable<PlanBoard['effect']>
type Row = Effect['rows'][number]

const FIELD_FORMATS: Record<string, (value: number) => string> = {
  statedCtr: (value) => formatRatio(value, 2),
  statedCvr: (value) => formatRatio(value, 2),
  statedCpa: (value) => formatFixed(value / 100),
  statedReturn: (value) => formatFixed(value),
}

function Disagreement({ row }: { row: Row }) {
  const { t } = useTranslation('board')
  if (row.disagreements.length === 0) return null
  const text = row.disagreements
    .map(({ field, stated, computed }) => {
      const format = FIELD_FORMATS[field] ?? ((value: number) => formatNumber(value, 2))
      return t('effect.disagreement', {
        field: t(`effect.stated.${field}`),
        stated: format(stated),
        computed: computed === null ? MISSING : format(computed),
      })
    })
    .join('; ')
  return (
    <Tooltip title={text}>
      <span className="tag tag-warn" tabIndex={0}>
        <span aria-hidden="true">▲</span> {t('effect.check')}
        <span className="visually-hidden">: {text}</span>
      </span>
    </Tooltip>
  )
}

/** Status against the targets that name the row, which are said on hover; none names it: "—". */
function Status({ row }: { row: Row }) {
  if (row.status === null) return MISSING
  const text = row.targets.map((target) => quantityText(target.text)).join(', ')
  return (
    <Tooltip title={text}>
      <span tabIndex={0}>
        <StatusTag status={row.status} />
        <span className="visually-hidden">: {text}</span>
      </span>
    </Tooltip>
  )
}

/** Effect analysis computed from the facts; the sheet's own claims are only compared. */
export function EffectTable({ effect }: { effect: Effect }) {
  const { t } = useTranslation('board')
  const hasStated = effect.rows.some((row) => row.statedStatus !== null || row.disagreements.length > 0)
  const hasStatus = effect.rows.some(({ status }) => status !== null)
  const metrics = (row: Effect['total']) => (
    <>
      <td className="number">{formatCompact(row.impressions)}</td>
      <td className="number">{formatRatio(row.ctr, 2)}</td>
      <td className="number">{formatNumber(row.conversions)}</td>
      <td className="number">{formatRatio(row.cvr, 2)}</td>
      <td className="number">{formatFen(row.cost)}</td>
      <td className="number">{formatFixed(row.cpa === null ? null : row.cpa / 100)}</td>
      <td className="number">{formatFixed(row.roas)}</td>
      <td className="number">{formatFixed(row.roi)}</td>
    </>
  )
  return (
    <section className="card" aria-labelledby="effect-title">
      <div className="card-head">
        <h2 id="effect-title">{t('effect.title')}</h2>
        {effect.statedReturnIs !== null && (
          <small>
            {t(`effect.return.${effect.statedReturnIs}`, {
              matches: effect.statedReturnMatches,
              rows: effect.statedReturnRows,
            })}
          </small>
        )}
      </div>
      <div className="table-scroll" tabIndex={0} role="group" aria-labelledby="effect-title">
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t('effect.channel')}</th>
              <th scope="col">{t('effect.content')}</th>
              <th scope="col" className="number">
                {t('effect.impressions')}
              </th>
              <th scope="col" className="number">
                {t('effect.ctr')}
              </th>
              <th scope="col" className="number">
                {t('effect.conversions')}
              </th>
              <th scope="col" className="number">
                {t('effect.cvr')}
              </th>
              <th scope="col" className="number">
                {t('effect.cost')}
              </th>
              <th scope="col" className="number">
                {t('effect.cpa')}
              </th>
              <th scope="col" className="number">
                ROAS
              </th>
              <th scope="col" className="number">
                ROI
              </th>
              {hasStatus && <th scope="col">{t('effect.status')}</th>}
              {hasStated && <th scope="col">{t('effect.statedStatus')}</th>}
            </tr>
          </thead>
          <tbody>
            {effect.rows.map((row) => (
              <tr key={row.id}>
                <td className="nowrap">{row.channel}</td>
                <td className="effect-content">{row.content}</td>
                {metrics(row)}
                {hasStatus && (
                  <td className="nowrap">
                    <Status row={row} />
                  </td>
                )}
                {hasStated && (
                  <td className="nowrap">
                    {row.statedStatus} <Disagreement row={row} />
                  </td>
                )}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <td colSpan={2}>{t('effect.total')}</td>
              {metrics(effect.total)}
              {hasStatus && <td />}
              {hasStated && <td />}
            </tr>
          </tfoot>
        </table>
      </div>
      <p className="figure-note">{t('effect.note')}</p>
    </section>
  )
}
