import type { EditConflict } from '@yingce/contracts/error'
import type { Entity } from '@yingce/domain/records/entities'
import { Radio } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatMoment } from '../../ui/format.ts'
import { valueText } from './value-text.ts'
import { Dialog } from '../../ui/Dialog.tsx'

interface ConflictDialogProps {
  entity: Entity
  conflict: EditConflict | null
  name: string
  onSettle: (choices: Record<string, 'current' | 'mine'>) => void
  onLater: () => void
}

/** Two people changed the same field: the second one sees both values and chooses. */
export function ConflictDialog({ entity, conflict, name, onSettle, onLater }: ConflictDialogProps) {
  const { t } = useTranslation('record')
  const [choices, setChoices] = useState<Record<string, 'current' | 'mine'>>({})
  if (conflict === null) return null
  return (
    <Dialog
      title={t('conflict.title', { name })}
      okText={t('conflict.ok')}
      cancelText={t('conflict.later')}
      onCancel={onLater}
      onOk={() =>
        onSettle(Object.fromEntries(conflict.fields.map(({ field }) => [field, choices[field] ?? 'current'])))
      }
    >
      <p>
        {t('conflict.text', {
          by: conflict.by ?? t('conflict.someone'),
          at: conflict.at === null ? '' : formatMoment(conflict.at),
        })}
      </p>
      {conflict.fields.map(({ field, base, current, yours }) => (
        <fieldset key={field} className="conflict-field">
          <legend>
            {t(`fields:${entity}.${field}`, { defaultValue: field })}{' '}
            <span className="figure-note">
              {t('conflict.base', { value: valueText(entity, field, base) })}
            </span>
          </legend>
          <Radio.Group
            value={choices[field] ?? 'current'}
            onChange={(event) =>
              setChoices({ ...choices, [field]: event.target.value as 'current' | 'mine' })
            }
          >
            <Radio value="current">
              {t('conflict.current', { value: valueText(entity, field, current) })}
            </Radio>
            <Radio value="mine">{t('conflict.mine', { value: valueText(entity, field, yours) })}</Radio>
          </Radio.Group>
        </fieldset>
      ))}
    </Dialog>
  )
}
