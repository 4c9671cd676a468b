import { endOfWeek, startOfWeek } from '@yingce/domain/calendar/date-arithmetic'
import { day } from './story/day.ts'
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
      const planId = await samplePlan(owner, language)
      // As the notice of a past week links to it.
      const past = day(-14)
      await page.goto(`/plans/${planId}/review?day=${past}`)
      await expect(page.getByText(`${startOfWeek(past)} – ${endOfWeek(past)}`)).toBeVisible()
      await page.getByRole('button', { name: t('review:weekAfter') }).click()
      await expect(page.getByText(`${startOfWeek(day(-7))} – ${endOfWeek(day(-7))}`)).toBeVisible()
      await page.goto(`/plans/${planId}/review`)
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
