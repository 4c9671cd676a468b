import type { AssignmentOverview, RuleBody } from '@yingce/contracts/assignment/assignment'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { formatFen, formatNumber, MISSING } from '../../../ui/format.ts'
import { amountsText, nameText, ruleOfCampaign } from './rule-draft.ts'

interface UnassignedCardProps {
  unassigned: AssignmentOverview['unassigned']
  onRule: ((rule: RuleBody) => void) | null
}

/** The bucket: what no rule takes, with its money; one click makes a rule of a campaign. */
export function UnassignedCard({ unassigned, onRule }: UnassignedCardProps) {
  const { t } = useTranslation('data')
  const { lines, amounts, campaigns } = unassigned
  return (
    <section className="card" aria-labelledby="bucket-title">
      <div className="card-head">
        <h2 id="bucket-title">{t('assign.bucket')}</h2>
        <small>{t('assign.lines', { count: lines })}</small>
      </div>
      <div className="figure">{amounts.length === 0 ? MISSING : amountsText(amounts)}</div>
      {campaigns.length === 0 ? (
        <p className="figure-note">{t('assign.allAssigned')}</p>
      ) : (
        <div className="table-scroll by-day" tabIndex={0} role="group" aria-labelledby="bucket-title">
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{t('assign.campaign')}</th>
                <th scope="col">{t('key.source')}</th>
                <th scope="col" className="number">
                  {t('assign.lineCount')}
                </th>
                <th scope="col" className="number">
                  {t('assign.cost')}
                </th>
                <th scope="col">
                  <span className="visually-hidden">{t('assign.makeRule')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {campaigns.map((campaign, index) => (
                <tr key={index}>
                  <td>{nameText(campaign, t)}</td>
                  <td>{campaign.source}</td>
                  <td className="number">{formatNumber(campaign.lines)}</td>
                  <td className="number">
                    {formatFen(campaign.costFen)} {campaign.currency}
                  </td>
                  <td>
                    {onRule !== null && (
                      <Button size="small" onClick={() => onRule(ruleOfCampaign(campaign))}>
                        {t('assign.makeRule')}
                        <span className="visually-hidden">
                          {' '}
                          {campaign.named === null ? campaign.source : nameText(campaign, t)}
                        </span>
                      </Button>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}
