import type { Entity } from '@yingce/domain/records/entities'
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react'
import { onLeave } from '../../../api/leave.ts'
import { leaveIfEnded } from '../../../api/query-client.ts'
import { usePlanChanges } from '../../../api/use-live.ts'
import { useSession } from '../../../api/use-session.ts'
import { UndoStack } from '../../../ui/undo/undo-stack.ts'
import { RecordStore, type StoreSnapshot } from './record-store.ts'

interface Kept {
  store: RecordStore
  undo: UndoStack
}

/**
 * Stores by member, plan and entity: the tracker and the Gantt look at the same records and share one undo stack.
 * What waits over the end of a session is never sent by somebody else who signs in.
 */
const kept = new Map<string, Kept>()
const MOST_KEPT = 12

function keepFor(memberId: string | null, planId: string, entity: Entity): Kept {
  const key = `${memberId ?? ''} ${planId} ${entity}`
  let found = kept.get(key)
  if (found === undefined) {
    found = { store: new RecordStore(planId, entity), undo: new UndoStack() }
    kept.set(key, found)
    const oldest = kept.keys().next().value
    if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest)
  }
  return found
}

onLeave(() => kept.clear())

/** The live records of one entity of a plan. */
export function useRecordStore(
  planId: string,
  entity: Entity,
): StoreSnapshot & { store: RecordStore; undo: UndoStack } {
  const { memberId } = useSession()
  const [current, setCurrent] = useState(() => keepFor(memberId, planId, entity))
  useEffect(() => {
    const next = keepFor(memberId, planId, entity)
    setCurrent(next)
    void next.store.load()
  }, [memberId, planId, entity])
  const { store, undo } = current
  const snapshot = useSyncExternalStore(store.subscribe, store.snapshot)
  useEffect(() => leaveIfEnded(snapshot.error), [snapshot.error])
  const receive = useCallback(
    (event: Parameters<RecordStore['receive']>[0] | null) =>
      void (event === null ? store.load() : store.receive(event)),
    [store],
  )
  usePlanChanges(planId, receive)
  return { ...snapshot, store, undo }
}
