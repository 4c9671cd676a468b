import {
  createFillForm,
  listFillForms,
  openFillSheet,
  revokeFillForm,
  saveFillDay,
} from '@yingce/contracts/metrics/fill-form'
import type { AppContext } from '../../../app-context.ts'
import { mountAction, mountPublic } from '../../../http/mount-route.ts'
import { Refusal } from '../../../http/refusal.ts'
import { readOwnQuestions } from './asked-metrics.read.ts'
import { createForm } from './create-fill-form.ts'
import { enterForm } from './enter-fill-form.ts'
import { readFillSheet, saveDay } from './fill-days.ts'
import { formView, readFillForms, revokeForm } from './fill-form.store.ts'

export function mountFillForms(app: AppContext): void {
  mountAction(app, listFillForms, async (_call, scope) => {
    const forms = await readFillForms(scope)
    const own = await readOwnQuestions(scope, forms)
    return { items: forms.map((row, index) => formView(row, own[index] ?? [], scope.at)) }
  })
  mountAction(app, createFillForm, ({ body, request }, scope) =>
    createForm(scope, body, app.ids, app.config.publicUrl?.origin ?? `${request.protocol}://${request.host}`),
  )
  mountAction(app, revokeFillForm, async ({ params }, scope) => {
    if (!(await revokeForm(scope, params.formId))) throw new Refusal('not_found')
  })
  mountPublic(app, openFillSheet, ({ params, body, request, now }) =>
    enterForm(
      app,
      { token: params.token, pin: body.pin, address: request.ip, now, isWrite: false },
      (scope, form) => readFillSheet(scope, form, now),
    ),
  )
  mountPublic(app, saveFillDay, ({ params, body, request, now }) =>
    enterForm(
      app,
      { token: params.token, pin: body.pin, address: request.ip, now, isWrite: true },
      async (scope, form) => {
        await saveDay(scope, form, body, now)
        scope.afterCommit(() => app.factsWritten.tell(scope.workspaceId))
        return readFillSheet(scope, form, now)
      },
    ),
  )
}
