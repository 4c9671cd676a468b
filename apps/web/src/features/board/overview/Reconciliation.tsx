import type { PlanBoard } from '@yingce/contracts/plan/board'
import { useTranslation } from 'react-i18next'
import { formatFen } from '../../../ui/format.ts'

/** Tracker spend against effect-table cost: two sources, never added, their difference listed by channel. */
export function Reconciliation({
  reconciliation,
}: {
  reconciliation: NonNullable<PlanBoard['reconciliation']>
}) {
  const { t } = useTranslation('board')
  const shown = reconciliation.channels.filter((row) => row.trackerSpend !== null || row.effectCost !== null)
  return (
    <section className="card" aria-labelledby="reconciliation-title">
      <div className="card-head">
        <h2 id="reconciliation-title">{t('reconciliation.title')}</h2>
        <small>{t('reconciliation.note')}</small>
      </div>
      <div className="table-scroll" tabIndex={0} role="group" aria-labelledby="reconciliation-title">
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t('effect.channel')}</th>
              <th scope="col" className="number">
                {t('reconciliation.tracker')}
              </th>
              <th scope="col" className="number">
                {t('reconciliation.effect')}
              </th>
              <th scope="col" className="number">
                {t('reconciliation.difference')}
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <tr key={row.channel ?? ''}>
                <td>{row.channel ?? t('reconciliation.unmatched')}</td>
                <td className="number">{formatFen(row.trackerSpend)}</td>
                <td className="number">{formatFen(row.effectCost)}</td>
                <td className="number">{formatFen(row.difference)}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <td>{t('effect.total')}</td>
              <td className="number">{formatFen(reconciliation.trackerSpend)}</td>
              <td className="number">{formatFen(reconciliation.effectCost)}</td>
              <td className="number">{formatFen(reconciliation.difference)}</td>
            </tr>
          </tfoot>
        </table>
      </div>
      {reconciliation.platformCost !== null && (
        <p className="figure-note">
          {t('reconciliation.platform', {
            cost: formatFen(reconciliation.platformCost),
            difference: formatFen(reconciliation.platformCost - reconciliation.trackerSpend),
          })}
        </p>
      )}
    </section>
  )
}
