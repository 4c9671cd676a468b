import { BOUND_FIELDS, type BoundEntity } from '@yingce/domain/assignment/bound-field'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AnyRecord } from '../store/local-edit.ts'
import { useRecordRights } from '../use-record-rights.ts'
import { BindDialog } from './BindDialog.tsx'

/** The field that a record goes by. */
const NAME_FIELDS = { task: 'name', target: 'indicator', effect_review: 'strategy' } as const

interface BindButtonProps {
  planId: string
  entity: BoundEntity
  records: readonly AnyRecord[]
}

const text = (value: unknown) => (typeof value === 'string' ? value : null)

/** Opens the bindings of a sheet; not there for people who may not type the value either. */
export function BindButton({ planId, entity, records }: BindButtonProps) {
  const { t } = useTranslation('binding')
  const rights = useRecordRights(entity)
  const [isOpen, setOpen] = useState(false)
  if (rights.lockOf(BOUND_FIELDS[entity]) !== null) return null
  return (
    <>
      <button type="button" className="link-button" onClick={() => setOpen(true)}>
        {t('button')}
      </button>
      {isOpen && (
        <BindDialog
          planId={planId}
          entity={entity}
          records={records.map(({ id, values }) => ({
            id,
            name: text(values[NAME_FIELDS[entity]]) ?? '',
            strategy: text(values['strategy']),
          }))}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  )
}
