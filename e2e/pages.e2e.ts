import { samplePlan } from './story/sample-plan.ts'
import { expect, test } from './story/story.ts'
import { PHONE } from './story/check-page.ts'
import { WIDE } from './story/tracker.ts'
import { LOCALES } from './story/words.ts'

for (const language of LOCALES) {
  test.describe(`pages, ${language}`, () => {
    test.use({ language })

    for (const tab of ['targets', 'budget', 'risks', 'execution'])
      test(`the sheet of ${tab} passes axe, light and dark, wide and narrow`, async ({
        page,
        owner,
        check,
      }) => {
        await page.goto(`/plans/${await samplePlan(owner, language)}/${tab}`)
        await expect(page.getByRole('treegrid').or(page.getByRole('grid')).first()).toBeVisible()
        await check(tab)
      })

    test('on a phone a plan has its name on a line, and the data are one tap away, and what the bar has no room for is under 更多', async ({
      page,
      owner,
      t,
    }) => {
      const planId = await samplePlan(owner, language)
      await page.setViewportSize(PHONE)
      await page.goto('/plans')
      const name = await page.locator(`a.plan-name[href="/plans/${planId}/board"]`).boundingBox()
      expect(name?.width).toBeGreaterThan(100)
      await page.goto(`/plans/${planId}/board`)
      await page.getByRole('link', { name: t('shell:nav.data'), exact: true }).click()
      await expect(page).toHaveURL(/\/data$/)
      for (const [address, place] of [
        ['/imports', 'data'],
        ['/boards', 'plans'],
      ] as const) {
        await page.goto(address)
        await expect(page.getByRole('link', { name: t(`shell:nav.${place}`), exact: true })).toHaveAttribute(
          'aria-current',
          'page',
        )
      }
      const more = page.getByRole('button', { name: t('shell:nav.more'), exact: true })
      for (const place of ['templates', 'members', 'settings']) {
        await more.click()
        await page.getByRole('menuitem', { name: t(`shell:nav.${place}`) }).click()
        await expect(page).toHaveURL(new RegExp(`/${place}$`))
      }
      // The last of them is here; the keys alone lead to the one above it.
      await expect(more).toHaveAttribute('aria-current', 'page')
      await more.focus()
      await page.keyboard.press('Enter')
      await expect(page.getByRole('menuitem', { name: t('shell:nav.settings') })).toBeFocused()
      await page.keyboard.press('ArrowUp')
      await expect(page.getByRole('menuitem', { name: t('shell:nav.members') })).toBeFocused()
      await page.keyboard.press('Enter')
      await expect(page).toHaveURL(/\/members$/)
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width)
      await page.setViewportSize(WIDE)
      await expect(more).toBeHidden()
      await expect(page.getByRole('link', { name: t('shell:nav.members') })).toBeVisible()
    })

    test('a table that goes on sideways on a phone shows it by a shadow at its edge', async ({
      page,
      owner,
    }) => {
      const planId = await samplePlan(owner, language)
      await page.setViewportSize(PHONE)
      for (const path of [`/plans/${planId}/board`, '/data/facts']) {
        await page.goto(path)
        const table = page.locator('.table-scroll').first()
        await expect(table).toBeVisible()
        const look = await table.evaluate((box) => ({
          isWider: box.scrollWidth > box.clientWidth,
          // What scrolls with the table covers, at either end, the shadow that stays with the edge.
          layers: getComputedStyle(box).backgroundAttachment,
        }))
        expect(look, path).toEqual({ isWider: true, layers: 'local, local, scroll, scroll' })
      }
    })

    test('an address without a page, the one of an unknown import or wall too, says so with a way home, and the list of imports is readable', async ({
      page,
      t,
      check,
    }) => {
      const title = page.getByRole('heading', { name: t('shell:notFound.title') })
      await page.goto('/nowhere')
      await expect(title).toBeVisible()
      await check('nothing here')
      for (const [address, what] of [
        ['/imports', 'no such import'],
        ['/tv', 'no such wall'],
      ] as const) {
        await page.goto(`${address}/018f3c5e-0000-7000-8000-000000000000`)
        await expect(title).toBeVisible()
        await check(what)
      }
      await page.getByRole('link', { name: t('shell:notFound.back') }).click()
      await expect(page).toHaveURL(/\/plans$/)
      await page.goto('/imports')
      await check('imports')
    })
  })
}
