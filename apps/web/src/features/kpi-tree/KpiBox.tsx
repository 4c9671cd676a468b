import type { KpiTreeNode } from '@yingce/contracts/kpi-tree/kpi-tree'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { quantityText } from '../../ui/quantity-text.ts'
import { formatRatio } from '../../ui/format.ts'
import { StatusTag } from '../../ui/StatusTag.tsx'
import { figureText } from './figure-text.ts'

interface KpiFaceProps {
  node: KpiTreeNode
  currency: string
}

/** The node's value, or in its place why there is none. */
export function ActualText({ node, currency }: KpiFaceProps) {
  const { t } = useTranslation('kpi')
  if (node.actualText !== null) return quantityText(node.actualText, node.name)
  const rolledUp = node.targetText === null ? (node.rollUp?.value ?? null) : null
  if (node.actual === null && rolledUp !== null) return figureText(rolledUp, node.metric, currency)
  if (node.reason === 'not_additive') return t('reason.not_additive')
  return figureText(node.actual, node.metric, currency)
}

/** Filled up to the attainment; the tick is where we should be today. */
function Meter({ node }: { node: KpiTreeNode }) {
  const filled = node.attainment ?? node.rollUp?.attainment ?? null
  const due = node.pacing?.dueShare ?? null
  return (
    <span className="meter kpi-meter" aria-hidden="true">
      <b style={{ width: `${Math.max(0, Math.min(filled ?? 0, 1)) * 100}%` }} />
      {due !== null && <i style={{ left: `calc(${Math.min(due, 1) * 100}% - 1px)` }} />}
    </span>
  )
}

/** A value without an attainment has no target, or none that can be reckoned with; no value has its own reason. */
function whyNoAttainment(node: KpiTreeNode, t: TFunction<'kpi'>): string {
  if (node.reason !== null || node.actual === null) return t(`reason.${node.reason ?? 'no_data'}`)
  return t(node.targetText === null ? 'noTarget' : 'noAttainment')
}

/** What a box of the tree shows: metric, actual beside target, how far, status. */
export function KpiBox({ node, currency }: KpiFaceProps) {
  const { t } = useTranslation('kpi')
  const attainment = node.attainment ?? node.rollUp?.attainment ?? null
  return (
    <>
      <span className="kpi-box-head">
        <span className="kpi-level">{t(`level.${node.level}`)}</span>
        {node.channel !== null && <span className="kpi-channel">{node.channel}</span>}
        <span className="spacer" />
        {node.status !== null && <StatusTag status={node.status} />}
      </span>
      <span className="kpi-name" title={node.name}>
        {node.name}
      </span>
      {node.costBase !== null && <span className="figure-note">{t(`shell:costBase.${node.costBase}`)}</span>}
      <span className="kpi-figures">
        <strong>
          <ActualText node={node} currency={currency} />
        </strong>
        <span className="kpi-target">
          {node.targetText === null ? t('noTarget') : quantityText(node.targetText, node.name)}
        </span>
      </span>
      <Meter node={node} />
      <span className="kpi-foot">
        {attainment === null
          ? whyNoAttainment(node, t)
          : t(node.attainment === null ? 'rolledUp' : 'attained', {
              share: formatRatio(Math.min(attainment, 2), 1),
            })}
        {node.pacing !== null && ` · ${t('dueToday', { share: formatRatio(node.pacing.dueShare, 1) })}`}
      </span>
    </>
  )
}
