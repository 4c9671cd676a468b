import { type BoardPeriod, type ChannelBoard, getChannelBoard } from '@yingce/contracts/board/channel-board'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../../api/call.ts'
import { useAbility } from '../../../api/use-session.ts'
import { paths } from '../../../paths.ts'
import { PageLoading } from '../../../ui/PageLoading.tsx'
import { ProblemNote } from '../../../ui/ProblemNote.tsx'
import { boardFile } from '../board-file.ts'
import { BoardExport } from '../BoardExport.tsx'
import type { BoardSource } from './board-source.ts'
import { ChannelBoardView } from './ChannelBoardView.tsx'
import { enterFullScreen } from '../full-screen.ts'
import { LayoutEditor } from '../layout/LayoutEditor.tsx'
import { PeriodPicker } from '../period/PeriodPicker.tsx'
import { ShareDialog } from './ShareDialog.tsx'
import { useBoardLayout } from '../layout/use-board-layout.ts'
import './channel-board.css'

function NoFacts({ board, planId }: { board: ChannelBoard; planId: string }) {
  const { t } = useTranslation('boards')
  return (
    <div className="card empty">
      <span>{t(board.hasEffectTable ? 'onlyEffectTable' : 'noFacts')}</span>
      <Link to={paths.newImport} search={{ planId }}>
        {t('importFacts')}
      </Link>
    </div>
  )
}

/** The channel board of a plan with its period, its arrangement, its files and its read-only links. */
export function ChannelBoardPanel({ planId }: { planId: string }) {
  const { t } = useTranslation('boards')
  const canShare = useAbility('plan.update')
  const [period, setPeriod] = useState<BoardPeriod>({})
  const canExport = useAbility('export.run')
  const [isSharing, setSharing] = useState(false)
  const [isArranging, setArranging] = useState(false)
  const layout = useBoardLayout(planId)
  const source = useMemo<BoardSource>(
    () => ({
      key: ['plan', planId, 'channel-board'],
      load: (question, signal) => call(getChannelBoard, { params: { planId }, query: question, signal }),
      planId,
    }),
    [planId],
  )
  const board = useQuery({
    queryKey: ['plan', planId, 'channel-board', period],
    queryFn: ({ signal }) => call(getChannelBoard, { params: { planId }, query: period, signal }),
    placeholderData: keepPreviousData,
  })
  if (board.isPending || layout.layouts.isPending) return <PageLoading />
  if (board.isError)
    return (
      <div className="page">
        <ProblemNote error={board.error} />
      </div>
    )
  return (
    <div className="page">
      {board.data.data === null ? (
        <NoFacts board={board.data} planId={planId} />
      ) : (
        <>
          <div className="board-bar">
            <PeriodPicker board={board.data} onChange={setPeriod} />
            {!isArranging && (
              <div className="board-actions">
                <Button onClick={() => setArranging(true)}>{t('edit.open')}</Button>
                <Link to={paths.tvPlan} params={{ planId }} onClick={enterFullScreen}>
                  <Button tabIndex={-1}>{t('tv.open')}</Button>
                </Link>
                {canExport && <BoardExport fileOf={(format) => boardFile(planId, format, period)} />}
                {canShare && <Button onClick={() => setSharing(true)}>{t('share.open')}</Button>}
              </div>
            )}
          </div>
          {layout.layouts.isError && <ProblemNote error={layout.layouts.error} />}
          {isArranging ? (
            <LayoutEditor
              board={board.data}
              period={period}
              source={source}
              layout={layout}
              onClose={() => setArranging(false)}
            />
          ) : (
            <ChannelBoardView board={board.data} blocks={layout.blocks} period={period} source={source} />
          )}
        </>
      )}
      {isSharing && <ShareDialog planId={planId} onClose={() => setSharing(false)} />}
    </div>
  )
}
