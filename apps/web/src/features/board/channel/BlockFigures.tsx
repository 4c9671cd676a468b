import {
  BLOCK_PERIODS,
  BOARD_DIMENSIONS,
  type BoardBlock,
  hasDimension,
  hasMetric,
} from '@yingce/domain/board/board-layout'
import { BOARD_METRICS } from '@yingce/domain/board/board-metric'
import { Select } from 'antd'
import { useTranslation } from 'react-i18next'

interface BlockFiguresProps {
  block: BoardBlock
  name: string
  onChange: (block: BoardBlock) => void
}

/** Which figures a block of the channel board shows: metric, dimension and days. */
export function BlockFigures({ block, name, onChange }: BlockFiguresProps) {
  const { t } = useTranslation('boards')
  const label = (what: string) => t('edit.of', { what: t(`edit.${what}`), name })
  return (
    <>
      {hasMetric(block.kind) && (
        <Select
          size="small"
          className="board-select"
          value={block.metric}
          aria-label={label('metric')}
          onChange={(metric) => onChange({ ...block, metric })}
          options={BOARD_METRICS.map((value) => ({ value, label: t(`metric.${value}`) }))}
        />
      )}
      {hasDimension(block.kind) && (
        <Select
          size="small"
          className="board-select"
          value={block.dimension}
          aria-label={label('dimension')}
          onChange={(dimension) => onChange({ ...block, dimension })}
          options={BOARD_DIMENSIONS.map((value) => ({ value, label: t(`by.${value}`) }))}
        />
      )}
      <Select
        size="small"
        className="board-select"
        value={block.period}
        aria-label={label('period')}
        onChange={(period) => onChange({ ...block, period })}
        options={BLOCK_PERIODS.map((value) => ({ value, label: t(`block.period.${value}`) }))}
      />
    </>
  )
}
