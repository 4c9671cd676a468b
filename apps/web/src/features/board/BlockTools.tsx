import {
  BLOCK_PERIODS,
  BLOCK_WIDTHS,
  BOARD_DIMENSIONS,
  type BoardBlock,
  hasDimension,
  hasMetric,
} from '@yingce/domain/board/board-layout'
import { BOARD_METRICS } from '@yingce/domain/board/board-metric'
import { Button, Select } from 'antd'
import { useTranslation } from 'react-i18next'

export type BlockMove = 'up' | 'down'

interface BlockToolsProps {
  block: BoardBlock
  place: number
  isOnly: boolean
  onChange: (block: BoardBlock) => void
  onMove: (move: BlockMove) => void
  onRemove: () => void
}

/** Everything that can be changed of a block, each with the name of the block. */
export function BlockTools({ block, place, isOnly, onChange, onMove, onRemove }: BlockToolsProps) {
  const { t } = useTranslation('boards')
  const name = t('edit.nameOf', { place: place + 1, name: t(`block.kind.${block.kind}`) })
  const label = (what: string) => t('edit.of', { what: t(`edit.${what}`), name })
  // Never disabled, also at an end: a button that goes grey under the fingers loses the focus.
  const mover = (move: BlockMove) => (
    <Button size="small" aria-label={label(move)} onClick={() => onMove(move)}>
      {t(`edit.${move}`)}
    </Button>
  )
  return (
    <div className="block-tools" role="group" aria-label={name}>
      <strong>{name}</strong>
      <Select
        size="small"
        value={block.width}
        aria-label={label('width')}
        onChange={(width) => onChange({ ...block, width })}
        options={BLOCK_WIDTHS.map((value) => ({ value, label: t(`edit.widths.${value}`) }))}
      />
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
      <span className="block-moves">
        {mover('up')}
        {mover('down')}
        <Button size="small" disabled={isOnly} aria-label={label('remove')} onClick={onRemove}>
          {t('edit.remove')}
        </Button>
      </span>
    </div>
  )
}
