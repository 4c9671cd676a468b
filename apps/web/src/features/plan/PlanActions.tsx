import { deletePlan, updatePlan, type PlanView } from '@yingce/contracts/plan/plan'
import { useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { App, Button, Dropdown, type MenuProps } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../api/call.ts'
import { paths } from '../../paths.ts'
import { problemLine } from '../../ui/problem-text.ts'
import { ExportMenu } from './ExportMenu.tsx'
import { PlanEditor } from './PlanEditor.tsx'

/** Take the plan out, bring a sheet in, change or delete the plan. */
export function PlanActions({ plan }: { plan: PlanView }) {
  const { t } = useTranslation('plan')
  const [isEditing, setEditing] = useState(false)
  const client = useQueryClient()
  const navigate = useNavigate()
  const { message, modal } = App.useApp()
  const fail = (error: unknown) => {
    void message.error(problemLine(error))
  }
  const archive = async () => {
    try {
      await call(updatePlan, {
        params: { planId: plan.id },
        body: {
          version: plan.version,
          values: { state: plan.state === 'archived' ? 'running' : 'archived' },
        },
      })
      await client.invalidateQueries({ queryKey: ['plan', plan.id] })
    } catch (error) {
      fail(error)
    }
  }
  const remove = () =>
    void modal.confirm({
      title: t('remove.title', { name: plan.name }),
      content: t('remove.text', { count: plan.taskCount }),
      okText: t('remove.ok'),
      okButtonProps: { danger: true },
      onOk: async () => {
        await call(deletePlan, { params: { planId: plan.id } }).catch(fail)
        await client.invalidateQueries({ queryKey: ['plans'] })
        await navigate({ to: paths.plans })
      },
    })
  const moreItems: MenuProps['items'] = [
    {
      key: 'edit',
      label: t('more.edit'),
      disabled: plan.abilities['plan.update'] !== true,
      onClick: () => setEditing(true),
    },
    {
      key: 'archive',
      label: t(plan.state === 'archived' ? 'more.unarchive' : 'more.archive'),
      disabled: plan.abilities['plan.update'] !== true,
      onClick: () => void archive(),
    },
    {
      key: 'delete',
      label: t('more.delete'),
      danger: true,
      disabled: plan.abilities['plan.delete'] !== true,
      onClick: remove,
    },
  ]
  return (
    <div className="plan-actions">
      {plan.abilities['import.run'] === true && (
        <Link to={paths.newImport} search={{ planId: plan.id }}>
          <Button>{t('import')}</Button>
        </Link>
      )}
      {plan.abilities['export.run'] === true && <ExportMenu planId={plan.id} />}
      <Dropdown menu={{ items: moreItems }} trigger={['click']}>
        <Button aria-label={t('more.label')}>⋯</Button>
      </Dropdown>
      {isEditing && <PlanEditor plan={plan} onClose={() => setEditing(false)} />}
    </div>
  )
}
