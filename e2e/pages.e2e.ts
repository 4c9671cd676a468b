import { samplePlan } from './story/sample-plan.ts'
import { expect, test } from './story/story.ts'
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
