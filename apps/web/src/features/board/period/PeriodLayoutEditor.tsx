import type { PeriodBoard } from '@yingce/contracts/board/period-board'
import { PERIOD_BLOCK_KINDS, type PeriodBlock } from '@yingce/domain/board/period-layout'
import { useTranslation } from 'react-i18next'
import { LayoutFrame } from '../layout/LayoutFrame.tsx'
import { PeriodBlockView } from './PeriodBlockView.tsx'
import type { BoardLayouts } from '../layout/use-layouts.ts'

interface PeriodLayoutEditorProps {
  board: PeriodBoard
  layout: BoardLayouts<PeriodBlock>
  onClose: () => void
}

/** The board over all plans while it is arranged. */
export function PeriodLayoutEditor({ board, layout, onClose }: PeriodLayoutEditorProps) {
  const { t } = useTranslation('boards')
  return (
    <LayoutFrame
      kinds={PERIOD_BLOCK_KINDS.map((value) => ({ value, label: t(`span.block.${value}`) }))}
      layout={layout}
      words={{ lead: t('span.editLead'), saveShared: t('span.saveShared'), asShared: t('span.asShared') }}
      onClose={onClose}
      viewOf={(block) => <PeriodBlockView block={block} board={board} />}
    />
  )
}
