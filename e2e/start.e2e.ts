import { expect, test } from './story/story.ts'
import { LOCALES } from './story/words.ts'

const SAMPLE = { 'zh-CN': '谷芽儿童奶粉上市', en: 'Guya children’s milk powder: launch' } as const

for (const language of LOCALES) {
  test.describe(`start, ${language}`, () => {
    test.use({ language })

    test('the sample opens as a whole plan with figures that agree', async ({ page, t, check }) => {
      await page.goto('/start')
      await page.getByRole('button', { name: t('start:sample.title') }).click()
      await expect(page.getByRole('heading', { level: 1, name: SAMPLE[language] })).toBeVisible()
      await expect(page.getByText('409,420').first()).toBeVisible()
      await expect(page.getByRole('heading', { name: t('board:trend.title') })).toBeVisible()
      await check('board of the sample')
    })

    test('a template is laid out from a start date, and its budget is split without a remainder', async ({
      page,
      t,
      check,
    }) => {
      await page.goto('/start')
      await page.getByRole('link', { name: t('start:template.title') }).click()
      await expect(page.getByRole('heading', { level: 1, name: t('plan:templates.title') })).toBeVisible()
      await check('templates')
      await page
        .getByRole('link', { name: t('plan:templates.use') })
        .first()
        .click()
      await page.getByLabel(t('plan:newPlan.name')).fill('秋茶')
      await page.getByLabel(t('plan:newPlan.start')).fill('2030-09-02')
      await page.keyboard.press('Tab')
      await page.getByLabel(t('plan:newPlan.budget')).fill('100万')
      await check('new plan')
      await page.getByRole('button', { name: t('plan:newPlan.submit') }).click()
      await expect(page.getByRole('heading', { level: 1, name: '秋茶' })).toBeVisible()
      await expect(page.getByText(/\/ 900,000/)).toBeVisible()
      await expect(page.getByText(t('board:money.reserve', { amount: '100,000' }))).toBeVisible()
      await page.goto('/plans')
      await expect(page.getByRole('link', { name: '秋茶' }).first()).toBeVisible()
      await check('plans')
    })

    test(
      'a blank plan leads on to what fills it, and can be changed and deleted',
      { tag: '@chinese-only' },
      async ({ page, t, check }) => {
        await page.goto('/plans/new')
        await page.getByRole('button', { name: t('plan:newPlan.submit') }).click()
        await expect(page.getByText(t('plan:newPlan.needName'))).toBeVisible()
        await page.getByLabel(t('plan:newPlan.name')).fill(`空白 ${language}`)
        await page.keyboard.press('Enter')
        await expect(page.getByText(t('board:empty'))).toBeVisible()
        await check('empty board')
        await page.getByRole('button', { name: t('plan:more.label') }).click()
        await page.getByRole('menuitem', { name: t('plan:more.edit') }).click()
        const dialog = page.getByRole('dialog')
        await expect(dialog).toBeVisible()
        await check('plan settings')
        await dialog.getByLabel(t('plan:newPlan.name')).fill(`改名 ${language}`)
        await dialog.getByRole('button', { name: t('shell:common.save') }).click()
        await expect(page.getByRole('heading', { level: 1, name: `改名 ${language}` })).toBeVisible()
        await page.getByRole('button', { name: t('plan:more.label') }).click()
        await page.getByRole('menuitem', { name: t('plan:more.delete') }).click()
        await page
          .getByRole('dialog')
          .getByRole('button', { name: t('plan:remove.ok') })
          .click()
        await expect(page).toHaveURL(/\/plans$/)
        await expect(page.getByRole('link', { name: `改名 ${language}` })).toHaveCount(0)
      },
    )
  })
}
