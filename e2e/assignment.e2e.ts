import { confirmMetricImport, createMetricImport } from '@yingce/contracts/metrics/metric-import'
import { createPlan } from '@yingce/contracts/plan/plan'
import type { Locator } from '@playwright/test'
import { oceanEngineIdReport, oceanEngineReport } from './fixtures/platform-files.ts'
import { createRecords, taskNamed } from './story/records.ts'
import { expect, test } from './story/story.ts'
import { expectCell, WIDE } from './story/tracker.ts'
import { LOCALES } from './story/words.ts'

/** Opens a list by keyboard, for an empty one has no width to click on, and takes the option. */
async function choose(dialog: Locator, label: string, option: string): Promise<void> {
  const page = dialog.page()
  const box = dialog.getByRole('combobox', { name: label, exact: true })
  await box.focus()
  await box.press('ArrowDown')
  await page.keyboard.insertText(option)
  await page.locator('.ant-select-dropdown:visible').getByText(option, { exact: true }).click()
}

for (const language of LOCALES) {
  test.describe(`M12 assignment, ${language}`, () => {
    test.use({ language })

    test('a rule takes a campaign of 30.50 yuan out of the bucket as its preview said, and a bound task of its two reaches its half', async ({
      page,
      owner,
      t,
      check,
    }) => {
      test.slow()
      const prefix = `秋茶${language}`
      const first = language === 'en' ? '183456799' : '183456798'
      const { id: importId } = await owner.call(createMetricImport, {
        body: { source: `账户 ${language}` },
        file: { name: `${prefix}.csv`, mimeType: 'text/csv', buffer: oceanEngineReport(prefix, first) },
      })
      await owner.call(confirmMetricImport, { params: { importId }, body: {} })
      const plan = await owner.call(createPlan, { body: { name: `秋茶计划 ${language}` } })
      await createRecords(owner, plan.id, 'task', [
        { name: '信息流投放', kpi: '消耗≤100元', reached: '1元' },
        { name: '种草投放' },
      ])

      await page.goto('/data/assignment')
      const line = page.getByRole('row').filter({ hasText: `${prefix}_新客` })
      await expect(line).toContainText('30.50')
      await line.getByRole('button', { name: t('data:assign.makeRule') }).click()
      const dialog = page.getByRole('dialog', { name: t('data:assign.new') })
      await expect(dialog.getByRole('status')).toHaveText(t('data:assign.missing.plan'))
      // It takes the focus once it has opened, and a list that was open closes then.
      await expect(dialog.locator(':focus')).toBeVisible()
      await choose(dialog, t('data:assign.plan'), plan.name)
      for (const name of ['信息流投放', '种草投放']) {
        await choose(dialog, t('data:assign.tasks'), name)
        await page.keyboard.press('Tab')
      }
      await expect(
        dialog.getByRole('spinbutton', { name: t('data:assign.shareOf', { name: '种草投放' }) }),
      ).toHaveValue('50.00')
      await check('rule')
      await dialog.getByRole('button', { name: t('data:assign.preview') }).click()
      const preview = page.getByRole('dialog', { name: t('data:assign.previewTitle') })
      const move = preview.getByRole('row').filter({ hasText: plan.name })
      await expect(move).toContainText(t('data:assign.bucket'))
      await expect(move).toContainText('30.50')
      await check('moves')
      await preview.getByRole('button', { name: t('data:assign.save') }).click()
      await expect(page.getByRole('listitem').filter({ hasText: plan.name })).toContainText('30.50')
      await expect(line).toHaveCount(0)
      await expect(page.getByRole('row').filter({ hasText: `${prefix}_老客` })).toContainText('5.25')
      await check('assignment')

      await page.setViewportSize(WIDE)
      await page.goto(`/plans/${plan.id}/tracker`)
      await expectCell(page, '信息流投放', t('fields:task.reached'), '1元')
      await page.getByRole('button', { name: t('binding:button') }).click()
      const binding = page.getByRole('dialog', { name: t('binding:title') })
      await expect(binding.locator(':focus')).toBeVisible()
      await choose(binding, t('binding:record.task'), '信息流投放')
      await choose(binding, t('binding:metric'), language === 'en' ? 'Cost' : '消耗')
      await binding.getByRole('button', { name: t('binding:bind'), exact: true }).click()
      await expect(binding.getByRole('row').filter({ hasText: '15.25元' })).toContainText('信息流投放')
      await check('binding')
      await page.keyboard.press('Escape')
      await page.setViewportSize(WIDE)
      await expectCell(page, '信息流投放', t('fields:task.reached'), '15.25元')
      expect((await taskNamed(owner, plan.id, '信息流投放')).values['reached']).toBe('15.25元')
      await check('bound')
    })

    test('campaigns of an export without names stand in the bucket by id; a rule made of one takes it and not its neighbour, and saving it can be cancelled', async ({
      page,
      owner,
      t,
      check,
    }) => {
      const first = language === 'en' ? '183456797' : '183456796'
      const [asked, neighbour] = [`${first}0123456788`, `${first}0123456789`]
      const { id: importId } = await owner.call(createMetricImport, {
        body: { source: `只有 ID ${language}` },
        file: { name: 'ids.csv', mimeType: 'text/csv', buffer: oceanEngineIdReport(first) },
      })
      await owner.call(confirmMetricImport, { params: { importId }, body: {} })
      const plan = await owner.call(createPlan, { body: { name: `冬茶计划 ${language}` } })

      await page.goto('/data/assignment')
      const line = page.getByRole('row').filter({ hasText: asked })
      await expect(line).toContainText(`${t('data:key.campaignId')} ${asked}`)
      await expect(line).toContainText('8.40')
      await line.getByRole('button', { name: t('data:assign.makeRule') }).click()
      const dialog = page.getByRole('dialog', { name: t('data:assign.new') })
      await expect(dialog.locator(':focus')).toBeVisible()
      await expect(dialog.getByText(t('data:key.campaignId'), { exact: true })).toBeVisible()
      await expect(dialog.getByRole('textbox', { name: t('data:assign.value', { number: 1 }) })).toHaveValue(
        asked,
      )
      await choose(dialog, t('data:assign.plan'), plan.name)
      await check('rule by id')
      await dialog.getByRole('button', { name: t('data:assign.preview') }).click()
      const preview = page.getByRole('dialog', { name: t('data:assign.previewTitle') })
      await expect(preview.getByRole('row').filter({ hasText: plan.name })).toContainText('8.40')
      // A million facts take half a minute: the page says what goes on, and cancelling hangs up.
      await page.route('**/api/assignment', (route) =>
        route.request().method() === 'PUT' ? undefined : route.continue(),
      )
      const givenUp = page.waitForEvent('requestfailed', (request) => request.method() === 'PUT')
      await preview.getByRole('button', { name: t('data:assign.save') }).click()
      await expect(preview.getByRole('status')).toHaveText(t('data:assign.moving', { count: 1 }))
      await preview.getByRole('button', { name: t('shell:common.cancel') }).click()
      await givenUp
      await expect(preview).toHaveCount(0)
      await page.unroute('**/api/assignment')
      await dialog.getByRole('button', { name: t('data:assign.preview') }).click()
      await preview.getByRole('button', { name: t('data:assign.save') }).click()
      await expect(page.getByRole('listitem').filter({ hasText: plan.name })).toContainText('8.40')
      await expect(line).toHaveCount(0)
      await expect(page.getByRole('row').filter({ hasText: neighbour })).toContainText('7.10')
      await check('assigned by id')
    })
  })
}
