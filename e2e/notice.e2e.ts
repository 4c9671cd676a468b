import { listChannels, removeChannel } from '@yingce/contracts/notice/channel'
import { readNotices } from '@yingce/contracts/notice/notice'
import { type FakeRobots, startFakeRobots } from '../apps/server/src/connectors/fake/start-fake-robots.ts'
import {
  FAKE_DINGTALK_SECRET,
  FAKE_DINGTALK_TOKEN,
} from '../apps/server/src/connectors/dingtalk/fake/fake-dingtalk.ts'
import { joinAs, type Person } from './story/person.ts'
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
      await page.getByLabel(t('notice:form.type')).click()
      await page.getByTitle(t('notice:channelType.dingtalk')).click()
      await page.getByLabel(t('notice:form.name')).fill('大促群')
      await page
        .getByLabel(t('notice:form.url'))
        .fill(`https://oapi.dingtalk.com/robot/send?access_token=${FAKE_DINGTALK_TOKEN}`)
      await page.getByLabel(t('notice:form.signSecret.dingtalk')).fill('SECwrong')
      const form = page.getByRole('region', { name: t('notice:channel.title') })
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

    test('a notice appears at the bell while I look elsewhere, opens its page, and is read then', async ({
      page,
      owner,
      check,
      t,
      origin,
      pageOf,
    }) => {
      await startAfresh(owner)
      const bell = page.getByRole('navigation').getByRole('link', { name: t('shell:nav.inbox') })
      await page.goto('/plans')
      await expect(bell).not.toContainText('1')
      const elsewhere = await pageOf(owner)
      await elsewhere.goto('/settings/notices')
      await elsewhere.getByRole('button', { name: t('notice:preference.test') }).click()
      await expect(bell).toContainText('1')
      await bell.click()
      await check('inbox with a notice')
      await page
        .getByRole('link', { name: language === 'en' ? 'Test notice' : '测试通知' })
        .first()
        .click()
      await expect(page).toHaveURL(/\/settings\/notices$/)
      await expect(bell).not.toContainText('1')
      const viewer = await joinAs(origin, owner, 'viewer', '看客')
      const theirs = await pageOf(viewer)
      await theirs.goto('/settings/notices')
      await expect(theirs.getByRole('heading', { name: t('notice:preference.title') })).toBeVisible()
      await expect(theirs.getByRole('heading', { name: t('notice:channel.title') })).toHaveCount(0)
      await viewer.close()
    })
  })
}
