import {
  createMetricDefinition,
  type MetricDefinitionView,
  updateMetricDefinition,
} from '@yingce/contracts/metrics/metric-definition'
import { METRIC_UNITS, type MetricUnit } from '@yingce/domain/metrics/metric-definition'
import { reviewFormula } from '@yingce/domain/metrics/review-formula'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Form, Input, Select } from 'antd'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../../api/call.ts'
import { ProblemNote } from '../../../ui/ProblemNote.tsx'
import { showIssues } from '../../identity/form-issues.ts'
import { FormulaField } from './FormulaField.tsx'
import { metricName } from '../metric-name.ts'
import { OwnMetricChoice } from '../OwnMetricChoice.tsx'
import { definitionsQuery, dictionaryOf } from './use-metric-definitions.ts'
import { Dialog } from '../../../ui/Dialog.tsx'

interface Values {
  key: string
  zh: string
  en: string
  unit: MetricUnit
  direction: 'higher' | 'lower'
  definitionZh: string
  definitionEn: string
  formula: string
}

interface MetricFormProps {
  items: readonly MetricDefinitionView[]
  /** null: a new metric. */
  edited: MetricDefinitionView | null
  onClose: () => void
}

/** A metric of the workspace, or the next version of one; the formula is checked while it is typed. */
export function MetricForm({ items, edited, onClose }: MetricFormProps) {
  const { t } = useTranslation('metrics')
  const [form] = Form.useForm<Values>()
  const client = useQueryClient()
  const dictionary = useMemo(() => dictionaryOf(items), [items])
  const formula = Form.useWatch('formula', form) ?? ''
  const unit = Form.useWatch('unit', form) ?? 'share'
  const key = Form.useWatch('key', form) ?? ''
  const review =
    formula.trim() === ''
      ? null
      : reviewFormula(
          formula,
          {
            key: edited?.key ?? key,
            version: (edited?.version ?? 0) + 1,
            zh: '',
            en: '',
            unit,
            direction: 'higher',
            definitionZh: '',
            definitionEn: '',
          },
          dictionary,
        )
  const save = useMutation({
    mutationFn: ({ key: newKey, ...content }: Values) =>
      edited === null
        ? call(createMetricDefinition, { body: { key: newKey, ...content } })
        : call(updateMetricDefinition, {
            params: { metricKey: edited.key },
            body: { version: edited.version, ...content },
          }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: definitionsQuery.queryKey })
      onClose()
    },
    onError: (error) => showIssues(form, error),
  })
  const needed = [{ required: true, whitespace: true, message: t('needed') }]
  return (
    <Dialog
      width={680}
      title={edited === null ? t('add') : t('change', { version: edited.version + 1 })}
      okText={t('shell:common.save')}
      cancelText={t('shell:common.cancel')}
      okButtonProps={{ disabled: review === null || review.kind === null }}
      confirmLoading={save.isPending}
      onCancel={onClose}
      onOk={() => form.submit()}
    >
      <Form<Values>
        form={form}
        layout="vertical"
        initialValues={
          edited === null
            ? { unit: 'share', direction: 'higher' }
            : { ...edited, formula: edited.formula ?? '' }
        }
        onFinish={(values) => save.mutate({ ...values, key: edited?.key ?? values.key })}
      >
        {edited === null && (
          <Form.Item
            name="key"
            label={t('field.key')}
            extra={t('keyHint')}
            rules={[{ required: true, pattern: /^[a-z][A-Za-z0-9_]{1,39}$/, message: t('badKey') }]}
          >
            <Input maxLength={40} spellCheck={false} />
          </Form.Item>
        )}
        <div className="form-row form-row-even">
          <Form.Item name="zh" label={t('field.zh')} rules={needed}>
            <Input maxLength={60} />
          </Form.Item>
          <Form.Item name="en" label={t('field.en')} rules={needed}>
            <Input maxLength={60} />
          </Form.Item>
          <Form.Item name="unit" label={t('field.unit')}>
            <Select options={METRIC_UNITS.map((value) => ({ value, label: t(`unit.${value}`) }))} />
          </Form.Item>
          <Form.Item name="direction" label={t('field.direction')}>
            <Select
              options={(['higher', 'lower'] as const).map((value) => ({
                value,
                label: t(`direction.${value}`),
              }))}
            />
          </Form.Item>
        </div>
        <Form.Item name="formula" label={t('field.formula')} extra={t('formulaHint')} rules={needed}>
          <FormulaField review={review} nameOf={(name) => metricName(name, dictionary)} />
        </Form.Item>
        {edited === null && (
          <OwnMetricChoice
            definitions={[...dictionary.values()]}
            onChoose={(metric, ownUnit) => form.setFieldsValue({ formula: metric, unit: ownUnit })}
          />
        )}
        <Form.Item name="definitionZh" label={t('field.definitionZh')} rules={needed}>
          <Input maxLength={500} />
        </Form.Item>
        <Form.Item name="definitionEn" label={t('field.definitionEn')} rules={needed}>
          <Input maxLength={500} />
        </Form.Item>
      </Form>
      {save.isError && <ProblemNote error={save.error} />}
    </Dialog>
  )
}
