import type { ImportView } from '@yingce/contracts/import/import'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAbility } from '../../api/use-session.ts'
import { ImportSteps } from './ImportSteps.tsx'
import { UndoDialog } from './UndoDialog.tsx'

/** Step 3: what came in, where it is, and the way back. */
export function ImportResult({ view }: { view: ImportView }) {
  const { t } = useTranslation('import')
  const [isUndoing, setUndoing] = useState(false)
  const canUndo = useAbility('import.undo')
  const isUndone = view.state === 'undone'
  return (
    <div className="page page-narrow">
      <ImportSteps step={3} />
      <div className="page-head">
        <h1>{t(isUndone ? 'result.undone' : 'result.done', { name: view.fileName })}</h1>
      </div>
      <div className="card stack">
        <ul className="result-list">
          {Object.entries(view.created)
            .filter(([, count]) => count > 0)
            .map(([entity, count]) => (
              <li key={entity}>
                {t(`entity.${entity}`)} <strong>{count}</strong>
              </li>
            ))}
        </ul>
        <div className="inline-form">
          {!isUndone && view.planId !== null && (
            <Link to="/plans/$planId/board" params={{ planId: view.planId }}>
              <Button type="primary">{t('result.open')}</Button>
            </Link>
          )}
          {!isUndone && canUndo && <Button onClick={() => setUndoing(true)}>{t('result.undo')}</Button>}
        </div>
      </div>
      {isUndoing && <UndoDialog importId={view.id} onClose={() => setUndoing(false)} />}
    </div>
  )
}
