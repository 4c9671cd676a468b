import type { previewEntry } from '@yingce/contracts/money/journal'
import type { AnswerOf } from '@yingce/contracts/route'
import { useTranslation } from 'react-i18next'
import { formatFen } from '../../ui/format.ts'
import { levelName } from './level-name.ts'

/** Which levels an entry overspends, as sentences; nothing where it overspends none. */
export function OverspendNote({ overspends }: { overspends: AnswerOf<typeof previewEntry>['overspends'] }) {
  const { t } = useTranslation('money')
  if (overspends.length === 0) return null
  return (
    <div className="problem-note" role="alert">
      <ul className="money-overspends">
        {overspends.map((one) => (
          <li key={`${one.level} ${one.id}`}>
            {t(one.isBlocking ? 'overspend.blocked' : 'overspend.told', {
              level: t(`level.${one.level}`),
              name: levelName(t, one),
              before: formatFen(one.before),
              over: formatFen(-one.after),
            })}
          </li>
        ))}
      </ul>
    </div>
  )
}
