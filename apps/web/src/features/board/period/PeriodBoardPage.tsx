import type { PeriodBoard } from '@yingce/contracts/board/period-board'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { paths } from '../../../paths.ts'
import { PageLoading } from '../../../ui/PageLoading.tsx'
import { ProblemNote } from '../../../ui/ProblemNote.tsx'
import { PeriodBlockView } from './PeriodBlockView.tsx'
import { PeriodLayoutEditor } from './PeriodLayoutEditor.tsx'
import { DoubleCountNotes } from '../DoubleCountNotes.tsx'
import { SetAsideNotes } from '../SetAsideNotes.tsx'
import { SpanBar } from './SpanBar.tsx'
import { usePeriodLayout } from '../layout/use-board-layout.ts'
import { type AskedPeriod, usePeriodBoard } from './use-period-board.ts'
import '../board.css'
import '../channel/channel-board.css'

/** Blocks without anything in them are not shown, but can be arranged. */
function hasContent(kind: string, board: PeriodBoard): boolean {
  return kind !== 'targets' || board.targets.length > 0
}

/** A quarter or a year over all plans: totals, targets, plans and channels against the one before, as they are arranged. */
export function PeriodBoardPage() {
  const { t } = useTranslation('boards')
  const search = useSearch({ from: '/signed-in/boards' })
  const navigate = useNavigate()
  const board = usePeriodBoard(search)
  const layout = usePeriodLayout()
  const [isArranging, setArranging] = useState(false)
  if (board.isPending || layout.layouts.isPending) return <PageLoading />
  const change = (next: AskedPeriod) => void navigate({ to: paths.boards, search: next })
  return (
    <div className="page">
      <div className="page-head">
        <h1>{t('span.title')}</h1>
      </div>
      {board.isError && <ProblemNote error={board.error} />}
      {layout.layouts.isError && <ProblemNote error={layout.layouts.error} />}
      {board.data !== undefined && (
        <>
          <SpanBar
            board={board.data}
            onChange={change}
            onArrange={isArranging ? null : () => setArranging(true)}
          />
          <SetAsideNotes items={board.data.setAside} canCompare />
          <DoubleCountNotes board={board.data} />
          {isArranging ? (
            <PeriodLayoutEditor board={board.data} layout={layout} onClose={() => setArranging(false)} />
          ) : board.data.plans.length === 0 ? (
            <p className="card empty">{t('span.empty')}</p>
          ) : (
            <div className="board-blocks">
              {layout.blocks
                .filter(({ kind }) => hasContent(kind, board.data))
                .map((block, index) => (
                  <div key={`${index} ${block.kind}`} className={`board-block board-block-${block.width}`}>
                    <PeriodBlockView block={block} board={board.data} />
                  </div>
                ))}
            </div>
          )}
        </>
      )}
    </div>
  )
}
