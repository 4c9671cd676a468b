import type { BoardPeriod, ChannelBoard } from '@yingce/contracts/board/channel-board'
import { BLOCK_KINDS, type BlockKind, DEFAULT_BLOCKS, MOST_BLOCKS } from '@yingce/domain/board/board-layout'
import { Button, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAbility } from '../../api/use-session.ts'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { type BlockMove, BlockTools } from './BlockTools.tsx'
import { BlockView } from './BlockView.tsx'
import type { BoardSource } from './board-source.ts'
import { areSameBlocks, draftOf, movedBlock, withBlock } from './layout-draft.ts'
import type { useBoardLayout } from './use-board-layout.ts'

interface LayoutEditorProps {
  board: ChannelBoard
  period: BoardPeriod
  source: BoardSource
  layout: ReturnType<typeof useBoardLayout>
  onClose: () => void
}

/** The board while it is arranged: each block with its tools, the figures as they will stand. */
export function LayoutEditor({ board, period, source, layout, onClose }: LayoutEditorProps) {
  const { t } = useTranslation('boards')
  const canShare = useAbility('plan.update')
  const [draft, setDraft] = useState(() => draftOf(layout.blocks))
  const [kind, setKind] = useState<BlockKind>('trend')
  const [moved, setMoved] = useState<number | null>(null)
  const blocks = draft.map(({ block }) => block)
  const save = (isShared: boolean) => {
    // What equals the arrangement behind it is none of its own, so that it follows when that changes.
    const behind = isShared ? DEFAULT_BLOCKS : (layout.shared ?? DEFAULT_BLOCKS)
    layout.save.mutate(
      { isShared, blocks: areSameBlocks(blocks, behind) ? null : blocks },
      { onSuccess: onClose },
    )
  }
  const move = (key: number, way: BlockMove) => {
    const next = movedBlock(draft, key, way === 'up' ? -1 : 1)
    setDraft(next)
    setMoved(next.findIndex((one) => one.key === key))
  }
  return (
    <section aria-label={t('edit.title')}>
      <div className="layout-bar card">
        <span className="inline-form">
          <Select<BlockKind>
            value={kind}
            onChange={setKind}
            className="board-select"
            aria-label={t('edit.addKind')}
            options={BLOCK_KINDS.map((value) => ({ value, label: t(`block.kind.${value}`) }))}
          />
          <Button
            disabled={draft.length >= MOST_BLOCKS}
            onClick={() => {
              const added = DEFAULT_BLOCKS.find((block) => block.kind === kind)
              if (added !== undefined) setDraft(withBlock(draft, added))
            }}
          >
            {t('edit.add')}
          </Button>
          <Button onClick={() => setDraft(draftOf(DEFAULT_BLOCKS))}>{t('edit.reset')}</Button>
          {layout.shared !== null && (
            <Button onClick={() => setDraft(draftOf(layout.shared ?? DEFAULT_BLOCKS))}>
              {t('edit.asShared')}
            </Button>
          )}
        </span>
        <span className="inline-form">
          <Button type="primary" loading={layout.save.isPending} onClick={() => save(false)}>
            {t('edit.saveOwn')}
          </Button>
          {canShare && (
            <Button disabled={layout.save.isPending} onClick={() => save(true)}>
              {t('edit.saveShared')}
            </Button>
          )}
          <Button onClick={onClose}>{t('edit.cancel')}</Button>
        </span>
        <p className="figure-note">{t('edit.lead')}</p>
        {layout.save.isError && <ProblemNote error={layout.save.error} />}
      </div>
      <p className="visually-hidden" role="status">
        {moved !== null && t('edit.movedTo', { place: moved + 1, count: draft.length })}
      </p>
      <div className="board-blocks">
        {draft.map(({ key, block }, place) => (
          <div key={key} className={`board-block board-block-${block.width}`}>
            <BlockTools
              block={block}
              place={place}
              isOnly={draft.length === 1}
              onChange={(changed) =>
                setDraft(draft.map((one) => (one.key === key ? { key, block: changed } : one)))
              }
              onMove={(way) => move(key, way)}
              onRemove={() => setDraft(draft.filter((one) => one.key !== key))}
            />
            <BlockView
              key={JSON.stringify(block)}
              block={block}
              board={board}
              period={period}
              source={source}
            />
          </div>
        ))}
      </div>
    </section>
  )
}
