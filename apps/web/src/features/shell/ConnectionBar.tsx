import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useIsLive } from '../../api/use-live.ts'

/** How long a cut line goes unmentioned: a reconnect usually takes less. */
const PATIENCE_MS = 3000

/** Quiet bar while the live stream is down; what is typed meanwhile is kept by the pages. */
export function ConnectionBar() {
  const { t } = useTranslation('shell')
  const isLive = useIsLive()
  const [isShown, setShown] = useState(false)
  useEffect(() => {
    if (isLive) {
      setShown(false)
      return
    }
    const timer = setTimeout(() => setShown(true), PATIENCE_MS)
    return () => clearTimeout(timer)
  }, [isLive])
  return <div role="status">{isShown && <div className="connection-bar">{t('reconnecting')}</div>}</div>
}
