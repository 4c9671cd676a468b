import type { KpiTree } from '@yingce/contracts/kpi-tree/kpi-tree'
import { useTranslation } from 'react-i18next'
import { formatRatio } from '../../ui/format.ts'
import { quantityText } from '../../ui/quantity-text.ts'
import { StatusTag } from '../../ui/StatusTag.tsx'
import { ActualText } from './KpiBox.tsx'
import { metricName } from './figure-text.ts'

/** The same as the picture, to be read row by row. */
export function KpiTable({ tree, onChoose }: { tree: KpiTree; onChoose: (id: string) => void }) {
  const { t } = useTranslation('kpi')
  return (
    <div className="table-scroll" role="region" aria-label={t('table')} tabIndex={0}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t('fields:kpi_node.name')}</th>
            <th scope="col">{t('fields:kpi_node.level')}</th>
            <th scope="col">{t('fields:kpi_node.metric')}</th>
            <th scope="col" className="number">
              {t('column.actual')}
            </th>
            <th scope="col" className="number">
              {t('fields:kpi_node.target')}
            </th>
            <th scope="col" className="number">
              {t('column.attainment')}
            </th>
            <th scope="col">{t('column.status')}</th>
          </tr>
        </thead>
        <tbody>
          {tree.nodes.map((node) => (
            <tr key={node.id}>
              <td style={{ paddingLeft: 8 + (node.depth - 1) * 20 }}>
                <button type="button" className="link-button" onClick={() => onChoose(node.id)}>
                  {node.name}
                </button>
              </td>
              <td className="nowrap">{t(`level.${node.level}`)}</td>
              <td className="nowrap">
                {node.metric === null ? t('enteredByHand') : metricName(node.metric)}
              </td>
              <td className="number">
                <ActualText node={node} currency={tree.currency} />
              </td>
              <td className="number">
                {node.targetText === null ? '—' : quantityText(node.targetText, node.name)}
              </td>
              <td className="number">
                {formatRatio(node.attainment === null ? null : Math.min(node.attainment, 2))}
              </td>
              <td className="nowrap">{node.status !== null && <StatusTag status={node.status} />}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
