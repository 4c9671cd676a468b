import { createMetricDefinition } from '@yingce/contracts/metrics/metric-definition'
import { queryMetrics } from '@yingce/contracts/metrics/metric-query'
import { devices } from '@playwright/test'
import { expect, test } from './story/story.ts'
import { LOCALES } from './story/words.ts'

const PIN = '2468'

for (const language of LOCALES) {
  test.describe(`M1 store form, ${language}`, () => {
    test.use({ language })

    test('a store fills in today by link on a phone without an account, until the link is revoked', async ({
      page,
      browser,
      owner,
      origin,
      t,
      check,
    }) => {
      test.slow()
      const store = language === 'en' ? 'Lakeside' : '西湖店'
      const name = (zh: string, en: string) => (language === 'en' ? en : zh)
      const tastings = name('门店试饮', 'Store tastings')
      await owner.call(createMetricDefinition, {
        body: {
          key: `shop_${name('zh', 'en')}`,
          zh: name(tastings, '试饮'),
          en: name('Tasted', tastings),
          unit: 'count',
          direction: 'higher',
          definitionZh: '店里试饮的人次',
          definitionEn: 'People who tasted it in the store',
          formula: name('ownCount5', 'ownCount6'),
        },
      })
      await page.goto('/data/forms')
      await page.getByRole('button', { name: t('data:forms.new') }).click()
      const dialog = page.getByRole('dialog')
      await dialog.getByLabel(t('data:forms.store')).fill(store)
      await dialog.getByLabel(t('data:forms.pinLabel')).fill(PIN)
      await dialog.getByLabel(t('data:forms.metrics')).fill(tastings)
      await page.getByTitle(tastings, { exact: true }).last().click()
      await page.keyboard.press('Escape')
      await check('new store form')
      await dialog.getByRole('button', { name: t('data:forms.create') }).click()
      const url = await dialog.getByRole('textbox', { name: t('data:forms.link') }).inputValue()
      await expect(dialog.locator('canvas').or(dialog.locator('svg')).first()).toBeVisible()

      const context = await browser.newContext({ ...devices['Pixel 7'], baseURL: origin, locale: language })
      const phone = await context.newPage()
      await phone.goto(new URL(url).pathname)
      await phone.getByLabel(t('data:forms.pinLabel')).fill('1111')
      await phone.getByRole('button', { name: t('data:fill.open') }).click()
      await expect(phone.getByRole('alert')).toContainText(t('data:fill.pinWrong'))
      await phone.getByLabel(t('data:forms.pinLabel')).fill(PIN)
      await phone.getByRole('button', { name: t('data:fill.open') }).click()
      await expect(phone.getByRole('heading', { level: 1, name: store })).toBeVisible()
      const today = (await phone.locator('summary').first().innerText()).match(/\d{4}-\d{2}-\d{2}/)?.[0] ?? ''
      const field = (metric: string) =>
        phone.getByRole('textbox', { name: t('data:fill.field', { metric, day: today }) })
      await field(name('到店', 'Store visits')).fill('-5')
      await phone.getByRole('button', { name: t('data:fill.saveDay', { day: today }) }).click()
      await expect(phone.getByRole('alert')).toHaveText(t('data:fill.wrongCount'))
      await expect(phone.getByText(t('data:fill.saved'))).toHaveCount(0)
      await field(name('到店', 'Store visits')).fill('36')
      await field(name('成交额', 'Revenue')).fill('1234.56')
      await field(tastings).fill('12')
      await phone.getByRole('button', { name: t('data:fill.saveDay', { day: today }) }).click()
      await expect(phone.getByText(t('data:fill.saved'))).toBeVisible()

      const { rows } = await owner.call(queryMetrics, {
        body: {
          metrics: ['storeVisits', 'revenue', `shop_${name('zh', 'en')}`],
          groupBy: ['source'],
          period: { from: today, to: today },
        },
      })
      expect(rows.find(({ names }) => names['source'] === `store: ${store}`)?.values).toEqual({
        storeVisits: 36,
        revenue: 123_456,
        [`shop_${name('zh', 'en')}`]: 12,
      })

      await dialog
        .getByRole('button', { name: t('shell:common.close') })
        .first()
        .click()
      await page
        .getByRole('button', { name: t('data:forms.revoke') })
        .first()
        .click()
      await page
        .getByRole('tooltip')
        .getByRole('button', { name: t('data:forms.revoke') })
        .click()
      await expect(page.getByText(t('data:forms.state.revoked')).first()).toBeVisible()
      await check('store forms')
      for (const path of [new URL(url).pathname, '/fill/cut-short']) {
        await phone.goto(path)
        await expect(phone.getByRole('heading', { name: t('data:fill.void') })).toBeVisible()
        await expect(phone.getByText(t('data:fill.voidText'))).toBeVisible()
      }
      await context.close()
    })
  })
}
