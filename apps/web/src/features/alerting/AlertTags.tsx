import type { AlertView } from '@yingce/contracts/alerting/alert'
import { useTranslation } from 'react-i18next'

const SEVERITY = {
  info: { tone: 'accent', shape: '●' },
  warning: { tone: 'warn', shape: '▲' },
  critical: { tone: 'bad', shape: '■' },
} as const
const STATE = {
  open: { tone: 'bad', shape: '○' },
  acknowledged: { tone: 'warn', shape: '◔' },
  acting: { tone: 'accent', shape: '◐' },
  resolved: { tone: 'ok', shape: '●' },
} as const

export function SeverityTag({ severity }: { severity: AlertView['severity'] }) {
  const { t } = useTranslation('alert')
  const { tone, shape } = SEVERITY[severity]
  return (
    <span className={`tag tag-${tone}`}>
      <span aria-hidden="true">{shape}</span> {t(`severity.${severity}`)}
    </span>
  )
}

export function AlertState({ state }: { state: AlertView['state'] }) {
  const { t } = useTranslation('alert')
  const { tone, shape } = STATE[state]
  return (
    <span className={`tag tag-${tone}`}>
      <span aria-hidden="true">{shape}</span> {t(`state.${state}`)}
    </span>
  )
}
