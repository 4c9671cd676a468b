import { can, type RefusalReason } from '@yingce/domain/access/can'
import type { Entity } from '@yingce/domain/records/entities'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../../api/use-session.ts'

export interface RecordRights {
  canCreate: boolean
  /** Something of a record at all; of a single field, see `lockOf`. */
  canUpdate: boolean
  canDelete: boolean
  /** Why a field may not be changed, as a sentence; null: it may. */
  lockOf: (field: string) => string | null
}

/** What this person may do to records of an entity, asked of the same rule that the server enforces. */
export function useRecordRights(entity: Entity): RecordRights {
  const { t } = useTranslation('record')
  const { role, memberId } = useSession()
  return useMemo(() => {
    const actor = role === null || memberId === null ? null : { role, memberId }
    const verdict = (
      action: 'record.create' | 'record.update' | 'record.delete',
      fields: readonly string[],
    ) =>
      actor === null
        ? { allowed: false, reason: 'role' as RefusalReason }
        : can(actor, action, { entity, fields, ownerMemberId: memberId })
    return {
      canCreate: verdict('record.create', []).allowed,
      canUpdate: verdict('record.update', []).allowed,
      canDelete: verdict('record.delete', []).allowed,
      lockOf: (field: string) => {
        const answer = verdict('record.update', [field])
        return answer.allowed ? null : t(`lock.${answer.reason}`)
      },
    }
  }, [t, role, memberId, entity])
}
