import type { ChangeEvent } from '@yingce/contracts/live/event'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useSyncExternalStore } from 'react'
import { isLive, onLive, startLive } from './live.ts'

/** True while the stream is open; the shell shows a quiet bar otherwise. */
export function useIsLive(): boolean {
  return useSyncExternalStore(
    (listener) => onLive((message) => message.kind === 'state' && listener()),
    isLive,
  )
}

/** Calls back for every change in the plan; `null` stands for "load everything afresh". */
export function usePlanChanges(planId: string, onChange: (event: ChangeEvent | null) => void): void {
  useEffect(
    () =>
      onLive((message) => {
        if (message.kind === 'reset' || (message.kind === 'state' && message.isConnected)) onChange(null)
        else if (message.kind === 'change' && message.event.planId === planId) onChange(message.event)
      }),
    [planId, onChange],
  )
}

/**
 * Keeps the cache true: a change makes what was computed from the plan stale
 * (board, lists, plan list). Query keys of a plan begin with ['plan', planId].
 * Task grids apply changes themselves through usePlanChanges and use the key
 * ['records', planId, entity].
 */
export function useLiveCache(workspaceId: string): void {
  const client = useQueryClient()
  useEffect(() => {
    const end = startLive(workspaceId)
    let timer: ReturnType<typeof setTimeout> | null = null
    const stale = new Set<string>()
    const flush = () => {
      timer = null
      for (const planId of stale) void client.invalidateQueries({ queryKey: ['plan', planId] })
      stale.clear()
      void client.invalidateQueries({ queryKey: ['plans'] })
    }
    const off = onLive((message) => {
      if (message.kind === 'reset') void client.invalidateQueries()
      if (message.kind !== 'change') return
      if (message.event.planId !== null) stale.add(message.event.planId)
      if (message.event.entity === 'member' || message.event.entity === 'workspace')
        void client.invalidateQueries({ queryKey: ['session'] })
      if (message.event.entity === 'notice') void client.invalidateQueries({ queryKey: ['notices'] })
      timer ??= setTimeout(flush, 150)
    })
    return () => {
      if (timer !== null) clearTimeout(timer)
      off()
      end()
    }
  }, [client, workspaceId])
}
