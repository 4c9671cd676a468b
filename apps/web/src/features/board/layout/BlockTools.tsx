import { BLOCK_WIDTHS } from '@yingce/domain/board/board-layout'
import { Button, Select } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

export type BlockMove = 'up' | 'down'

type Width = (typeof BLOCK_WIDTHS)[number]

interface BlockToolsProps {
  /** With its place, as "2 每日走势". */
  name: string
  width: Width
  isOnly: boolean
  onWidth: (width: Width) => void
  onMove: (move: BlockMove) => void
  onRemove: () => void
  /** What can be chosen of this kind of block beside its width. */
  children?: ReactNode
}

/** Everything that can be changed of a block, each with the name of the block. */
export function BlockTools({ name, width, isOnly, onWidth, onMove, onRemove, children }: BlockToolsProps) {
  const { t } = useTranslation('boards')
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
        value={width}
        aria-label={label('width')}
        onChange={onWidth}
        options={BLOCK_WIDTHS.map((value) => ({ value, label: t(`edit.widths.${value}`) }))}
      />
      {children}
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
