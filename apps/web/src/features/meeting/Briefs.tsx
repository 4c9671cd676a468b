import { confirmBrief, listBriefConfirmations, type MeetingFigures } from '@yingce/contracts/meeting/meeting'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { call } from '../../api/call.ts'
import { useSession } from '../../api/use-session.ts'
import { formatMoment } from '../../ui/format.ts'

interface BriefsProps {
  planId: string
  meetingId: string
  briefs: MeetingFigures['briefs']
}

/** Who takes on what, and who has confirmed it: the outcome of a kick-off. */
export function Briefs({ planId, meetingId, briefs }: BriefsProps) {
  const { t } = useTranslation('meeting')
  const { memberId } = useSession()
  const params = { planId, meetingId }
  const confirmed = useQuery({
    queryKey: ['plan', planId, 'meeting', meetingId, 'confirmations'],
    queryFn: ({ signal }) => call(listBriefConfirmations, { params, signal }),
  })
  const confirm = useMutation({
    mutationFn: () => call(confirmBrief, { params }),
    onSuccess: () => confirmed.refetch(),
  })
  const items = confirmed.data?.items ?? []
  return (
    <section className="card" aria-label={t('briefs')}>
      <div className="card-head">
        <h3>{t('briefs')}</h3>
        {!items.some((item) => item.memberId === memberId) && (
          <Button size="small" loading={confirm.isPending} onClick={() => confirm.mutate()}>
            {t('confirm')}
          </Button>
        )}
      </div>
      <ul className="meeting-lines">
        {briefs.map(({ name, tasks }) => (
          <li key={name}>
            <strong>{name}</strong> <span className="figure-note">{t('count', { count: tasks.length })}</span>
            <div>{tasks.map((task) => task.name).join(t('listMark'))}</div>
          </li>
        ))}
      </ul>
      {items.map(({ memberId: id, name, at }) => (
        <div key={id} className="figure-note">
          <span aria-hidden="true">●</span> {t('confirmedBy', { name, at: formatMoment(at) })}
        </div>
      ))}
    </section>
  )
}
