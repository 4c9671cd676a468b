import type { KpiTree } from '@yingce/contracts/kpi-tree/kpi-tree'
import { recordRoutes } from '@yingce/contracts/record/record-routes'
import {
  KPI_BINDINGS,
  KPI_LEVELS,
  KPI_NODE_FIELDS,
  type KpiNodeValues,
} from '@yingce/domain/records/entities'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { DatePicker, Form, Input, Radio, Select } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { useTranslation } from 'react-i18next'
import { BoundedItem } from '../../ui/BoundedItem.tsx'
import { call } from '../../api/call.ts'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { parseTargets } from '@yingce/domain/quantity/parse-targets'
import { showIssues } from '../identity/form-issues.ts'
import { definitionsQuery } from '../metrics/dictionary/use-metric-definitions.ts'
import { metricName } from './figure-text.ts'
import { Dialog } from '../../ui/Dialog.tsx'

type Values = Omit<KpiNodeValues, 'startDate' | 'endDate' | 'benchmarkDate'> & {
  startDate: Dayjs | null
  endDate: Dayjs | null
  benchmarkDate: Dayjs | null
}

/** The record that is changed, as it was read; null: a new one. */
export interface EditedNode {
  readonly id: string
  readonly version: number
  readonly values: KpiNodeValues
}

interface KpiFormProps {
  planId: string
  tree: KpiTree
  edited: EditedNode | null
  onClose: () => void
}

const DAY = 'YYYY-MM-DD'
const dayOf = (text: string | null | undefined) => (text == null ? null : dayjs(text))
const textOf = (day: Dayjs | null | undefined) => day?.format(DAY) ?? null
const orNull = (text: string | null | undefined) => (text == null || text.trim() === '' ? null : text.trim())

/** Nodes that may be the parent: not the node itself, nor any below it. */
function parentsFor(tree: KpiTree, id: string | null) {
  const below = new Set<string | null>(id === null ? [] : [id])
  // Parents come before children, so one pass finds all that lie below.
  for (const node of tree.nodes) if (node.parentId !== null && below.has(node.parentId)) below.add(node.id)
  return tree.nodes.filter((node) => !below.has(node.id))
}

/** One node of the tree: what is measured, against which target, over which facts. */
export function KpiForm({ planId, tree, edited, onClose }: KpiFormProps) {
  const { t } = useTranslation('kpi')
  const [form] = Form.useForm<Values>()
  const client = useQueryClient()
  const binding = Form.useWatch('binding', form)
  const definitions = useQuery(definitionsQuery)
  const routes = recordRoutes('kpi_node')
  const save = useMutation({
    mutationFn: (given: Values) => {
      const values = {
        parentId: given.parentId ?? null,
        level: given.level,
        name: given.name.trim(),
        metric: given.metric ?? null,
        target: orNull(given.target),
        binding: given.binding,
        actual: orNull(given.actual),
        baseline: orNull(given.baseline),
        channel: orNull(given.channel),
        startDate: textOf(given.startDate),
        endDate: textOf(given.endDate),
        weight: given.weight ?? 1,
        benchmark: orNull(given.benchmark),
        benchmarkSource: orNull(given.benchmarkSource),
        benchmarkDate: textOf(given.benchmarkDate),
      }
      return edited === null
        ? call(routes.create, { params: { planId }, body: { values } })
        : call(routes.update, {
            params: { planId, recordId: edited.id },
            body: { version: edited.version, values },
          })
    },
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['plan', planId] })
      onClose()
    },
    onError: (error) => showIssues(form, error),
  })
  const words = (field: keyof Values) => t(`fields:kpi_node.${field}`)
  const start = edited?.values
  return (
    <Dialog
      width={680}
      title={t(edited === null ? 'add' : 'editTitle')}
      okText={t('shell:common.save')}
      cancelText={t('shell:common.cancel')}
      confirmLoading={save.isPending}
      onCancel={onClose}
      onOk={() => form.submit()}
    >
      <Form<Values>
        form={form}
        layout="vertical"
        initialValues={{
          level: 'process',
          binding: 'facts',
          weight: 1,
          ...start,
          startDate: dayOf(start?.startDate),
          endDate: dayOf(start?.endDate),
          benchmarkDate: dayOf(start?.benchmarkDate),
        }}
        onFinish={(values) => save.mutate(values)}
      >
        <div className="kpi-form-three">
          <Form.Item
            name="name"
            label={words('name')}
            rules={[{ required: true, whitespace: true, message: t('needName') }]}
          >
            <Input maxLength={200} />
          </Form.Item>
          <Form.Item name="level" label={words('level')}>
            <Select options={KPI_LEVELS.map((value) => ({ value, label: t(`level.${value}`) }))} />
          </Form.Item>
          <Form.Item name="parentId" label={words('parentId')}>
            <Select
              allowClear
              placeholder={t('noParent')}
              showSearch={{ optionFilterProp: 'label' }}
              options={parentsFor(tree, edited?.id ?? null).map(({ id, name }) => ({
                value: id,
                label: name,
              }))}
            />
          </Form.Item>
        </div>
        <div className="kpi-form-three">
          <Form.Item
            name="target"
            label={words('target')}
            extra={t('targetHint')}
            rules={[
              {
                // Words may stay (「上线」); whoever meant a figure is told that none was read.
                warningOnly: true,
                validator: (_rule, text: unknown) =>
                  typeof text === 'string' && parseTargets(text).unread.length > 0
                    ? Promise.reject(new Error(t('targetUnread')))
                    : Promise.resolve(),
              },
            ]}
          >
            <Input maxLength={500} />
          </Form.Item>
          <Form.Item name="baseline" label={words('baseline')}>
            <Input maxLength={100} />
          </Form.Item>
          <BoundedItem name="weight" label={words('weight')} bounds={KPI_NODE_FIELDS.weight.range} />
        </div>
        <Form.Item name="binding" label={words('binding')}>
          <Radio.Group
            options={KPI_BINDINGS.map((value) => ({ value, label: t(`fields:choice.${value}`) }))}
          />
        </Form.Item>
        {binding === 'entered' ? (
          <Form.Item name="actual" label={words('actual')}>
            <Input maxLength={500} />
          </Form.Item>
        ) : (
          <div className="form-row form-row-even">
            <Form.Item name="metric" label={words('metric')} extra={t('metricHint')}>
              <Select
                allowClear
                showSearch={{ optionFilterProp: 'label' }}
                placeholder={t('byName')}
                options={(definitions.data ?? []).map((metric) => ({
                  value: metric.key,
                  label: metricName(metric),
                }))}
              />
            </Form.Item>
            <Form.Item name="channel" label={words('channel')} extra={t('channelHint')}>
              <Input maxLength={500} />
            </Form.Item>
          </div>
        )}
        <div className="form-row form-row-even">
          <Form.Item name="startDate" label={words('startDate')}>
            <DatePicker className="wide" placeholder={t('planPeriod')} />
          </Form.Item>
          <Form.Item name="endDate" label={words('endDate')}>
            <DatePicker className="wide" placeholder={t('planPeriod')} />
          </Form.Item>
        </div>
        <div className="kpi-form-three">
          <Form.Item name="benchmark" label={words('benchmark')}>
            <Input maxLength={100} />
          </Form.Item>
          <Form.Item name="benchmarkSource" label={words('benchmarkSource')}>
            <Input maxLength={200} />
          </Form.Item>
          <Form.Item name="benchmarkDate" label={words('benchmarkDate')}>
            <DatePicker className="wide" placeholder="" />
          </Form.Item>
        </div>
      </Form>
      {save.isError && <ProblemNote error={save.error} />}
    </Dialog>
  )
}
