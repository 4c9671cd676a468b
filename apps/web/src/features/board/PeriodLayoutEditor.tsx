import type { PeriodBoard } from '@yingce/contracts/board/period-board'
import { PERIOD_BLOCK_KINDS, type PeriodBlock } from '@yingce/domain/board/period-layout'
import { useTranslation } from 'react-i18next'
import { BlockTools } from './BlockTools.tsx'
import { LayoutBar } from './LayoutBar.tsx'
import { PeriodBlockView } from './PeriodBlockView.tsx'
import { useLayoutDraft } from './use-layout-draft.ts'
import type { BoardLayouts } from './use-layouts.ts'

interface PeriodLayoutEditorProps {
  board: PeriodBoard
  layout: BoardLayouts<PeriodBlock>
  onClose: () => void
}

/** The board over all plans while it is arranged: each block with its tools, the figures as they will stand. */
export function PeriodLayoutEditor({ board, layout, onClose }: PeriodLayoutEditorProps) {
  const { t } = useTranslation('boards')
  const draft = useLayoutDraft(layout, onClose)
  return (
    <section aria-label={t('edit.title')}>
      <LayoutBar
        kinds={PERIOD_BLOCK_KINDS.map((value) => ({ value, label: t(`span.block.${value}`) }))}
        layout={layout}
        draft={draft}
        lead={t('span.editLead')}
        saveSharedLabel={t('span.saveShared')}
        asSharedLabel={t('span.asShared')}
        onClose={onClose}
      />
      <div className="board-blocks">
        {draft.draft.map(({ key, block }, place) => (
          <div key={key} className={`board-block board-block-${block.width}`}>
            <BlockTools
              name={t('edit.nameOf', { place: place + 1, name: t(`span.block.${block.kind}`) })}
              width={block.width}
              isOnly={draft.draft.length === 1}
              onWidth={(width) => draft.change(key, { ...block, width })}
              onMove={(way) => draft.move(key, way)}
              onRemove={() => draft.remove(key)}
            />
            <PeriodBlockView block={block} board={board} />
          </div>
        ))}
      </div>
    </section>
  )
}
