import type { ImportView } from '@yingce/contracts/import/import'
import { listPlans } from '@yingce/contracts/plan/plan'
import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { call } from '../../api/call.ts'
import type { ImportChange } from './use-import.ts'

const NEW = 'new'
const ENCODINGS = ['utf-8', 'gb18030', 'utf-16le', 'windows-1252'] as const

/** Where the rows go (a new plan, or into one that is there), and the encoding of a text file. */
export function ImportTarget({
  view,
  onChange,
}: {
  view: ImportView
  onChange: (change: ImportChange) => void
}) {
  const { t } = useTranslation('import')
  const plans = useQuery({
    queryKey: ['plans', 'choice'],
    queryFn: ({ signal }) => call(listPlans, { query: { limit: 200 }, signal }),
  })
  return (
    <div className="card stack">
      <label className="stacked-label">
        <span className="figure-label">{t('target.label')}</span>
        <Select
          value={view.planId ?? NEW}
          showSearch={{ optionFilterProp: 'label' }}
          aria-label={t('target.label')}
          onChange={(value: string) => onChange({ planId: value === NEW ? null : value })}
          options={[
            { value: NEW, label: t('target.new') },
            ...(plans.data?.items ?? []).map((plan) => ({ value: plan.id, label: plan.name })),
          ]}
        />
      </label>
      {view.encoding !== null && (
        <label className="stacked-label">
          <span className="figure-label">{t('target.encoding')}</span>
          <Select
            value={view.encoding}
            aria-label={t('target.encoding')}
            onChange={(value: string) => onChange({ encoding: value as (typeof ENCODINGS)[number] })}
            options={ENCODINGS.map((value) => ({ value, label: value.toUpperCase() }))}
          />
        </label>
      )}
    </div>
  )
}
