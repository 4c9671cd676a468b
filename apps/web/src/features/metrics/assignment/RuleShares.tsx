import type { RuleBody } from '@yingce/contracts/assignment/assignment'
import { recordRoutes } from '@yingce/contracts/record/record-routes'
import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { BoundedNumber } from '../../../ui/BoundedNumber.tsx'
import { call } from '../../../api/call.ts'
import { formatRatio } from '../../../ui/format.ts'

type Shares = RuleBody['target']['shares']

interface RuleSharesProps {
  planId: string
  shares: Shares
  onChange: (shares: Shares) => void
}

const WHOLE_BPS = 10_000
const BPS_PER_PERCENT = 100

/** Equal shares that sum to 100 %; the first tasks have what is left over. */
function equalShares(taskIds: readonly string[]): Shares {
  const each = Math.floor(WHOLE_BPS / taskIds.length)
  const left = WHOLE_BPS - each * taskIds.length
  return taskIds.map((taskId, index) => ({ taskId, shareBps: each + (index < left ? 1 : 0) }))
}

/** Tasks of the plan: none, one, or several by shares that sum to 100 %. */
export function RuleShares({ planId, shares, onChange }: RuleSharesProps) {
  const { t } = useTranslation('data')
  const tasks = useQuery({
    queryKey: ['plan', planId, 'task-names'],
    queryFn: ({ signal }) =>
      call(recordRoutes('task').list, { params: { planId }, query: { limit: 1000 }, signal }),
  })
  const names = new Map((tasks.data?.items ?? []).map(({ id, values }) => [id, String(values['name'] ?? '')]))
  const sum = shares.reduce((total, { shareBps }) => total + shareBps, 0)
  return (
    <fieldset className="rule-conditions">
      <legend className="figure-label">{t('assign.tasks')}</legend>
      <Select
        mode="multiple"
        className="wide"
        value={shares.map(({ taskId }) => taskId)}
        aria-label={t('assign.tasks')}
        optionFilterProp="label"
        onChange={(taskIds: string[]) => onChange(equalShares(taskIds))}
        options={[...names].map(([value, label]) => ({ value, label }))}
      />
      {shares.length > 1 && (
        <>
          {shares.map(({ taskId, shareBps }) => (
            <div key={taskId} className="inline-form">
              <BoundedNumber
                value={shareBps / BPS_PER_PERCENT}
                bounds={{ min: 0.01, max: 100 }}
                precision={2}
                suffix="%"
                aria-label={t('assign.shareOf', { name: names.get(taskId) ?? '' })}
                onChange={(percent) =>
                  onChange(
                    shares.map((each) =>
                      each.taskId === taskId
                        ? { taskId, shareBps: Math.round((percent ?? 0) * BPS_PER_PERCENT) }
                        : each,
                    ),
                  )
                }
              />
              <span>{names.get(taskId)}</span>
            </div>
          ))}
          <p className="figure-note">{t('assign.shareSum', { sum: formatRatio(sum / WHOLE_BPS, 2) })}</p>
        </>
      )}
    </fieldset>
  )
}
