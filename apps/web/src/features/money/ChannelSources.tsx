import type { getMoney } from '@yingce/contracts/money/money-view'
import type { AnswerOf } from '@yingce/contracts/route'
import { useTranslation } from 'react-i18next'
import { formatFen } from '../../ui/format.ts'

/** Tracker spend, effect-table cost and platform consumption per channel: compared, never added. */
export function ChannelSources({ rows }: { rows: AnswerOf<typeof getMoney>['reconciliation'] }) {
  const { t } = useTranslation('money')
  if (rows.length === 0) return null
  return (
    <section className="card" aria-labelledby="sources-title">
      <div className="card-head">
        <h2 id="sources-title">{t('sources.title')}</h2>
        <small>{t('sources.note')}</small>
      </div>
      <div className="table-scroll" tabIndex={0} role="group" aria-labelledby="sources-title">
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t('sources.channel')}</th>
              <th scope="col" className="number">
                {t('sources.tracker')}
              </th>
              <th scope="col" className="number">
                {t('sources.effect')}
              </th>
              <th scope="col" className="number">
                {t('sources.platform')}
              </th>
              <th scope="col" className="number">
                {t('sources.difference')}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.channel ?? ''}>
                <th scope="row" className="money-name">
                  {row.channel ?? t('sources.unmatched')}
                </th>
                <td className="number">{formatFen(row.trackerSpent)}</td>
                <td className="number">{formatFen(row.effectCost)}</td>
                <td className="number">{formatFen(row.platformCost)}</td>
                <td className="number">{formatFen(row.difference)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
