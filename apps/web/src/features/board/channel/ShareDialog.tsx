import {
  type BoardShare,
  createBoardShare,
  listBoardShares,
  revokeBoardShare,
  SHARE_DAYS,
} from '@yingce/contracts/board/board-share'
import { isInRange } from '@yingce/domain/records/field-range'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Button, Checkbox, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { BoundedNumber } from '../../../ui/BoundedNumber.tsx'
import { call } from '../../../api/call.ts'
import { formatMoment } from '../../../ui/format.ts'
import { ProblemNote } from '../../../ui/ProblemNote.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'

interface NewShareProps {
  planId: string
  onMade: () => void
}

function NewShare({ planId, onMade }: NewShareProps) {
  const { t } = useTranslation('boards')
  const [label, setLabel] = useState('')
  const [days, setDays] = useState(30)
  const [password, setPassword] = useState('')
  const [isMoneyShown, setMoneyShown] = useState(false)
  const make = useMutation({
    mutationFn: () =>
      call(createBoardShare, {
        params: { planId },
        body: { label, days, isMoneyShown, ...(password === '' ? {} : { password }) },
      }),
    onSuccess: () => {
      setLabel('')
      setPassword('')
      onMade()
    },
  })
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault()
        make.mutate()
      }}
    >
      <label className="share-field">
        {t('share.label')}
        <Input value={label} maxLength={120} onChange={(event) => setLabel(event.target.value)} />
      </label>
      <label className="share-field">
        {t('share.days')}
        <BoundedNumber bounds={SHARE_DAYS} value={days} onChange={(value) => setDays(value ?? 30)} />
      </label>
      <label className="share-field">
        {t('share.password')}
        <Input.Password
          autoComplete="new-password"
          value={password}
          minLength={6}
          maxLength={128}
          onChange={(event) => setPassword(event.target.value)}
        />
      </label>
      <Checkbox checked={isMoneyShown} onChange={(event) => setMoneyShown(event.target.checked)}>
        {t('share.money')}
      </Checkbox>
      {make.isError && <ProblemNote error={make.error} />}
      <Button
        type="primary"
        htmlType="submit"
        loading={make.isPending}
        disabled={
          label.trim() === '' || !isInRange(days, SHARE_DAYS) || (password !== '' && password.length < 6)
        }
      >
        {t('share.make')}
      </Button>
      {make.data !== undefined && (
        <label className="share-field">
          {t('share.made')}
          <Input readOnly value={make.data.url} onFocus={(event) => event.target.select()} />
        </label>
      )}
    </form>
  )
}

function ShareRow({ share, onRevoke }: { share: BoardShare; onRevoke: () => void }) {
  const { t } = useTranslation('boards')
  return (
    <li>
      <span className="task-ref">
        <span>{share.label}</span>
        <span className="figure-note">
          {t(`share.state.${share.state}`, { until: formatMoment(share.expiresAt) })} ·{' '}
          {t('share.views', { count: share.viewCount })}
          {share.hasPassword && ` · ${t('share.hasPassword')}`}
          {share.isMoneyShown && ` · ${t('share.hasMoney')}`}
        </span>
      </span>
      {share.state === 'open' && (
        <Button size="small" onClick={onRevoke} aria-label={t('share.revokeOf', { label: share.label })}>
          {t('share.revoke')}
        </Button>
      )}
    </li>
  )
}

/** Read-only links to the board: make one, see how often each was opened, revoke. */
export function ShareDialog({ planId, onClose }: { planId: string; onClose: () => void }) {
  const { t } = useTranslation('boards')
  const shares = useQuery({
    queryKey: ['plan', planId, 'board-shares'],
    queryFn: ({ signal }) => call(listBoardShares, { params: { planId }, signal }),
  })
  const revoke = useMutation({
    mutationFn: (shareId: string) => call(revokeBoardShare, { params: { planId, shareId } }),
    onSuccess: () => shares.refetch(),
  })
  return (
    <Dialog title={t('share.title')} footer={null} onCancel={onClose}>
      <p className="figure-note">{t('share.lead')}</p>
      <NewShare planId={planId} onMade={() => void shares.refetch()} />
      {shares.isError && <ProblemNote error={shares.error} />}
      {revoke.isError && <ProblemNote error={revoke.error} />}
      <ul className="rows" aria-label={t('share.list')}>
        {shares.data?.items.map((share) => (
          <ShareRow key={share.id} share={share} onRevoke={() => revoke.mutate(share.id)} />
        ))}
      </ul>
    </Dialog>
  )
}
