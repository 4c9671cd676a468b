import { OWNER } from './story/person.ts'
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

    test('on a phone a plan has its name on a line, and what the bar has no room for is in the menu of the account', async ({
      page,
      owner,
      t,
    }) => {
      const planId = await samplePlan(owner, language)
      await page.setViewportSize(PHONE)
      await page.goto('/plans')
      const name = await page.locator(`a.plan-name[href="/plans/${planId}/board"]`).boundingBox()
      expect(name?.width).toBeGreaterThan(100)
      for (const place of ['data', 'templates']) {
        await page.getByRole('button', { name: t('shell:account', { name: OWNER.name }) }).click()
        await page.getByRole('menuitem', { name: t(`shell:nav.${place}`) }).click()
        await expect(page).toHaveURL(new RegExp(`/${place}$`))
      }
      await page.setViewportSize(WIDE)
      await page.getByRole('button', { name: t('shell:account', { name: OWNER.name }) }).click()
      await expect(page.getByRole('menuitem', { name: t('shell:signOut') })).toBeVisible()
      await expect(page.getByRole('menuitem', { name: t('shell:nav.data') })).toBeHidden()
    })

    test('an address without a page says so, and the list of imports is readable', async ({
      page,
      t,
      check,
    }) => {
      await page.goto('/nowhere')
      await expect(page.getByRole('heading', { name: t('shell:notFound.title') })).toBeVisible()
      await check('nothing here')
      await page.goto('/imports')
      await check('imports')
    })
  })
}
