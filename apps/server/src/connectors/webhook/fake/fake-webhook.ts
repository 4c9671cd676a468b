import type { FakeRobot } from '../../fake/fake-robot.ts'

/** Any server that takes webhooks: it shows the title of what came. */
export const fakeWebhook: FakeRobot = {
  name: 'webhook',
  path: /^\/hook$/,
  limitPerMinute: Number.POSITIVE_INFINITY,
  tooFast: {},
  robotOf: () => '',
  reply: ({ json }) => ({ json: { ok: true }, shown: String(json?.['title']) }),
}
