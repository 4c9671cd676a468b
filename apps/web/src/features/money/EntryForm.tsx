import { type NewEntry, postEntry, previewEntry } from '@yingce/contracts/money/journal'
import type { getMoney } from '@yingce/contracts/money/money-view'
import type { AnswerOf } from '@yingce/contracts/route'
import { EXPENSE_CATEGORIES } from '@yingce/domain/money/expense-category'
import { LEDGER_KINDS, type LedgerKind } from '@yingce/domain/money/ledger-entry'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, AutoComplete, Button, Form, Input, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../api/call.ts'
import { useSession } from '../../api/use-session.ts'
import { fenOfText } from '../../ui/fen-of-text.ts'
import { formatFen } from '../../ui/format.ts'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { OverspendNote } from './OverspendNote.tsx'

interface Option {
  readonly value: string
  readonly label: string
}

interface EntryFormProps {
  planId: string
  /** Everything; without it only expenses of tasks are reported. */
  canDecide: boolean
  tasks: readonly Option[]
  lines: readonly Option[]
  contracts: AnswerOf<typeof getMoney>['openContracts']
  accounts: readonly string[]
}

type Typed = Record<string, string | undefined> & { kind: LedgerKind }

const TEXTS = ['payee', 'account', 'receipt', 'note'] as const
const PAYS: readonly LedgerKind[] = ['contract', 'expense']

function entryOf(typed: Typed): NewEntry {
  const text = (field: string) => typed[field]?.trim() || null
  return {
    kind: typed.kind,
    date: typed['date'] ?? '',
    amount: fenOfText(typed['amount']) ?? 0,
    category: (typed['category'] as NewEntry['category']) ?? null,
    taskId: typed['taskId'] ?? null,
    budgetLineId: typed['budgetLineId'] ?? null,
    commitmentId: typed.kind === 'expense' ? (typed['commitmentId'] ?? null) : null,
    ...Object.fromEntries(TEXTS.map((field) => [field, text(field)])),
  }
}

/** Posts an entry: what it would overspend is shown first, and posting goes on when the person wants it. */
export function EntryForm({ planId, canDecide, tasks, lines, contracts, accounts }: EntryFormProps) {
  const { t } = useTranslation('money')
  const { message } = App.useApp()
  const client = useQueryClient()
  const today = useSession().workspace?.today ?? ''
  const [form] = Form.useForm<Typed>()
  const kind = Form.useWatch('kind', form) ?? 'expense'
  const [overspends, setOverspends] = useState<AnswerOf<typeof previewEntry>['overspends']>([])
  const post = useMutation({
    mutationFn: async (typed: Typed) => {
      const input = { params: { planId }, body: entryOf(typed) }
      if (overspends.length === 0) {
        const told = await call(previewEntry, input)
        setOverspends(told.overspends)
        if (told.overspends.length > 0) return null
      }
      return call(postEntry, input)
    },
    onSuccess: async (posted) => {
      if (posted === null) return
      setOverspends([])
      form.resetFields(['amount', 'payee', 'receipt', 'note', 'commitmentId'])
      void message.success(t('form.posted'))
      await client.invalidateQueries({ queryKey: ['plan', planId] })
    },
  })
  const needs = (is: boolean, key: string) =>
    is ? [{ required: true, whitespace: true, message: t(key) }] : []
  const isOnAccount = kind !== 'contract' && kind !== 'expense'
  const isBlocked = overspends.some(({ isBlocking }) => isBlocking)
  return (
    <section className="card" aria-labelledby="entry-title">
      <div className="card-head">
        <h2 id="entry-title">{t('form.title')}</h2>
        {!canDecide && <small>{t('form.reportOnly')}</small>}
      </div>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        className="money-form"
        initialValues={{ kind: 'expense', date: today }}
        onValuesChange={() => setOverspends([])}
        onFinish={(typed) => post.mutate(typed)}
      >
        <Form.Item name="kind" label={t('form.kind')}>
          <Select
            options={LEDGER_KINDS.filter((value) => canDecide || value === 'expense').map((value) => ({
              value,
              label: t(`kind.${value}`),
            }))}
          />
        </Form.Item>
        <Form.Item name="date" label={t('form.date')} rules={needs(true, 'form.needDate')}>
          <Input type="date" />
        </Form.Item>
        <Form.Item
          name="amount"
          label={t('form.amount')}
          rules={[
            {
              validator: (_rule, text: string | undefined) =>
                (fenOfText(text) ?? 0) > 0
                  ? Promise.resolve()
                  : Promise.reject(new Error(t('form.badAmount'))),
            },
          ]}
        >
          <Input inputMode="decimal" />
        </Form.Item>
        <Form.Item name="payee" label={t('form.payee')} rules={needs(PAYS.includes(kind), 'form.needPayee')}>
          <Input maxLength={200} />
        </Form.Item>
        {isOnAccount && (
          <Form.Item name="account" label={t('form.account')} rules={needs(true, 'form.needAccount')}>
            <AutoComplete maxLength={200} options={accounts.map((value) => ({ value }))} />
          </Form.Item>
        )}
        {canDecide && (
          <Form.Item name="budgetLineId" label={t('level.budget_line')}>
            <Select allowClear showSearch={{ optionFilterProp: 'label' }} options={[...lines]} />
          </Form.Item>
        )}
        {kind !== 'rebate' && kind !== 'bonus_credit' && (
          <Form.Item
            name="taskId"
            label={t('level.task')}
            rules={canDecide ? [] : [{ required: true, message: t('form.needTask') }]}
          >
            <Select allowClear showSearch={{ optionFilterProp: 'label' }} options={[...tasks]} />
          </Form.Item>
        )}
        {canDecide && kind === 'expense' && contracts.length > 0 && (
          <Form.Item name="commitmentId" label={t('form.pays')}>
            <Select
              allowClear
              showSearch={{ optionFilterProp: 'label' }}
              options={contracts.map(({ id, payee, open }) => ({
                value: id,
                label: t('form.contract', { payee: payee ?? '', open: formatFen(open) }),
              }))}
            />
          </Form.Item>
        )}
        <Form.Item name="category" label={t('level.category')}>
          <Select
            allowClear
            options={EXPENSE_CATEGORIES.map((value) => ({ value, label: t(`category.${value}`) }))}
          />
        </Form.Item>
        <Form.Item name="receipt" label={t('form.receipt')}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="note" label={t('form.note')}>
          <Input maxLength={2000} />
        </Form.Item>
        <div className="money-form-end">
          <OverspendNote overspends={overspends} />
          {post.isError && <ProblemNote error={post.error} />}
          <Button type="primary" htmlType="submit" loading={post.isPending} disabled={isBlocked}>
            {t(overspends.length > 0 && !isBlocked ? 'form.postAnyway' : 'form.post')}
          </Button>
        </div>
      </Form>
    </section>
  )
}
