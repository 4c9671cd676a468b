import { listAlerts } from '@yingce/contracts/alerting/alert'
import { createAlertRule } from '@yingce/contracts/alerting/alert-rule'
import { getAssignment, saveAssignment } from '@yingce/contracts/assignment/assignment'
import { createChannel, listChannels, removeChannel } from '@yingce/contracts/notice/channel'
import { readNotices } from '@yingce/contracts/notice/notice'
import { createPlan } from '@yingce/contracts/plan/plan'
import { type FakeRobots, startFakeRobots } from '../apps/server/src/connectors/fake/start-fake-robots.ts'
import {
  FAKE_DINGTALK_SECRET,
  FAKE_DINGTALK_TOKEN,
} from '../apps/server/src/connectors/dingtalk/fake/fake-dingtalk.ts'
import { badDays } from './fixtures/platform-files.ts'
import { day } from './story/day.ts'
import { checkPage } from './story/check-page.ts'
import { giveData } from './story/give-file.ts'
import { joinAs, type Person } from './story/person.ts'
import { recordsOf, taskNamed } from './story/records.ts'
import { expect, test } from './story/story.ts'
import { LOCALES } from './story/words.ts'

let robots: FakeRobots

test.skip(
  process.env['YINGCE_E2E_URL'] !== undefined,
  'the server of this story has to send to the fake robots',
)

test.beforeAll(async () => {
  robots = await startFakeRobots(Date.now, Number(process.env['YINGCE_E2E_ROBOT_PORT']))
})
test.afterAll(() => robots.close())

async function startAfresh(owner: Person): Promise<void> {
  for (const { id } of (await owner.call(listChannels)).items)
    await owner.call(removeChannel, { params: { channelId: id } })
  await owner.call(readNotices, { body: {} })
  robots.shown.length = 0
}

for (const language of LOCALES) {
  test.describe(`notices, ${language}`, () => {
    test.use({ language })

    // axe over two pages in two schemes and sizes, beside the story itself.
    test.slow()

    test('a robot is set up and tested, and what it refuses is said and logged', async ({
      page,
      owner,
      check,
      t,
    }) => {
      await startAfresh(owner)
      await page.goto('/settings')
      await page.getByRole('link', { name: t('notice:settings.title') }).click()
      await page.getByRole('button', { name: t('notice:channel.add') }).click()
      await check('notice settings with a new channel')
      // Only what is posted can be chosen.
      const mine = page.getByRole('region', { name: t('notice:preference.title') })
      await expect(mine.getByRole('cell', { name: t('notice:kind.report'), exact: true })).toBeVisible()
      await expect(mine.getByRole('cell', { name: t('notice:kind.mention'), exact: true })).toBeHidden()
      await page.getByLabel(t('notice:form.type')).click()
      await page.getByTitle(t('notice:channelType.dingtalk')).click()
      await page.getByLabel(t('notice:form.name')).fill('大促群')
      const form = page.getByRole('region', { name: t('notice:channel.title') })
      const address = page.getByLabel(t('notice:form.url'))
      await address.fill('http://127.0.0.1/robot')
      await form.getByRole('button', { name: t('shell:common.save') }).click()
      // At the field itself, not under the form.
      await expect(address).toHaveAccessibleDescription(/https:/)
      await address.fill(`https://oapi.dingtalk.com/robot/send?access_token=${FAKE_DINGTALK_TOKEN}`)
      await page.getByLabel(t('notice:form.signSecret.dingtalk')).fill('SECwrong')
      await form.getByRole('button', { name: t('shell:common.save') }).click()
      await expect(page.getByRole('heading', { name: '大促群' })).toBeVisible()
      await expect(form).not.toContainText(FAKE_DINGTALK_TOKEN)
      await form.getByRole('button', { name: t('notice:channel.test') }).click()
      await expect(form).toContainText('sign not match')
      expect(robots.shown).toEqual([])

      await form.getByRole('button', { name: t('shell:common.edit') }).click()
      await page.getByLabel(t('notice:form.signSecret.dingtalk')).fill(FAKE_DINGTALK_SECRET)
      await form.getByRole('button', { name: t('shell:common.save') }).click()
      await form.getByRole('button', { name: t('notice:channel.test') }).click()
      await expect(form).toContainText(t('notice:channel.testSent'))
      expect(robots.shown).toHaveLength(1)

      await page.getByRole('link', { name: t('notice:log.title') }).click()
      await expect(page.getByRole('cell', { name: t('notice:log.state.sent'), exact: true })).toHaveCount(1)
      await expect(page.getByRole('cell', { name: t('notice:log.state.dead'), exact: true })).toHaveCount(1)
      await check('delivery log')
    })

    test(
      'a notice appears at the bell while I look elsewhere, opens its page, and is read then',
      { tag: '@chinese-only' },
      async ({ owner, t, origin, pageOf }) => {
        // Somebody of their own: the owner's bell also rings for what the other stories do.
        const reader = await joinAs(origin, owner, 'planner', '收信人')
        const page = await pageOf(reader)
        const bell = page.getByRole('navigation').getByRole('link', { name: t('shell:nav.inbox') })
        await page.goto('/plans')
        await expect(bell).not.toContainText('1')
        const elsewhere = await pageOf(reader)
        await elsewhere.goto('/settings/notices')
        await elsewhere.getByRole('button', { name: t('notice:preference.test') }).click()
        await expect(bell).toContainText('1')
        await bell.click()
        await checkPage(page, 'inbox with a notice')
        await page
          .getByRole('link', { name: language === 'en' ? 'Test notice' : '测试通知' })
          .first()
          .click()
        await expect(page).toHaveURL(/\/settings\/notices$/)
        await expect(bell).not.toContainText('1')
        await reader.close()
        const viewer = await joinAs(origin, owner, 'viewer', '看客')
        const theirs = await pageOf(viewer)
        await theirs.goto('/settings/notices')
        await expect(theirs.getByRole('heading', { name: t('notice:preference.title') })).toBeVisible()
        await expect(theirs.getByRole('heading', { name: t('notice:channel.title') })).toHaveCount(0)
        await viewer.close()
      },
    )

    test('what is for me alone comes by the group robot that I chose, which calls me', async ({
      owner,
      t,
      origin,
      pageOf,
    }) => {
      await startAfresh(owner)
      await owner.call(createChannel, {
        body: {
          type: 'dingtalk',
          name: '投放群',
          url: `https://oapi.dingtalk.com/robot/send?access_token=${FAKE_DINGTALK_TOKEN}`,
          signSecret: FAKE_DINGTALK_SECRET,
          group: {
            kinds: ['report'],
            mode: 'now',
            locale: language,
            digestAt: '09:00',
            quiet: null,
            isWorkdaysOnly: false,
            keyword: null,
          },
        },
      })
      const reader = await joinAs(origin, owner, 'member', '王小满')
      const page = await pageOf(reader)
      await page.goto('/settings/notices')
      const mine = page.getByRole('region', { name: t('notice:preference.title') })
      const save = mine.getByRole('button', { name: t('shell:common.save') })
      await mine.getByLabel(t('notice:robot.personal')).click()
      await page.getByTitle(`投放群 · ${t('notice:robot.platform.dingtalk')}`).click()
      await save.click()
      await expect(mine).toContainText(t('errors:issue.no_address_there'))
      await mine.getByLabel(t('notice:robot.platform.dingtalk'), { exact: true }).fill('13900002222')
      // Whatever hour and day this is read at.
      await mine.getByLabel(t('notice:hours.quietFrom')).fill('')
      await mine.getByLabel(t('notice:hours.isWorkdaysOnly')).uncheck()
      await expect(mine.getByLabel(t('notice:robot.of', { kind: t('notice:kind.report') }))).toBeVisible()
      await checkPage(page, 'notice settings with a robot that calls me')
      await save.click()
      await expect(mine.getByRole('status')).toContainText(t('notice:saved'))
      await mine.getByRole('button', { name: t('notice:preference.test') }).click()
      await expect.poll(() => robots.shown.length, { timeout: 40_000 }).toBe(1)
      expect(robots.shown[0]?.mentioned).toEqual(['13900002222'])
      expect(robots.shown[0]?.text).toContain('王小满')
      await reader.close()
    })

    test('two bad days, imported from two platforms, reach the group chat with the page that they are handled on, from seen over five whys and a task to resolved', async ({
      page,
      owner,
      t,
    }) => {
      await startAfresh(owner)
      await page.goto('/settings/notices')
      const mine = page.getByRole('region', { name: t('notice:preference.title') })
      const address = mine.getByLabel(t('notice:robot.platform.dingtalk'), { exact: true })
      await address.fill('1380000')
      await mine.getByRole('button', { name: t('shell:common.save') }).click()
      await expect(mine).toContainText(t('errors:issue.no_mobile_number'))
      await address.fill('13800001111')
      await mine.getByRole('button', { name: t('shell:common.save') }).click()
      await expect(mine.getByRole('status')).toContainText(t('notice:saved'))
      await owner.call(createChannel, {
        body: {
          type: 'dingtalk',
          name: '投放群',
          url: `https://oapi.dingtalk.com/robot/send?access_token=${FAKE_DINGTALK_TOKEN}`,
          signSecret: FAKE_DINGTALK_SECRET,
          group: {
            kinds: ['alert'],
            mode: 'now',
            locale: language,
            digestAt: '09:00',
            quiet: null,
            isWorkdaysOnly: false,
            keyword: null,
          },
        },
      })
      const { id: planId } = await owner.call(createPlan, {
        body: { name: `群里的预警 ${language}`, periodStart: day(-9), periodEnd: day(9) },
      })
      await owner.call(createAlertRule, {
        params: { planId },
        body: {
          name: '',
          condition: {
            type: 'threshold',
            metric: 'ctr',
            comparator: 'lt',
            value: 0.015,
            breaches: 2,
            days: 2,
            minimumSample: null,
          },
          policy: { severity: 'critical', cooldownDays: 0, repeats: false },
          scope: { channel: null, campaign: null, taskId: null },
          recipients: [],
          isOn: true,
          riskId: null,
        },
      })
      const prefix = `冬茶${language}`
      const { version, rules } = await owner.call(getAssignment)
      await owner.call(saveAssignment, {
        body: {
          version,
          rules: [
            ...rules.map(({ id, name, conditions, target }) => ({ id, name, conditions, target })),
            {
              name: prefix,
              conditions: [{ field: 'campaign', operator: 'contains', value: prefix, part: null }],
              target: { planId, strategy: null, creator: null, shares: [] },
            },
          ],
        },
      })
      const { ocean, notes } = badDays(prefix, language === 'en' ? '183456797' : '183456796', [
        day(-2),
        day(-1),
      ])
      const files = [
        { name: `巨量 ${prefix}.csv`, buffer: ocean },
        { name: `小红书 ${prefix}.csv`, buffer: notes },
      ]
      await page.goto('/data')
      await giveData(page, t, files)
      for (const { name } of files) {
        await expect(page.getByRole('row').filter({ hasText: name })).toContainText(t('data:state.draft'), {
          timeout: 40_000,
        })
        await page.getByRole('link', { name, exact: true }).click()
        await page.getByRole('button', { name: t('data:preview.confirm') }).click()
        await expect(page.getByText(t('data:done.applied'))).toBeVisible()
        await page.goto('/data')
      }
      await expect.poll(() => robots.shown.length, { timeout: 40_000 }).toBe(1)
      const { items } = await owner.call(listAlerts, { query: { planId } })
      expect(robots.shown[0]?.text).toContain(
        language === 'en' ? 'CTR below 1.5%' : '点击率连续 2 天低于 1.5%',
      )
      expect(robots.shown[0]?.body).toContain(`/alerts/${items[0]?.id ?? 'none'}`)
      // The maker of the plan is called by the number of their own settings.
      expect(robots.shown[0]?.mentioned).toEqual(['13800001111'])
      await page.setViewportSize({ width: 390, height: 844 })
      await page.goto(`/alerts/${items[0]?.id ?? ''}`)
      await page.getByRole('button', { name: t('alert:acknowledge') }).click()
      // The button beside it moves up when this one is gone.
      await expect(page.getByRole('button', { name: t('alert:acknowledge') })).toBeHidden()
      await expect(page.getByText(t('alert:state.acknowledged')).first()).toBeVisible()
      await page.getByRole('button', { name: t('alert:askWhy') }).click()
      await page.getByRole('textbox', { name: t('fields:root_cause.why1') }).fill('素材疲劳')
      await page.getByRole('textbox', { name: t('fields:root_cause.why2') }).fill('两周没换')
      const action = page.getByRole('region', { name: t('alert:action.title') })
      await action.getByRole('textbox', { name: t('action:name') }).fill('上新素材 D')
      await action.getByRole('button', { name: t('action:make') }).click()
      await expect(page.getByRole('link', { name: '上新素材 D' })).toBeVisible()
      expect((await taskNamed(owner, planId, '上新素材 D')).values['status']).toBe('not_started')
      await page.getByRole('textbox', { name: t('alert:resolution') }).fill('每周换一次素材')
      await page.getByRole('button', { name: t('alert:resolveNow') }).click()
      await expect(page.getByText(t('alert:state.resolved')).first()).toBeVisible()
      const [chain] = await recordsOf(owner, planId, 'root_cause')
      expect(chain?.values).toMatchObject({ why1: '素材疲劳', why2: '两周没换' })
      // Told once: the second file of the same days raises nothing again.
      expect(robots.shown).toHaveLength(1)
    })
  })
}
