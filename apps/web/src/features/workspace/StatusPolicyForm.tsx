import { useMutation, useQueryClient } from '@tanstack/react-query'
import { updateWorkspace, type Workspace } from '@yingce/contracts/workspace/workspace'
import {
  CEILING_METHODS,
  type CeilingMethod,
  PACE_AT_RISK,
  RATIO_AT_RISK,
} from '@yingce/domain/objective/policy-bounds'
import { Form, Radio } from 'antd'
import { useTranslation } from 'react-i18next'
import { call } from '../../api/call.ts'
import { useAbility } from '../../api/use-session.ts'
import { BoundedItem } from '../../ui/BoundedItem.tsx'
import { SaveRow } from '../../ui/SaveRow.tsx'

/** Shares as they are typed, in percent. */
interface PolicyValues {
  pace: number
  ratio: number
  ceilingMethod: CeilingMethod
}

const percent = (share: number): number => Math.round(share * 1000) / 10
const inPercent = ({ min, max }: { min: number; max: number }) => ({ min: percent(min), max: percent(max) })

/** How the workspace judges its targets: where at risk begins, and how a ceiling is attained. */
export function StatusPolicyForm({ workspace }: { workspace: Workspace }) {
  const { t } = useTranslation('workspace')
  const client = useQueryClient()
  const canUpdate = useAbility('workspace.update')
  const save = useMutation({
    mutationFn: ({ pace, ratio, ceilingMethod }: PolicyValues) =>
      call(updateWorkspace, { body: { paceAtRisk: pace / 100, ratioAtRisk: ratio / 100, ceilingMethod } }),
    onSuccess: () => client.invalidateQueries(),
  })
  return (
    <section className="card" aria-labelledby="policy-title">
      <div className="card-head">
        <h2 id="policy-title">{t('policy.title')}</h2>
        <small>{t(canUpdate ? 'policy.note' : 'workspace.readOnly')}</small>
      </div>
      <Form<PolicyValues>
        name="status-policy"
        layout="vertical"
        requiredMark={false}
        disabled={!canUpdate}
        initialValues={{
          pace: percent(workspace.paceAtRisk),
          ratio: percent(workspace.ratioAtRisk),
          ceilingMethod: workspace.ceilingMethod,
        }}
        onFinish={(values) => save.mutate(values)}
      >
        <div className="form-row form-row-even">
          <BoundedItem
            name="pace"
            label={t('policy.pace')}
            extra={t('policy.paceNote')}
            bounds={inPercent(PACE_AT_RISK)}
            rules={[{ required: true, message: t('policy.need') }]}
          />
          <BoundedItem
            name="ratio"
            label={t('policy.ratio')}
            extra={t('policy.ratioNote')}
            bounds={inPercent(RATIO_AT_RISK)}
            rules={[{ required: true, message: t('policy.need') }]}
          />
        </div>
        <Form.Item name="ceilingMethod" label={t('policy.ceiling')} extra={t('policy.ceilingNote')}>
          <Radio.Group
            options={CEILING_METHODS.map((value) => ({ value, label: t(`policy.method.${value}`) }))}
          />
        </Form.Item>
        <SaveRow save={save} saved={t('saved')} isPrimary />
      </Form>
    </section>
  )
}
