import { MOST_BLOCKS } from '@yingce/domain/board/board-layout'
import { Button, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAbility } from '../../../api/use-session.ts'
import { ProblemNote } from '../../../ui/ProblemNote.tsx'
import type { useLayoutDraft } from './use-layout-draft.ts'
import type { BoardLayouts } from './use-layouts.ts'

interface LayoutBarProps<B extends { kind: string }> {
  kinds: readonly { value: B['kind']; label: string }[]
  layout: BoardLayouts<B>
  draft: ReturnType<typeof useLayoutDraft<B>>
  lead: string
  saveSharedLabel: string
  asSharedLabel: string
  onClose: () => void
}

/** What can be done with an arrangement as a whole: add a block, go back, save it for oneself or for everybody. */
export function LayoutBar<B extends { kind: string }>({
  kinds,
  layout,
  draft,
  lead,
  saveSharedLabel,
  asSharedLabel,
  onClose,
}: LayoutBarProps<B>) {
  const { t } = useTranslation('boards')
  const canShare = useAbility('plan.update')
  const [kind, setKind] = useState<B['kind'] | undefined>(kinds[0]?.value)
  const { shared, fallback, save } = layout
  return (
    <>
      <div className="layout-bar card">
        <span className="inline-form">
          <Select<B['kind']>
            value={kind ?? null}
            onChange={setKind}
            className="board-select"
            aria-label={t('edit.addKind')}
            options={[...kinds]}
          />
          <Button
            disabled={draft.draft.length >= MOST_BLOCKS}
            onClick={() => {
              const added = fallback.find((block) => block.kind === kind)
              if (added !== undefined) draft.add(added)
            }}
          >
            {t('edit.add')}
          </Button>
          <Button onClick={() => draft.reset(fallback)}>{t('edit.reset')}</Button>
          {shared !== null && <Button onClick={() => draft.reset(shared)}>{asSharedLabel}</Button>}
        </span>
        <span className="inline-form">
          <Button type="primary" loading={save.isPending} onClick={() => draft.save(false)}>
            {t('edit.saveOwn')}
          </Button>
          {canShare && (
            <Button disabled={save.isPending} onClick={() => draft.save(true)}>
              {saveSharedLabel}
            </Button>
          )}
          <Button onClick={onClose}>{t('edit.cancel')}</Button>
        </span>
        <p className="figure-note">{lead}</p>
        {draft.isStale ? (
          <div className="problem-note" role="alert">
            <strong>{t('edit.stale')}</strong> {t('edit.staleAdvice')}{' '}
            <Button size="small" onClick={() => void draft.reload()}>
              {t('edit.reload')}
            </Button>
          </div>
        ) : (
          save.isError && <ProblemNote error={save.error} />
        )}
      </div>
      <p className="visually-hidden" role="status">
        {draft.moved !== null && t('edit.movedTo', { place: draft.moved + 1, count: draft.draft.length })}
      </p>
    </>
  )
}
