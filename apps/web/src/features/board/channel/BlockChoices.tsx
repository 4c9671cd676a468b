import type { BoardPeriod } from '@yingce/contracts/board/channel-board'
import { BOARD_DIMENSIONS, type BoardBlock, hasMetric } from '@yingce/domain/board/board-layout'
import type { BoardMetric } from '@yingce/domain/board/board-metric'
import { Button, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { useDownload } from '../../../ui/use-download.ts'
import { boardFile } from '../board-file.ts'
import { savePicture } from '../save-picture.ts'

interface BlockChoicesProps {
  block: BoardBlock
  metrics: readonly BoardMetric[]
  onChange: (change: Partial<BoardBlock>) => void
  /** Null: no picture can be taken. */
  picture: { planId: string; period: BoardPeriod } | null
}

function Picture({ block, planId, period }: { block: BoardBlock; planId: string; period: BoardPeriod }) {
  const { t } = useTranslation('boards')
  const { isBusy, take } = useDownload()
  const name = t('block.picture', { name: t(`block.kind.${block.kind}`) })
  return (
    <Button
      size="small"
      loading={isBusy}
      aria-label={name}
      title={name}
      onClick={() => take(name, boardFile(planId, 'svg', period, block), savePicture)}
    >
      {t('block.pictureShort')}
    </Button>
  )
}

/** What can be chosen at the head of a block: its metric or its dimension, and a picture of it. */
export function BlockChoices({ block, metrics, onChange, picture }: BlockChoicesProps) {
  const { t } = useTranslation('boards')
  return (
    <span className="block-choices">
      {hasMetric(block.kind) ? (
        <Select
          size="small"
          className="board-select"
          value={block.metric}
          onChange={(metric) => onChange({ metric })}
          aria-label={t('block.metricOf', { name: t(`block.kind.${block.kind}`) })}
          options={metrics.map((value) => ({ value, label: t(`metric.${value}`) }))}
        />
      ) : (
        <Select
          size="small"
          className="board-select"
          value={block.dimension}
          onChange={(dimension) => onChange({ dimension })}
          aria-label={t('block.dimensionOf', { name: t(`block.kind.${block.kind}`) })}
          options={BOARD_DIMENSIONS.map((value) => ({ value, label: t(`by.${value}`) }))}
        />
      )}
      {picture !== null && <Picture block={block} {...picture} />}
    </span>
  )
}
