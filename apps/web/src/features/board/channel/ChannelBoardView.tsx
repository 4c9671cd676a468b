import type { ToldDoubleCount } from '@yingce/contracts/metrics/calibration'
import type { BoardPeriod, ChannelBoard } from '@yingce/contracts/board/channel-board'
import type { BoardBlock } from '@yingce/domain/board/board-layout'
import { useTranslation } from 'react-i18next'
import { withSourceNames } from '../../metrics/calibration/calibration-text.ts'
import type { BoardSource } from './board-source.ts'
import { BlockView } from './BlockView.tsx'
import { DoubleCountNotes, ToldDoubleCounts } from '../DoubleCountNotes.tsx'
import { SetAsideNotes } from '../SetAsideNotes.tsx'
import '../board.css'
import './channel-board.css'

interface ChannelBoardViewProps {
  board: ChannelBoard
  blocks: readonly BoardBlock[]
  period: BoardPeriod
  source: BoardSource
  /** By a link they come with the board; absent: they are asked for. */
  doubleCounts?: readonly ToldDoubleCount[]
}

/** Facts in other currencies are not on the board. */
export function OtherCurrencies({ board }: { board: ChannelBoard }) {
  const { t } = useTranslation('boards')
  if (board.otherCurrencies.length === 0) return null
  return (
    <p className="figure-note">
      {t('otherCurrencies', { own: board.currency, others: board.otherCurrencies.join(t('comma')) })}
    </p>
  )
}

/** The blocks of a channel board as they are arranged; the same signed in and by a shared link. */
export function ChannelBoardView({ board, blocks, period, source, doubleCounts }: ChannelBoardViewProps) {
  const { t } = useTranslation('boards')
  if (board.channels.length === 0) return <p className="card empty">{t('noFactsInPeriod')}</p>
  return (
    <>
      <OtherCurrencies board={board} />
      <SetAsideNotes items={board.setAside} canCompare={source.planId !== null} />
      {doubleCounts !== undefined && (
        <ToldDoubleCounts items={doubleCounts.map(withSourceNames)} canAnswer={false} />
      )}
      {source.planId !== null && <DoubleCountNotes planId={source.planId} board={board} />}
      <div className="board-blocks">
        {blocks.map((block, index) => (
          <div key={`${index} ${JSON.stringify(block)}`} className={`board-block board-block-${block.width}`}>
            <BlockView block={block} board={board} period={period} source={source} />
          </div>
        ))}
      </div>
    </>
  )
}
