import {
  listJournal,
  postEntry,
  previewEntry,
  reconcileEntry,
  reverseEntry,
} from '@yingce/contracts/money/journal'
import { getMoney, getReturn } from '@yingce/contracts/money/money-view'
import type { AppContext } from '../../app-context.ts'
import { mountAction } from '../../http/mount-route.ts'
import { requirePlan } from '../../records/read-records.ts'
import { checkEntry } from './check-entry.ts'
import { readJournal } from './journal.read.ts'
import { readMoney } from './money.read.ts'
import { postEntry as post, requireMayPost } from './post-entry.ts'
import { reconcileEntry as reconcile } from './reconcile-entry.ts'
import { readReturn } from './return.read.ts'
import { reverseEntry as reverse } from './reverse-entry.ts'

export function mountMoney(app: AppContext): void {
  mountAction(app, getMoney, ({ params }, scope) => readMoney(scope, params.planId))
  mountAction(app, getReturn, ({ params, query }, scope) => readReturn(scope, params.planId, query))
  mountAction(app, listJournal, ({ params, query }, scope) => readJournal(scope, params.planId, query))
  mountAction(app, previewEntry, async ({ params, body, principal }, scope) => {
    await requirePlan(scope, params.planId)
    requireMayPost(principal, body)
    return { overspends: [...(await checkEntry(scope, params.planId, body))] }
  })
  mountAction(app, postEntry, async ({ params, body, principal }, scope) => {
    await requirePlan(scope, params.planId)
    requireMayPost(principal, body)
    return post(scope, params.planId, body)
  })
  mountAction(app, reverseEntry, ({ params, body }, scope) =>
    reverse(scope, params.planId, params.entryId, body),
  )
  mountAction(app, reconcileEntry, ({ params, body }, scope) =>
    reconcile(scope, params.planId, params.entryId, body),
  )
}
