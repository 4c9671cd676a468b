import { healthz, readyz } from '@yingce/contracts/health'
import type { AppContext } from '../../app-context.ts'
import { mountPublic } from '../../http/mount-route.ts'
import { Refusal } from '../../http/refusal.ts'

export function mountHealth(app: AppContext): void {
  mountPublic(app, healthz, async () => ({ status: 'ok' as const, version: app.config.version }))
  mountPublic(app, readyz, async () => {
    try {
      await app.db.pool.query('select 1 from schema_migration limit 1')
    } catch {
      throw new Refusal('unavailable')
    }
    if (!app.jobs.isReady()) throw new Refusal('unavailable')
    return { status: 'ready' as const }
  })
}
