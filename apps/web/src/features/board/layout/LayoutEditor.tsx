import type { BoardPeriod, ChannelBoard } from '@yingce/contracts/board/channel-board'
import { BLOCK_KINDS, type BoardBlock } from '@yingce/domain/board/board-layout'
import { useTranslation } from 'react-i18next'
import { BlockFigures } from '../channel/BlockFigures.tsx'
import { BlockView } from '../channel/BlockView.tsx'
import type { BoardSource } from '../channel/board-source.ts'
import { LayoutFrame } from './LayoutFrame.tsx'
import type { BoardLayouts } from './use-layouts.ts'

interface LayoutEditorProps {
  board: ChannelBoard
  period: BoardPeriod
  source: BoardSource
  layout: BoardLayouts<BoardBlock>
  onClose: () => void
}

/** The channel board while it is arranged. */
export function LayoutEditor({ board, period, source, layout, onClose }: LayoutEditorProps) {
  const { t } = useTranslation('boards')
  return (
    <LayoutFrame
      kinds={BLOCK_KINDS.map((value) => ({ value, label: t(`block.kind.${value}`) }))}
      layout={layout}
      words={{ lead: t('edit.lead'), saveShared: t('edit.saveShared'), asShared: t('edit.asShared') }}
      onClose={onClose}
      choicesOf={(block, name, onChange) => <BlockFigures block={block} name={name} onChange={onChange} />}
      viewOf={(block) => (
        <BlockView key={JSON.stringify(block)} block={block} board={board} period={period} source={source} />
      )}
    />
  )
}
