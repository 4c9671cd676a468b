import {
  createChannel,
  listChannels,
  removeChannel,
  testChannel,
  updateChannel,
} from '@yingce/contracts/notice/channel'
import { listDeliveries, retryDelivery } from '@yingce/contracts/notice/delivery'
import { countUnreadNotices, listNotices, readNotices, sendTestNotice } from '@yingce/contracts/notice/notice'
import {
  getNoticePreference,
  getNoticeSetting,
  updateNoticePreference,
  updateNoticeSetting,
} from '@yingce/contracts/notice/preference'
import type { AppContext } from '../../app-context.ts'
import { mountAction, mountOpen } from '../../http/mount-route.ts'
import { readChannels } from './channel-list.read.ts'
import { addChannel, changeChannel, dropChannel } from './channels.ts'
import { readDeliveries } from './delivery-log.read.ts'
import { countUnread, readInbox } from './inbox.read.ts'
import { markRead } from './mark-read.ts'
import { readNoticeSetting } from './notice-setting.read.ts'
import { changePreference, changeSetting, readPreference } from './preference.ts'
import { remindDeadlines } from './remind-deadlines.job.ts'
import { remindFillIn } from './remind-fill-in.job.ts'
import { sendAgain } from './retry-delivery.ts'
import { tellMyself } from './send-test-notice.ts'
import { tellGivenUp } from './tell-given-up.ts'
import { sendTest } from './test-channel.ts'
import { tidyNotices } from './tidy-notices.job.ts'

export function mountNotices(app: AppContext): void {
  mountAction(app, listNotices, ({ principal, query }, scope) => readInbox(scope, principal.member.id, query))
  mountAction(app, countUnreadNotices, async ({ principal }, scope) => ({
    count: await countUnread(scope, principal.member.id),
  }))
  mountAction(app, readNotices, async ({ principal, body }, scope) => ({
    count: await markRead(scope, principal.member.id, body.ids ?? null),
  }))

  mountAction(app, sendTestNotice, ({ principal }, scope) => tellMyself(app, scope, principal))

  mountAction(app, getNoticePreference, ({ principal }, scope) => readPreference(scope, principal))
  mountAction(app, updateNoticePreference, ({ principal, body }, scope) =>
    changePreference(scope, principal, body),
  )
  mountAction(app, getNoticeSetting, (_call, scope) => readNoticeSetting(scope))
  mountAction(app, updateNoticeSetting, ({ body }, scope) => changeSetting(app, scope, body))

  mountAction(app, listChannels, async (_call, scope) => ({
    items: await readChannels(scope),
    linkBase: app.outbox.linkBase,
  }))
  mountAction(app, createChannel, ({ body }, scope) => addChannel(app, scope, body))
  mountAction(app, updateChannel, ({ params, body }, scope) =>
    changeChannel(app, scope, params.channelId, body),
  )
  mountAction(app, removeChannel, ({ params }, scope) => dropChannel(scope, params.channelId))
  mountOpen(app, testChannel, (call) => sendTest(app, call))

  mountAction(app, listDeliveries, ({ query }, scope) => readDeliveries(scope, query))
  mountAction(app, retryDelivery, ({ params }, scope) => sendAgain(app, scope, params.deliveryId))

  app.jobs.eachWorkspace(remindDeadlines(app))
  app.jobs.eachWorkspace(remindFillIn(app))
  app.jobs.eachWorkspace(tidyNotices)
  app.outbox.onGivenUp((scope, claimed, reason) => tellGivenUp(app, scope, claimed, reason))
}
