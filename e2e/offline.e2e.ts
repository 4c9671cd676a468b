import { listAttachments } from '@yingce/contracts/attachment/attachment'
import { createPlan } from '@yingce/contracts/plan/plan'
import type { Page } from '@playwright/test'
import { day } from './story/day.ts'
import { checkPage, PHONE } from './story/check-page.ts'
import { joinAs } from './story/person.ts'
import { createRecords, taskNamed } from './story/records.ts'
import { expect, test } from './story/story.ts'
import { LOCALES } from './story/words.ts'

/** The worker has kept all that the page needs. */
const canOpenOffline = (page: Page) =>
  page.evaluate(async () => (await navigator.serviceWorker.ready).active?.state)

const keptKeys = (page: Page) =>
  page.evaluate(() => Object.keys(localStorage).filter((key) => /^yingce\.(day|session)\./.test(key)))

for (const language of LOCALES) {
  test.describe(`C5 my day opens without a line, ${language}`, () => {
    test.use({ language, viewport: PHONE })

    test('the list is there with its time, an entry and a photo wait over closing the page and are sent later; signing out leaves nothing', async ({
      owner,
      origin,
      pageOf,
      t,
    }) => {
      test.slow()
      const { id: planId } = await owner.call(createPlan, {
        body: { name: `离线 ${language}`, periodStart: day(-20), periodEnd: day(40) },
      })
      const [who, feed] = [`周小禾 ${planId.slice(-4)}`, `门店陈列 ${language}`]
      const specialist = await joinAs(origin, owner, 'member', who)
      await createRecords(owner, planId, 'task', [
        {
          name: feed,
          owner: who,
          status: 'in_progress',
          plannedStart: day(-10),
          plannedEnd: day(9),
          actualStart: day(-10),
          budget: 30_000_000,
        },
      ])
      const task = await taskNamed(owner, planId, feed)
      const photosOf = async () =>
        (
          await owner.call(listAttachments, {
            params: { planId },
            query: { entity: 'task', recordId: task.id },
          })
        ).items.map(({ fileName }) => fileName)

      const page = await pageOf(specialist)
      const context = page.context()
      await page.goto('/today')
      await expect(page.getByRole('article', { name: feed })).toBeVisible()
      expect(await canOpenOffline(page)).toMatch(/^activat/)
      await context.setOffline(true)
      await page.reload()
      const card = page.getByRole('article', { name: feed })
      await expect(card).toBeVisible()
      const [before = ''] = t('day:offline', { at: '|' }).split('|')
      await expect(page.getByText(before)).toBeVisible()
      await card.getByRole('textbox', { name: t('day:field.spent') }).fill('8888')
      await card.getByRole('button', { name: t('day:save') }).click()
      await expect(card.getByText(t('day:waits'))).toBeVisible()
      const photo = { name: '货架.png', mimeType: 'image/png', buffer: await page.screenshot() }
      await card.locator('input[type=file]').setInputFiles(photo)
      const waiting = card.getByRole('list', { name: t('day:photo.title') })
      await expect(waiting).toContainText('货架.jpg')
      await checkPage(page, 'my day without a line', language !== 'en')
      await page.setViewportSize(PHONE)
      expect([(await taskNamed(owner, planId, feed)).values['spent'], await photosOf()]).toEqual([null, []])

      // A new page would be on the line for a moment: the browser is told of each page that it has none.
      await page.goto('about:blank')
      await page.goto('/today')
      const again = page.getByRole('article', { name: feed })
      await expect(again.getByRole('list', { name: t('day:photo.title') })).toContainText('货架.jpg')
      await expect(again.getByRole('textbox', { name: t('day:field.spent') })).toHaveValue('8,888')
      await context.setOffline(false)
      await expect.poll(async () => (await taskNamed(owner, planId, feed)).values['spent']).toBe(888_800)
      await expect.poll(photosOf).toEqual(['货架.jpg'])
      await expect(page.getByText(before)).toBeHidden()
      await expect(again.getByRole('list', { name: t('day:photo.title') })).toBeHidden()
      await expect(
        again.getByRole('button', { name: t('attachment:open', { name: '货架.jpg' }) }),
      ).toBeVisible()

      // Something that cannot be sent is not lost without a word.
      await context.setOffline(true)
      await again.getByRole('textbox', { name: t('day:field.issue') }).fill('缺货')
      await again.getByRole('button', { name: t('day:save') }).click()
      await expect(again.getByText(t('day:waits'))).toBeVisible()
      await page.goto('/plans')
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await context.setOffline(false)
      await page.goto('/plans')
      await page.getByRole('button', { name: t('shell:account', { name: who }) }).click()
      await page.getByRole('menuitem', { name: t('shell:signOut') }).click()
      const warning = page.getByRole('dialog')
      await expect(warning).toContainText(t('shell:unsent.title', { count: 1 }))
      await warning.getByRole('button', { name: t('shell:unsent.cancel') }).click()
      await page.goto('/today')
      await expect.poll(async () => (await taskNamed(owner, planId, feed)).values['issue']).toBe('缺货')
      await page.getByRole('button', { name: t('shell:account', { name: who }) }).click()
      await page.getByRole('menuitem', { name: t('shell:signOut') }).click()
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await expect(page).toHaveURL(/\/sign-in/)
      expect(await keptKeys(page)).toEqual([])
      await context.setOffline(true)
      // The page may still be on its way to signing in, which ends a visit that has just begun.
      await expect(() => page.goto('/today')).toPass()
      await expect(page.getByText(t('errors:network.title'))).toBeVisible()
      await expect(page.getByText(feed)).toHaveCount(0)
    })
  })
}
