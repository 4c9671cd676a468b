import type { getMoney } from '@yingce/contracts/money/money-view'
import type { AnswerOf } from '@yingce/contracts/route'
import { useTranslation } from 'react-i18next'
import { formatFen } from '../../ui/format.ts'

const COLUMNS = ['toppedUp', 'bonusCredit', 'consumed', 'rebate', 'balance'] as const

/** Top-up beside consumption per account; nothing where no account has moved. */
export function Accounts({ accounts }: { accounts: AnswerOf<typeof getMoney>['accounts'] }) {
  const { t } = useTranslation('money')
  if (accounts.length === 0) return null
  return (
    <section className="card" aria-labelledby="accounts-title">
      <div className="card-head">
        <h2 id="accounts-title">{t('accounts.title')}</h2>
        <small>{t('accounts.note')}</small>
      </div>
      <div className="table-scroll" tabIndex={0} role="group" aria-labelledby="accounts-title">
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t('form.account')}</th>
              {COLUMNS.map((column) => (
                <th key={column} scope="col" className="number">
                  {t(`accounts.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {accounts.map((account) => (
              <tr key={account.account}>
                <th scope="row" className="money-name">
                  {account.account}
                </th>
                {COLUMNS.map((column) => (
                  <td
                    key={column}
                    className={column === 'balance' && account.balance < 0 ? 'number money-over' : 'number'}
                  >
                    {formatFen(account[column])}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
