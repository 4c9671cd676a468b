import {
  listMembers,
  removeMember,
  updateMember,
  type Member,
  type RoleName,
} from '@yingce/contracts/workspace/member'
import { ROLES } from '@yingce/domain/access/roles'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { call } from '../../api/call.ts'
import { useAbility } from '../../api/use-session.ts'
import { formatMoment } from '../../ui/format.ts'
import { PageLoading } from '../../ui/PageLoading.tsx'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { Invitations } from './Invitations.tsx'

function MemberRow({
  member,
  canUpdate,
  canRemove,
}: {
  member: Member
  canUpdate: boolean
  canRemove: boolean
}) {
  const { t } = useTranslation('workspace')
  const client = useQueryClient()
  const { modal } = App.useApp()
  const refresh = () => client.invalidateQueries({ queryKey: ['members'] })
  const change = useMutation({
    mutationFn: (role: RoleName) => call(updateMember, { params: { memberId: member.id }, body: { role } }),
    onSettled: refresh,
  })
  const remove = useMutation({
    mutationFn: () => call(removeMember, { params: { memberId: member.id } }),
    onSettled: refresh,
  })
  const error = change.error ?? remove.error
  const ask = () =>
    void modal.confirm({
      title: t('members.removeTitle', { name: member.name }),
      content: t('members.removeText'),
      okText: t('members.remove'),
      okButtonProps: { danger: true },
      onOk: () => remove.mutate(),
    })
  return (
    <tr>
      <td>
        {member.name}
        {member.isMe && <span className="figure-note"> · {t('members.me')}</span>}
        <div className="figure-note">{member.email}</div>
        {error !== null && <ProblemNote error={error} />}
      </td>
      <td className="nowrap">{formatMoment(member.joinedAt)}</td>
      <td>
        {canUpdate ? (
          <Select
            className="role-select"
            value={member.role}
            aria-label={t('members.roleOf', { name: member.name })}
            loading={change.isPending}
            onChange={(role: RoleName) => change.mutate(role)}
            options={ROLES.map((value) => ({ value, label: t(`shell:role.${value}`) }))}
          />
        ) : (
          t(`shell:role.${member.role}`)
        )}
      </td>
      <td>
        {canRemove && !member.isMe && (
          <Button
            size="small"
            danger
            onClick={ask}
            loading={remove.isPending}
            aria-label={t('members.removeTitle', { name: member.name })}
          >
            {t('members.remove')}
          </Button>
        )}
      </td>
    </tr>
  )
}

/** Everybody in the workspace, and the links that invite more. */
export function MembersPage() {
  const { t } = useTranslation('workspace')
  const canUpdate = useAbility('member.update')
  const canRemove = useAbility('member.remove')
  const canInvite = useAbility('member.invite')
  const members = useQuery({ queryKey: ['members'], queryFn: ({ signal }) => call(listMembers, { signal }) })
  if (members.isPending) return <PageLoading />
  return (
    <div className="page page-narrow">
      <div className="page-head">
        <h1>{t('members.title')}</h1>
      </div>
      {members.isError && <ProblemNote error={members.error} />}
      <div className="card table-scroll" tabIndex={0} role="region" aria-label={t('members.title')}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t('members.name')}</th>
              <th scope="col">{t('members.joined')}</th>
              <th scope="col">{t('members.role')}</th>
              <th scope="col">
                <span className="visually-hidden">{t('members.remove')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {members.data?.items.map((member) => (
              <MemberRow key={member.id} member={member} canUpdate={canUpdate} canRemove={canRemove} />
            ))}
          </tbody>
        </table>
      </div>
      <p className="figure-note role-note">{t('members.roleNote')}</p>
      {canInvite && <Invitations />}
    </div>
  )
}
