import { useTranslation } from 'react-i18next'

/** Status is a word with a shape and a colour, never a colour alone. */
const LOOKS = {
  met: { tone: 'ok', shape: '●' },
  at_risk: { tone: 'warn', shape: '▲' },
  missed: { tone: 'bad', shape: '■' },
  target_unclear: { tone: 'warn', shape: '?' },
  no_data: { tone: 'plain', shape: '○' },
  not_started: { tone: 'plain', shape: '○' },
  in_progress: { tone: 'accent', shape: '◐' },
  pending_acceptance: { tone: 'warn', shape: '◑' },
  done: { tone: 'ok', shape: '●' },
  cancelled: { tone: 'plain', shape: '×' },
  delayed: { tone: 'bad', shape: '■' },
} as const

export type StatusName = keyof typeof LOOKS

export function StatusTag({ status, days }: { status: StatusName; days?: number }) {
  const { t } = useTranslation('shell')
  const { tone, shape } = LOOKS[status]
  return (
    <span className={`tag tag-${tone}`}>
      <span aria-hidden="true">{shape}</span>{' '}
      {days === undefined ? t(`status.${status}`) : t('status.delayedDays', { count: days })}
    </span>
  )
}
