import type { KpiTree, KpiTreeNode } from '@yingce/contracts/kpi-tree/kpi-tree'
import { Button, Popconfirm } from 'antd'
import { useTranslation } from 'react-i18next'
import { formatRatio } from '../../ui/format.ts'
import { quantityText } from '../../ui/quantity-text.ts'
import { StatusTag } from '../../ui/StatusTag.tsx'
import { figureText } from './figure-text.ts'
import { ActualText } from './KpiBox.tsx'
import { KpiFacts } from './KpiFacts.tsx'
import { SidePanel } from '../../ui/Dialog.tsx'

interface KpiDetailsProps {
  planId: string
  tree: KpiTree
  node: KpiTreeNode
  /** null: this person may not. */
  onEdit: (() => void) | null
  onDelete: (() => void) | null
  onClose: () => void
}

function Outlook({ node, currency }: { node: KpiTreeNode; currency: string }) {
  const { t } = useTranslation('kpi')
  const { pacing, forecast } = node
  const show = (value: number | null) => figureText(value, node.metric, currency)
  return (
    <ul className="kpi-lines">
      {pacing !== null && (
        <li>
          {t('pacing.due', { value: show(pacing.ideal), share: formatRatio(pacing.dueShare, 1) })}
          {pacing.difference !== null &&
            ` ${t(pacing.difference < 0 ? 'pacing.behind' : 'pacing.ahead', { value: show(Math.abs(pacing.difference)) })}`}
          {pacing.neededPerDay !== null && ` ${t('pacing.needed', { value: show(pacing.neededPerDay) })}`}
        </li>
      )}
      {forecast !== null && (
        <li>
          {t('forecast.end', {
            expected: show(forecast.expected),
            low: show(forecast.low),
            high: show(forecast.high),
          })}{' '}
          <span className="figure-note">
            {t(`forecast.${forecast.method}`, { count: forecast.usedDays })}
            {forecast.missingDays > 0 && ` ${t('forecast.missing', { count: forecast.missingDays })}`}
          </span>
        </li>
      )}
    </ul>
  )
}

/** A node opened: every target with its reading, the outlook, the children's word, and the facts. */
export function KpiDetails({ planId, tree, node, onEdit, onDelete, onClose }: KpiDetailsProps) {
  const { t } = useTranslation('kpi')
  const { currency } = tree
  const children = tree.nodes.filter(({ parentId }) => parentId === node.id).length
  return (
    <SidePanel
      size={560}
      title={node.name}
      onClose={onClose}
      closable={{ 'aria-label': t('shell:common.close') }}
      extra={
        <span className="plan-actions">
          {onDelete !== null && (
            <Popconfirm
              title={t(children > 0 ? 'deleteWithChildren' : 'deleteOne', {
                name: node.name,
                count: children,
              })}
              okText={t('shell:common.delete')}
              cancelText={t('shell:common.cancel')}
              onConfirm={onDelete}
            >
              <Button>{t('shell:common.delete')}</Button>
            </Popconfirm>
          )}
          {onEdit !== null && (
            <Button type="primary" onClick={onEdit}>
              {t('shell:common.edit')}
            </Button>
          )}
        </span>
      }
    >
      <div className="kpi-details">
        <p className="figure">
          <ActualText node={node} currency={currency} />{' '}
          <small>
            / {node.targetText === null ? t('noTarget') : quantityText(node.targetText, node.name)}
          </small>
        </p>
        <p className="figure-note">
          {node.status !== null && <StatusTag status={node.status} />}{' '}
          {t('asOf', { day: node.asOf ?? tree.through })}
          {node.start !== null && node.end !== null && ` · ${node.start} – ${node.end}`}
          {node.channel !== null && ` · ${node.channel}`}
        </p>
        {node.targets.length > 0 && (
          <ul className="kpi-lines">
            {node.targets.map((target, index) => (
              <li key={index}>
                {target.text} ·{' '}
                {formatRatio(target.attainment === null ? null : Math.min(target.attainment, 2))}{' '}
                <StatusTag status={target.status} />
                {target.isDefaultComparator && <span className="figure-note"> {t('defaultComparator')}</span>}
                {target.problem !== null && (
                  <div className="figure-note">{t(`problem.${target.problem}`)}</div>
                )}
              </li>
            ))}
          </ul>
        )}
        {node.unread.length > 0 && (
          <p className="warn-mark">{t('unread', { text: node.unread.join('; ') })}</p>
        )}
        <Outlook node={node} currency={currency} />
        {node.rollUp !== null && (
          <p>
            {t(`rollUp.${node.rollUp.method}`, {
              share: formatRatio(node.rollUp.attainment),
              value: figureText(node.rollUp.value, node.metric, currency),
              target: figureText(node.rollUp.target, node.metric, currency),
              counted: node.rollUp.counted,
              parts: node.rollUp.parts,
            })}
          </p>
        )}
        {node.benchmark !== null && (
          <p>
            {t('benchmark', { text: quantityText(node.benchmark.text, node.name) })}{' '}
            <span className="figure-note">
              {[node.benchmark.source, node.benchmark.date].filter((part) => part !== null).join(' · ')}
            </span>
          </p>
        )}
        {node.binding === 'facts' && node.metric !== null && <KpiFacts planId={planId} nodeId={node.id} />}
        {node.binding === 'entered' && <p className="figure-note">{t('enteredByHand')}</p>}
      </div>
    </SidePanel>
  )
}
