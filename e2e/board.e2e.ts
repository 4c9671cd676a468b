import { confirmImport, createImport } from '@yingce/contracts/import/import'
import { teamWorkbook } from './fixtures/team-workbook.ts'
import { XLSX } from './story/give-file.ts'
import type { Person } from './story/person.ts'
import { samplePlan } from './story/sample-plan.ts'
import { expect, test } from './story/story.ts'
import { LOCALES } from './story/words.ts'

async function importedPlan(owner: Person): Promise<string> {
  const file = { name: '春茶上市推广.xlsx', mimeType: XLSX, buffer: await teamWorkbook() }
  const { id } = await owner.call(createImport, { file })
  const { planId } = await owner.call(confirmImport, {
    params: { importId: id },
    body: { planName: '春茶上市推广' },
  })
  return planId ?? ''
}

for (const language of LOCALES) {
  test.describe(`board, ${language}`, () => {
    test.use({ language })

    test(
      'progress is shown by count, weight and budget, each with its sum',
      { tag: '@chinese-only' },
      async ({ page, owner, t }) => {
        await page.goto(`/plans/${await importedPlan(owner)}/board`)
        for (const [basis, share, formula] of [
          ['byCount', '60%', '3 ÷ 5'],
          ['byWeight', '74%', '3.7 ÷ 5'],
          ['byBudget', '81.18%', '151,000 ÷ 186,000'],
        ] as const) {
          await page.getByText(t(`board:progress.${basis}`), { exact: true }).click()
          await expect(page.getByText(t(`board:progress.formula.${basis}`, { formula }))).toBeVisible()
          await expect(page.getByRole('img', { name: `${t('board:progress.label')} ${share}` })).toBeVisible()
        }
      },
    )

    test('money, return and rates come from the totals, and what the sheet calls ROI is named ROAS', async ({
      page,
      owner,
      t,
    }) => {
      await page.goto(`/plans/${await importedPlan(owner)}/board`)
      await expect(
        page.getByText(t('board:money.remaining', { amount: '64,500', share: '65.3%' })),
      ).toBeVisible()
      await expect(page.getByText('322,000 ÷ 104,000')).toBeVisible()
      await expect(page.getByText(t('board:return.roi', { value: '2.10' }))).toBeVisible()
      await expect(page.getByText('104,000 ÷ 1,310')).toBeVisible()
      await expect(page.getByText(t('board:return.rates', { ctr: '3.93%', cvr: '2.47%' }))).toBeVisible()
      await expect(page.getByText(t('board:effect.return.roas', { matches: 3, rows: 3 }))).toBeVisible()
      const member = page.getByRole('row').filter({ hasText: '会员日推文' })
      await expect(member).toContainText(
        t('board:effect.disagreement', {
          field: t('board:effect.stated.statedCtr'),
          stated: '5%',
          computed: '4%',
        }),
      )
    })

    test('each KPI stands with target, reached value, attainment and status', async ({ page, owner, t }) => {
      await page.goto(`/plans/${await importedPlan(owner)}/board`)
      const kpis = page.getByRole('region', { name: t('board:kpi.title'), exact: true })
      for (const [metric, attainment, status] of [
        ['有效问卷', '106.7%', 'met'],
        ['播放完成率', '113.3%', 'met'],
        ['笔记互动率', '92%', 'missed'],
        ['成交额', '110%', 'met'],
        ['复购率', '—', 'no_data'],
      ] as const) {
        const row = kpis.getByRole('row').filter({ hasText: metric })
        await expect(row).toContainText(attainment)
        await expect(row).toContainText(t(`shell:status.${status}`))
      }
    })

    test(
      'tracker spend and channel cost are two sources whose difference is stated',
      { tag: '@chinese-only' },
      async ({ page, owner, t }) => {
        await page.goto(`/plans/${await importedPlan(owner)}/board`)
        const card = page.getByRole('region', { name: t('board:reconciliation.title') })
        const total = card.getByRole('row').last()
        for (const sum of ['121,500', '104,000', '17,500']) await expect(total).toContainText(sum)
      },
    )

    test(
      'what is late and what contradicts itself is listed, and leads to the record',
      { tag: '@chinese-only' },
      async ({ page, owner, t }) => {
        await page.goto(`/plans/${await importedPlan(owner)}/board`)
        const late = page.getByRole('region', { name: t('board:late.title') })
        await expect(late).toContainText('小红书茶友试饮')
        const contradictions = page.getByRole('region', { name: t('board:contradictions.title') })
        await expect(contradictions).toContainText(
          t('board:contradiction.spent_over_budget', { spent: '42,000', budget: '40,000', over: '2,000' }),
        )
        await late.getByRole('link', { name: '小红书茶友试饮' }).click()
        await expect(page.getByRole('dialog')).toContainText('笔记互动率≥5%')
      },
    )

    test(
      'the daily trend can be read as a table',
      { tag: '@chinese-only' },
      async ({ page, owner, t, check }) => {
        await page.goto(`/plans/${await samplePlan(owner, language)}/board`)
        await page.getByRole('button', { name: t('board:chart.asTable') }).click()
        const table = page.getByRole('region', { name: t('board:trend.ctr'), exact: true })
        await expect(table.getByRole('row')).toHaveCount(31)
        await page.getByText(t('board:trend.conversions'), { exact: true }).last().click()
        await expect(
          page.getByRole('columnheader', { name: t('board:trend.conversions'), exact: true }).last(),
        ).toBeVisible()
        await check('trend as a table')
      },
    )
  })
}
