import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { BlockTools } from './BlockTools.tsx'
import { LayoutBar } from './LayoutBar.tsx'
import { useLayoutDraft } from './use-layout-draft.ts'
import type { BoardLayouts } from './use-layouts.ts'

interface Arranged {
  kind: string
  width: 'full' | 'half'
}

export interface LayoutFrameProps<B extends Arranged> {
  /** Kinds of blocks that can be added, with their names. */
  kinds: readonly { value: B['kind']; label: string }[]
  layout: BoardLayouts<B>
  words: { lead: string; saveShared: string; asShared: string }
  onClose: () => void
  /** What of a block can be chosen beside its width and place. */
  choicesOf?: (block: B, name: string, onChange: (next: B) => void) => ReactNode
  /** The block with the figures as they will stand. */
  viewOf: (block: B) => ReactNode
}

/** A board while it is arranged: what can be done with the whole, and each block with its tools. */
export function LayoutFrame<B extends Arranged>({
  kinds,
  layout,
  words,
  onClose,
  choicesOf,
  viewOf,
}: LayoutFrameProps<B>) {
  const { t } = useTranslation('boards')
  const draft = useLayoutDraft(layout, onClose)
  return (
    <section aria-label={t('edit.title')}>
      <LayoutBar
        kinds={kinds}
        layout={layout}
        draft={draft}
        lead={words.lead}
        saveSharedLabel={words.saveShared}
        asSharedLabel={words.asShared}
        onClose={onClose}
      />
      <div className="board-blocks">
        {draft.draft.map(({ key, block }, place) => {
          const kind = kinds.find(({ value }) => value === block.kind)?.label ?? block.kind
          const name = t('edit.nameOf', { place: place + 1, name: kind })
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
                {choicesOf?.(block, name, (next) => draft.change(key, next))}
              </BlockTools>
              {viewOf(block)}
            </div>
          )
        })}
      </div>
    </section>
  )
}
