import { samplePlan } from './story/sample-plan.ts'
import { expect, test } from './story/story.ts'
import { LOCALES } from './story/words.ts'

for (const language of LOCALES) {
  test.describe(`R2 documents in the page, ${language}`, () => {
    test.use({ language })

    test('a weekly report is written from the data, changed by a person, and taken from the data again', async ({
      page,
      owner,
      t,
      check,
    }) => {
      await page.goto(`/plans/${await samplePlan(owner, language)}/review`)
      const sections = page.locator('.review-editor').getByRole('textbox')
      await expect(sections.first()).toBeVisible()
      await check('documents')
      const generated = await sections.first().inputValue()
      await sections.first().fill('本周只看一件事：素材。')
      await page
        .getByRole('button', { name: t('review:save') })
        .first()
        .click()
      await expect(page.getByRole('button', { name: t('review:again') })).toBeVisible()
      await page.reload()
      await expect(sections.first()).toHaveValue('本周只看一件事：素材。')
      const download = page.waitForEvent('download')
      await page.getByRole('button', { name: 'DOCX', exact: true }).click()
      expect((await download).suggestedFilename()).toMatch(/\.docx$/)
      await page.getByRole('button', { name: t('review:again') }).click()
      await expect(sections.first()).toHaveValue(generated)
      await page.getByText(t('review:view.sheets'), { exact: true }).click()
      await expect(page.getByRole('treegrid').or(page.getByRole('grid')).first()).toBeVisible()
      await check('review sheets')
    })
  })
}
