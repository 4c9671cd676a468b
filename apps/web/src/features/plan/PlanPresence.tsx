import { useTranslation } from 'react-i18next'
import { usePresence } from '../../api/use-presence.ts'

/** Who else is in the plan right now. */
export function PlanPresence({ planId }: { planId: string }) {
  const { t, i18n } = useTranslation('plan')
  const names = [...new Set(usePresence(planId).map((person) => person.name))]
  if (names.length === 0) return null
  const list = new Intl.ListFormat(i18n.language, { type: 'conjunction' }).format(names.slice(0, 3))
  return (
    <span className="figure-note" role="status">
      {t(names.length > 3 ? 'presenceMore' : 'presence', { list, count: names.length })}
    </span>
  )
}
