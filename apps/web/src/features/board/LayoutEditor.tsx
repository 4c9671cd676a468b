import type { BoardPeriod, ChannelBoard } from '@yingce/contracts/board/channel-board'
import { BLOCK_KINDS, type BoardBlock } from '@yingce/domain/board/board-layout'
import { useTranslation } from 'react-i18next'
import { BlockFigures } from './BlockFigures.tsx'
import { BlockTools } from './BlockTools.tsx'
import { BlockView } from './BlockView.tsx'
import type { BoardSource } from './board-source.ts'
import { LayoutBar } from './LayoutBar.tsx'
import { useLayoutDraft } from './use-layout-draft.ts'
import type { BoardLayouts } from './use-layouts.ts'

interface LayoutEditorProps {
  board: ChannelBoard
  period: BoardPeriod
  source: BoardSource
  layout: BoardLayouts<BoardBlock>
  onClose: () => void
}

/** The channel board while it is arranged: each block with its tools, the figures as they will stand. */
export function LayoutEditor({ board, period, source, layout, onClose }: LayoutEditorProps) {
  const { t } = useTranslation('boards')
  const draft = useLayoutDraft(layout, onClose)
  return (
    <section aria-label={t('edit.title')}>
      <LayoutBar
        kinds={BLOCK_KINDS.map((value) => ({ value, label: t(`block.kind.${value}`) }))}
        layout={layout}
        draft={draft}
        lead={t('edit.lead')}
        saveSharedLabel={t('edit.saveShared')}
        asSharedLabel={t('edit.asShared')}
        onClose={onClose}
      />
      <div className="board-blocks">
        {draft.draft.map(({ key, block }, place) => {
          const name = t('edit.nameOf', { place: place + 1, name: t(`block.kind.${block.kind}`) })
          return (
            <div key={key} className={`board-block board-block-${block.width}`}>
              <BlockTools
                name={name}
                width={block.width}
                isOnly={draft.draft.length === 1}
                onWidth={(width) => draft.change(key, { ...block, width })}
                onMove={(way) => draft.move(key, way)}
                onRemove={() => draft.remove(key)}
              >
                <BlockFigures block={block} name={name} onChange={(next) => draft.change(key, next)} />
              </BlockTools>
              <BlockView
                key={JSON.stringify(block)}
                block={block}
                board={board}
                period={period}
                source={source}
              />
            </div>
          )
        })}
      </div>
    </section>
  )
}
