import { getAssignment, type RuleBody } from '@yingce/contracts/assignment/assignment'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../../api/call.ts'
import { useAbility } from '../../../api/use-session.ts'
import { PageError } from '../../../ui/PageError.tsx'
import { PageLoading } from '../../../ui/PageLoading.tsx'
import { AssignmentPreview } from './AssignmentPreview.tsx'
import { DataTabs } from '../DataTabs.tsx'
import { RuleDialog } from './RuleDialog.tsx'
import { RuleList } from './RuleList.tsx'
import { bodyOfRule, EMPTY_RULE } from './rule-draft.ts'
import { UnassignedCard } from './UnassignedCard.tsx'

/** A rule under the pen: a new one, or the one at a place of the list. */
interface Editing {
  readonly rule: RuleBody
  readonly index: number | null
}

/** Which lines belong to which plan: the bucket of those that belong to none, and the rules. */
export function AssignmentPage() {
  const { t } = useTranslation('data')
  const canRun = useAbility('import.run')
  const [editing, setEditing] = useState<Editing | null>(null)
  const [proposed, setProposed] = useState<RuleBody[] | null>(null)
  const query = useQuery({
    queryKey: ['metric-assignment'],
    queryFn: ({ signal }) => call(getAssignment, { signal }),
    staleTime: 0,
  })
  if (query.isPending) return <PageLoading />
  if (query.isError) return <PageError error={query.error} reset={() => void query.refetch()} />
  const overview = query.data
  const rules = overview.rules.map(bodyOfRule)
  return (
    <div className="page">
      <DataTabs />
      <div className="stack">
        <UnassignedCard
          unassigned={overview.unassigned}
          onRule={canRun ? (rule) => setEditing({ rule, index: null }) : null}
        />
        <section className="card" aria-labelledby="rules-title">
          <div className="card-head">
            <h2 id="rules-title">{t('assign.rules')}</h2>
            {canRun && (
              <Button onClick={() => setEditing({ rule: EMPTY_RULE, index: null })}>{t('assign.new')}</Button>
            )}
          </div>
          <p className="figure-note">{t('assign.order')}</p>
          <RuleList
            rules={overview.rules}
            onEdit={canRun ? (index) => setEditing({ rule: rules[index] ?? EMPTY_RULE, index }) : null}
            onPropose={(order) => setProposed(order.map((index) => rules[index] ?? EMPTY_RULE))}
          />
        </section>
      </div>
      {editing !== null && (
        <RuleDialog
          rule={editing.rule}
          onClose={() => setEditing(null)}
          onDone={(rule) => {
            setProposed(editing.index === null ? [...rules, rule] : rules.with(editing.index, rule))
          }}
        />
      )}
      {proposed !== null && (
        <AssignmentPreview
          version={overview.version}
          rules={proposed}
          onClose={() => setProposed(null)}
          onSaved={() => {
            setProposed(null)
            setEditing(null)
          }}
        />
      )}
    </div>
  )
}
