import type { ReactNode } from 'react'
import { useGrid, useTopics } from './grid-context.ts'

/** What just happened: said to screen readers always, shown when it asks for attention. */
export function GridNotice(): ReactNode {
  const { store, focus } = useGrid()
  useTopics(store, 'notice')
  const { notice, labels } = store
  return (
    <>
      <div className="yg-said" aria-live="polite">
        {notice.text}
      </div>
      {notice.isShown ? (
        <div className="yg-notice">
          <span>{notice.text}</span>
          {notice.action === undefined ? null : (
            <button
              type="button"
              className="yg-button"
              onClick={() => {
                notice.action?.run()
                store.announce('')
                focus()
              }}
            >
              {notice.action.label}
            </button>
          )}
          <button
            type="button"
            className="yg-button yg-quiet"
            aria-label={labels.close}
            onClick={() => {
              store.announce('')
              focus()
            }}
          >
            ×
          </button>
        </div>
      ) : null}
    </>
  )
}
