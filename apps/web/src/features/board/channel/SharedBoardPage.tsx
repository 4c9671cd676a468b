import { openSharedBoard, previewSharedBoard } from '@yingce/contracts/board/board-share'
import type { BoardPeriod } from '@yingce/contracts/board/channel-board'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import { useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../../api/call.ts'
import { currentLocale, setLocale } from '../../../i18n.ts'
import { paths } from '../../../paths.ts'
import { PageLoading } from '../../../ui/PageLoading.tsx'
import { ProblemNote } from '../../../ui/ProblemNote.tsx'
import type { BoardSource } from './board-source.ts'
import { ChannelBoardView } from './ChannelBoardView.tsx'
import { PeriodPicker } from '../period/PeriodPicker.tsx'
import './channel-board.css'

function PasswordForm({ error, onGive }: { error: Error | null; onGive: (password: string) => void }) {
  const { t } = useTranslation('boards')
  const [text, setText] = useState('')
  return (
    <form
      className="card stack shared-gate"
      onSubmit={(event) => {
        event.preventDefault()
        onGive(text)
      }}
    >
      <h1>{t('shared.passwordTitle')}</h1>
      <label className="share-field">
        {t('shared.password')}
        <Input.Password
          autoComplete="off"
          value={text}
          maxLength={128}
          onChange={(event) => setText(event.target.value)}
        />
      </label>
      {error !== null && <ProblemNote error={error} />}
      <Button type="primary" htmlType="submit" disabled={text === ''}>
        {t('shared.see')}
      </Button>
    </form>
  )
}

function SharedBoard({ token, hasPassword }: { token: string; hasPassword: boolean }) {
  const { t } = useTranslation('boards')
  const [period, setPeriod] = useState<BoardPeriod>({})
  const [given, setGiven] = useState<{ password: string; tries: number } | null>(null)
  const board = useQuery({
    queryKey: ['shared-board', token, given?.tries ?? 0, period],
    queryFn: () =>
      call(openSharedBoard, {
        params: { token },
        body: given === null ? period : { ...period, password: given.password },
      }),
    enabled: !hasPassword || given !== null,
    placeholderData: keepPreviousData,
    // Each asking with a password is a try, and each without a period a view.
    staleTime: Infinity,
    refetchOnWindowFocus: false,
    retry: false,
  })
  // One after the other: several tries with a password at once would look like guessing.
  const last = useRef<Promise<unknown>>(Promise.resolve())
  const source = useMemo<BoardSource>(
    () => ({
      key: ['shared-board', token, given?.tries ?? 0],
      load: (question) => {
        const body = given === null ? question : { ...question, password: given.password }
        const loaded = last.current.then(() => call(openSharedBoard, { params: { token }, body }))
        last.current = loaded.catch(() => undefined)
        return loaded
      },
      planId: null,
    }),
    [token, given],
  )
  if (board.data === undefined && hasPassword && !board.isFetching)
    return (
      <PasswordForm
        error={board.error}
        onGive={(password) => setGiven({ password, tries: (given?.tries ?? 0) + 1 })}
      />
    )
  if (board.isError) return <ProblemNote error={board.error} />
  if (board.data === undefined) return <PageLoading />
  return (
    <>
      <div className="page-head">
        <h1>{board.data.planName}</h1>
        <span className="figure-note">{t('shared.readOnly')}</span>
      </div>
      {board.data.data === null ? (
        <p className="card empty">{t('noFactsInPeriod')}</p>
      ) : (
        <>
          <div className="board-bar">
            <PeriodPicker board={board.data} onChange={setPeriod} />
          </div>
          <ChannelBoardView
            board={board.data}
            blocks={board.data.blocks}
            period={period}
            source={source}
            doubleCounts={board.data.doubleCounts}
          />
        </>
      )}
    </>
  )
}

/** What a read-only link shows: one board, for whoever has the link, signed in or not. */
export function SharedBoardPage() {
  const { t } = useTranslation('boards')
  const { token } = useParams({ from: paths.sharedBoard })
  const preview = useQuery({
    queryKey: ['shared-board-preview', token],
    queryFn: ({ signal }) => call(previewSharedBoard, { params: { token }, signal }),
    refetchOnWindowFocus: false,
  })
  const other = currentLocale() === 'en' ? 'zh-CN' : 'en'
  return (
    <main className="page shared-page">
      {preview.isPending && <PageLoading />}
      {preview.isError && (
        <div className="card stack shared-gate">
          <h1>{t('shared.gone')}</h1>
          <p>{t('shared.goneAdvice')}</p>
        </div>
      )}
      {preview.data !== undefined && <SharedBoard token={token} hasPassword={preview.data.hasPassword} />}
      <p className="gate-foot">
        <button type="button" className="link-button" lang={other} onClick={() => void setLocale(other)}>
          {other === 'en' ? 'English' : '中文'}
        </button>
      </p>
    </main>
  )
}
