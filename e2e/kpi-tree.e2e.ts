import { createPlan, updatePlan } from '@yingce/contracts/plan/plan'
import { recordRoutes } from '@yingce/contracts/record/record-routes'
import { addDays } from '@yingce/domain/calendar/date-arithmetic'
import type { Person } from './story/person.ts'
import { expect, test } from './story/story.ts'
import { LOCALES, type Locale } from './story/words.ts'

const TARGETS: Readonly<Record<Locale, readonly (readonly [string, string])[]>> = {
  'zh-CN': [
    ['曝光量', '≥500万'],
    ['点击率', '≥2%'],
    ['投产比', '≥1:4'],
  ],
  en: [
    ['Impressions', '≥ 5,000,000'],
    ['CTR', '≥ 2%'],
    ['ROAS', '≥ 1:4'],
  ],
}

/** A plan in its middle, with targets and nothing measured; @returns its id and yesterday */
async function planWithTargets(
  owner: Person,
  language: Locale,
): Promise<{ planId: string; yesterday: string }> {
  const today = owner.session?.workspace?.today ?? ''
  const { id: planId, version } = await owner.call(createPlan, { body: { name: 'KPI' } })
  await owner.call(updatePlan, {
    params: { planId },
    body: { version, values: { periodStart: addDays(today, -10), periodEnd: addDays(today, 9) } },
  })
  for (const [indicator, target] of TARGETS[language])
    await owner.call(recordRoutes('target').create, {
      params: { planId },
      body: { values: { indicator, target } },
    })
  return { planId, yesterday: addDays(today, -1) }
}

for (const language of LOCALES) {
  test.describe(`M3 KPI tree, ${language}`, () => {
    test.use({ language })

    test('is built from the targets, lights up with the facts and opens to the days behind a figure', async ({
      page,
      owner,
      t,
      check,
    }) => {
      const { planId, yesterday } = await planWithTargets(owner, language)
      await page.goto(`/plans/${planId}/targets`)
      await page.getByText(t('kpi:switch.tree'), { exact: true }).click()
      await page.getByRole('button', { name: t('kpi:build') }).click()
      const tree = page.getByRole('tree', { name: t('kpi:tree') })
      const [first, rate, roas] = TARGETS[language].map(([name]) =>
        tree.getByRole('treeitem').filter({ hasText: name }),
      )
      if (first === undefined || rate === undefined || roas === undefined) throw new Error('three targets')
      for (const item of [first, rate, roas]) await expect(item).toContainText(t('shell:status.no_data'))

      await owner.call(recordRoutes('metric_fact').create, {
        params: { planId },
        body: {
          values: {
            day: yesterday,
            channel: '抖音',
            impressions: 2_600_000,
            clicks: 49_400,
            cost: 10_000_00,
            revenue: 30_000_00,
          },
        },
      })
      await expect(first).toContainText(t('shell:status.met'))
      await expect(rate).toContainText(t('shell:status.at_risk'))
      await expect(roas).toContainText(t('shell:status.missed'))
      await check('tree')

      await first.focus()
      await page.keyboard.press('ArrowRight')
      await expect(rate).toBeFocused()
      await page.keyboard.press('Enter')
      const details = page.getByRole('dialog')
      await expect(
        details.getByText(language === 'en' ? 'CTR = Clicks ÷ Impressions' : '点击率 = 点击 ÷ 曝光'),
      ).toBeVisible()
      await expect(details.getByRole('row').filter({ hasText: yesterday })).toContainText('1.9%')
      await check('node')
      await details.getByRole('button', { name: t('shell:common.edit') }).click()
      const form = page.getByRole('dialog').filter({ hasText: t('kpi:editTitle') })
      const target = form.getByRole('textbox', { name: t('fields:kpi_node.target') })
      await target.fill('很多')
      await expect(form).toContainText(t('kpi:targetUnread'))
      await target.fill('≥1.5%')
      await expect(form).not.toContainText(t('kpi:targetUnread'))
      await form.getByRole('button', { name: t('shell:common.save') }).click()
      await expect(rate).toContainText(t('shell:status.met'))
    })
  })
}
