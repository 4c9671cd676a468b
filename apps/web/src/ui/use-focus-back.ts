import { useEffect, useState } from 'react'

/**
 * Gives the keyboard back to what had it when this opened.
 *
 * A dialog here is mounted when it opens and leaves the page when it closes, so the kit, which
 * gives focus back to the opener only while the dialog stays mounted, leaves the keyboard at the
 * top of the page. What has gone meanwhile (the row of a deleted record, the item of a menu)
 * is not looked for, and a page that has put the focus somewhere by itself keeps it there.
 */
export function useFocusBack(): void {
  const [opener] = useState(() => document.activeElement)
  useEffect(
    () => () => {
      const now = document.activeElement
      const isLost = now === null || now === document.body || !now.isConnected
      if (isLost && opener instanceof HTMLElement && opener.isConnected) opener.focus()
    },
    [opener],
  )
}
