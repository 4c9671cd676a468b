import { OWN_COUNTS, OWN_LEVELS } from '@yingce/domain/metrics/own-metric'
import type { Entity } from '@yingce/domain/records/entities'
import { useTranslation } from 'react-i18next'
import { RiskActions } from '../alerting/RiskActions.tsx'
import { TakeFiguresButton } from '../board/channel/TakeFigures.tsx'
import { usePlan } from '../plan/use-plan.ts'
import { RecordGrid } from './RecordGrid.tsx'
import { useAdjustmentColumns } from './use-adjustment-columns.ts'
import { useOwnMetricColumns } from './use-own-metric-columns.ts'
import { useGridAddress } from './use-grid-address.ts'
import './record.css'

/** Which fields a page shows of each entity, in the order of the teams' sheets. */
const FIELDS: Partial<Record<Entity, readonly string[]>> = {
  target: ['dimension', 'indicator', 'target', 'actual', 'baseline', 'path', 'owner', 'startDate', 'endDate'],
  allocation: ['strategy', 'budget', 'people', 'channel', 'startDate', 'endDate', 'expected'],
  budget_line: [
    'name',
    'category',
    'share',
    'budget',
    'spent',
    'owner',
    'approval',
    'isReserve',
    'isHardLimit',
    'remark',
  ],
  channel_effect: [
    'channel',
    'content',
    'impressions',
    'clicks',
    'conversions',
    'cost',
    'revenue',
    'statedCtr',
    'statedCvr',
    'statedCpa',
    'statedReturn',
    'statedStatus',
    'advice',
  ],
  metric_fact: [
    'day',
    'channel',
    'content',
    'impressions',
    'clicks',
    'conversions',
    'cost',
    'revenue',
    'reach',
    'reads',
    'views',
    'likes',
    'comments',
    'shares',
    'saves',
    'leads',
    'storeVisits',
    'orders',
    'newCustomers',
    'followers',
    'visitors',
    'buyers',
    'activeUsers',
    'cohortUsers',
    'retainedUsers',
    'repurchasingUsers',
    'couponsIssued',
    'couponsRedeemed',
    'ugcItems',
    'mentionsOwn',
    'mentionsCategory',
    'complaints',
    'searchIndex',
    ...OWN_COUNTS,
    ...OWN_LEVELS,
  ],
  risk: ['name', 'category', 'likelihood', 'impact', 'trigger', 'response', 'owner', 'resources', 'state'],
  execution_step: [
    'startDate',
    'endDate',
    'name',
    'steps',
    'owner',
    'plannedFinish',
    'actualFinish',
    'status',
    'statusNote',
    'coordination',
    'feedback',
  ],
  effect_review: [
    'strategy',
    'target',
    'actual',
    'statedAttainment',
    'gap',
    'improvement',
    'owner',
    'reviewDate',
  ],
  effect_evaluation: [
    'metric',
    'target',
    'actual',
    'statedAttainment',
    'channelReturn',
    'analysis',
    'advice',
  ],
  issue: [
    'name',
    'severity',
    'state',
    'owner',
    'foundOn',
    'solution',
    'solutionOwner',
    'dueDate',
    'resolvedOn',
    'metric',
    'channel',
  ],
  adjustment: ['name', 'reason', 'changedOn', 'owner', 'metric', 'channel', 'expected', 'remark'],
  competitor_event: ['startDate', 'endDate', 'competitor', 'move', 'name', 'channel', 'source', 'remark'],
  phase: ['name', 'goal', 'startDate', 'endDate', 'weight'],
}

/** One sheet of the plan with its heading, filling the height that it is given. */
export function RecordSection({ entity }: { entity: Entity }) {
  const { t } = useTranslation('record')
  const plan = usePlan()
  const address = useGridAddress()
  const ofAdjustments = useAdjustmentColumns(plan.id, entity)
  const ofOwnMetrics = useOwnMetricColumns(entity)
  const refine = ofAdjustments ?? ofOwnMetrics
  return (
    <section className="record-section" aria-label={t(`sheet.${entity}`)}>
      <RecordGrid
        planId={plan.id}
        entity={entity}
        fields={FIELDS[entity] ?? []}
        label={t(`sheet.${entity}`)}
        view={address.view}
        onViewChange={address.setView}
        openRecord={address.record}
        onOpenRecord={address.openRecord}
        period={{ start: plan.periodStart, end: plan.periodEnd }}
        {...(refine === undefined ? {} : { refine })}
        toolbar={entity === 'channel_effect' && <TakeFiguresButton planId={plan.id} />}
        {...(entity === 'risk'
          ? { actionsOf: (risk) => <RiskActions key={risk.id} plan={plan} risk={risk} /> }
          : {})}
        empty={t(`empty.${entity}`)}
      />
    </section>
  )
}
