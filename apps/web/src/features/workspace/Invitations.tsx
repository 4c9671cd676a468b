import { createInvitation, listInvitations, revokeInvitation } from '@yingce/contracts/workspace/invitation'
import type { RoleName } from '@yingce/contracts/workspace/member'
import { ROLES } from '@yingce/domain/access/roles'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../api/call.ts'
import { useSession } from '../../api/use-session.ts'
import { formatMoment } from '../../ui/format.ts'
import { ProblemNote } from '../../ui/ProblemNote.tsx'

const USES = [1, 5, 20, 100]

/** Links that invite: made here, shown once, revocable. */
export function Invitations() {
  const { t } = useTranslation('workspace')
  const client = useQueryClient()
  const isOwner = useSession().role === 'owner'
  const [role, setRole] = useState<RoleName>('member')
  const [uses, setUses] = useState(1)
  const [isCopied, setCopied] = useState(false)
  const list = useQuery({
    queryKey: ['invitations'],
    queryFn: ({ signal }) => call(listInvitations, { signal }),
  })
  const refresh = () => client.invalidateQueries({ queryKey: ['invitations'] })
  const create = useMutation({
    mutationFn: () => call(createInvitation, { body: { role, uses } }),
    onSuccess: () => {
      setCopied(false)
      void refresh()
    },
  })
  const revoke = useMutation({
    mutationFn: (invitationId: string) => call(revokeInvitation, { params: { invitationId } }),
    onSettled: refresh,
  })
  const url = create.data?.url
  return (
    <section className="card" aria-labelledby="invite-title">
      <div className="card-head">
        <h2 id="invite-title">{t('invite.title')}</h2>
      </div>
      <div className="inline-form">
        <Select
          value={role}
          onChange={setRole}
          aria-label={t('members.role')}
          className="role-select"
          options={ROLES.filter((value) => isOwner || value !== 'owner').map((value) => ({
            value,
            label: t(`shell:role.${value}`),
          }))}
        />
        <Select
          value={uses}
          onChange={setUses}
          aria-label={t('invite.uses')}
          className="role-select"
          options={USES.map((value) => ({ value, label: t('invite.usesCount', { count: value }) }))}
        />
        <Button type="primary" onClick={() => create.mutate()} loading={create.isPending}>
          {t('invite.create')}
        </Button>
      </div>
      {create.isError && <ProblemNote error={create.error} />}
      {url !== undefined && (
        <div className="inline-form" role="status">
          <Input
            readOnly
            value={url}
            aria-label={t('invite.link')}
            onFocus={(event) => event.target.select()}
          />
          <Button onClick={() => void navigator.clipboard.writeText(url).then(() => setCopied(true))}>
            {isCopied ? t('shell:common.copied') : t('shell:common.copy')}
          </Button>
          <span className="figure-note">{t('invite.once')}</span>
        </div>
      )}
      {list.data !== undefined && list.data.items.length > 0 && (
        <div className="table-scroll" tabIndex={0} role="group" aria-labelledby="invite-title">
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{t('members.role')}</th>
                <th scope="col">{t('invite.state')}</th>
                <th scope="col">{t('invite.left')}</th>
                <th scope="col">{t('invite.expires')}</th>
                <th scope="col">
                  <span className="visually-hidden">{t('invite.revoke')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {list.data.items.map((invitation) => (
                <tr key={invitation.id}>
                  <td>{t(`shell:role.${invitation.role}`)}</td>
                  <td>{t(`invite.states.${invitation.state}`)}</td>
                  <td>{invitation.usesLeft}</td>
                  <td className="nowrap">{formatMoment(invitation.expiresAt)}</td>
                  <td>
                    {invitation.state === 'open' && (
                      <Button size="small" onClick={() => revoke.mutate(invitation.id)}>
                        {t('invite.revoke')}
                      </Button>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}
