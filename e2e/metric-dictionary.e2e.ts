import type { Page } from '@playwright/test'
import { queryMetrics } from '@yingce/contracts/metrics/metric-query'
import { createPlan } from '@yingce/contracts/plan/plan'
import { createRecords } from './story/records.ts'
import { expectCell, typeInto } from './story/tracker.ts'
import { expect, test } from './story/story.ts'
import { LOCALES, type Words } from './story/words.ts'

/** Row of a metric of this very name: other stories keep metrics in the same dictionary. */
const ownRow = (page: Page, t: Words, name: string) =>
  page
    .getByRole('row')
    .filter({ has: page.getByRole('button', { name: t('metrics:editOf', { name }), exact: true }) })

for (const language of LOCALES) {
  test.describe(`M2 metric dictionary, ${language}`, () => {
    test.use({ language })

    test('is searched, takes a metric whose formula is checked while typed, and keeps its versions', async ({
      page,
      t,
      check,
    }) => {
      const name = language === 'en' ? 'Likes per read' : '阅读点赞率'
      const key = `likes_${language === 'en' ? 'en' : 'zh'}`
      const [first, second] =
        language === 'en'
          ? ['Likes ÷ Reads', '(Likes + Saves) ÷ Reads']
          : ['点赞 ÷ 阅读', '(点赞 + 收藏) ÷ 阅读']
      await page.goto('/data/metrics')
      await page.getByRole('searchbox', { name: t('metrics:search') }).fill('ctr')
      await expect(
        page.getByRole('row').filter({ hasText: language === 'en' ? 'Clicks ÷ Impressions' : '点击 ÷ 曝光' }),
      ).toBeVisible()
      await check('dictionary')
      await page.getByRole('searchbox', { name: t('metrics:search') }).fill('')

      await page.getByRole('button', { name: t('metrics:add') }).click()
      const form = page.getByRole('dialog')
      const field = (label: string) =>
        form.getByRole('textbox', { name: `* ${t(`metrics:field.${label}`)}`, exact: true })
      await field('key').fill(key)
      await field('zh').fill(language === 'en' ? 'Likes zh' : name)
      await field('en').fill(language === 'en' ? name : 'Likes')
      await field('definitionZh').fill('阅读中点赞的占比')
      await field('definitionEn').fill('Share of reads with a like')
      await field('formula').fill('likes / raeds')
      await expect(form.getByRole('status')).toContainText(
        t('metrics:issue.unknown_metric', { names: 'raeds' }),
      )
      await expect(form.getByRole('status')).toContainText(t('metrics:column', { column: 9 }).trim())
      await check('formula')
      await field('formula').fill('likes / reads')
      await expect(form.getByRole('status')).toContainText(t('metrics:sound.ratio'))
      await expect(form.getByRole('status')).toContainText(t('metrics:readsAs', { formula: first }))
      await form.getByRole('button', { name: t('shell:common.save') }).click()

      const row = ownRow(page, t, name)
      await expect(row).toContainText(first)
      await row.getByRole('button', { name: t('metrics:editOf', { name }), exact: true }).click()
      await expect(field('formula')).toHaveValue('likes / reads')
      await field('formula').fill('(likes + saves) / reads')
      await form.getByRole('button', { name: t('shell:common.save') }).click()
      await row.getByRole('button', { name: t('metrics:version', { version: 2 }) }).click()
      await expect(page.getByRole('dialog').getByText(first, { exact: true })).toBeVisible()
      await expect(page.getByRole('dialog').getByText(second)).toBeVisible()
    })

    test('a metric that is counted by hand has its column in the daily data, and its figures in the answers', async ({
      page,
      owner,
      t,
      check,
    }) => {
      const name = language === 'en' ? 'Tastings' : '试饮人次'
      const key = `tastings_${language === 'en' ? 'en' : 'zh'}`
      await page.goto('/data/metrics')
      await page.getByRole('button', { name: t('metrics:add') }).click()
      const form = page.getByRole('dialog')
      const field = (label: string) =>
        form.getByRole('textbox', { name: `* ${t(`metrics:field.${label}`)}`, exact: true })
      await field('key').fill(key)
      await field('zh').fill(language === 'en' ? '试饮' : name)
      await field('en').fill(language === 'en' ? name : 'Tasted')
      await field('definitionZh').fill('现场试饮的人次')
      await field('definitionEn').fill('People who tasted it')
      await form.getByRole('button', { name: t('metrics:own.count') }).click()
      await expect(field('formula')).toHaveValue(/^ownCount[1-6]$/)
      await expect(form.getByRole('status')).toContainText(t('metrics:sound.flow'))
      await check('own count')
      await form.getByRole('button', { name: t('shell:common.save') }).click()
      await expect(ownRow(page, t, name)).toContainText(language === 'en' ? 'Own count' : '自有计数')

      const planId = (await owner.call(createPlan, { body: { name: `手工 ${language}` } })).id
      await createRecords(owner, planId, 'metric_fact', [{ day: '2026-03-02', channel: '门店一' }])
      // All columns of the sheet are drawn.
      await page.setViewportSize({ width: 5000, height: 900 })
      await page.goto(`/plans/${planId}/data`)
      await page.getByText(t('record:sheet.metric_fact'), { exact: true }).click()
      await typeInto(page, '03-02', t('fields:metric_fact.visitors'), '120')
      await typeInto(page, '03-02', name, '35')
      await expectCell(page, '03-02', name, '35')
      const figures = async () =>
        (
          await owner.call(queryMetrics, {
            body: {
              metrics: [key, 'visitors'],
              filters: { plan: [planId] },
              period: { from: '2026-03-01', to: '2026-03-31' },
            },
          })
        ).rows[0]?.values
      await expect.poll(figures).toEqual({ [key]: 35, visitors: 120 })
    })
  })
}
