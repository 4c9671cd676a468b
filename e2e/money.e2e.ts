import { getMoney } from '@yingce/contracts/money/money-view'
import type { Page } from '@playwright/test'
import { joinAs } from './story/person.ts'
import { recordsOf } from './story/records.ts'
import { samplePlan } from './story/sample-plan.ts'
import { expect, test } from './story/story.ts'
import { LOCALES, type Words } from './story/words.ts'

async function openMoney(page: Page, planId: string, t: Words): Promise<void> {
  await page.goto(`/plans/${planId}/budget`)
  await page.getByText(t('money:title'), { exact: true }).click()
  await expect(page.getByRole('heading', { name: t('money:journal.title') })).toBeVisible()
}

async function choose(page: Page, label: string, option: string): Promise<void> {
  const form = page.getByRole('region', { name: /./ }).filter({ has: page.locator('form') })
  await form.last().getByRole('combobox', { name: label, exact: true }).click()
  await page.locator('.ant-select-dropdown:visible').getByText(option, { exact: true }).click()
}

for (const language of LOCALES) {
  test.describe(`F3 money, ${language}`, () => {
    test.use({ language })

    test('a top-up, its consumption and a wrong expense that is reversed: the figures follow', async ({
      page,
      owner,
      t,
      check,
    }) => {
      test.slow()
      const planId = await samplePlan(owner, language)
      const line = (await recordsOf(owner, planId, 'budget_line'))[0]
      const lineName = String(line?.values['name'])
      const started = await owner.call(getMoney, { params: { planId } })
      const before = started.rows.find(({ id }) => id === line?.id)?.actual ?? 0
      const figures = async () => {
        const { rows } = await owner.call(getMoney, { params: { planId } })
        const row = rows.find(({ id }) => id === line?.id)
        return [row?.committed ?? 0, row?.open ?? 0, (row?.actual ?? 0) - before]
      }
      await openMoney(page, planId, t)
      const form = page.getByRole('region', { name: t('money:form.title') })
      const fill = (label: string, text: string) =>
        form.getByLabel(t(`money:form.${label}`), { exact: true }).fill(text)
      const post = () => form.getByRole('button', { name: t('money:form.post') }).click()

      await choose(page, t('money:form.kind'), t('money:kind.top_up'))
      await choose(page, t('money:level.budget_line'), lineName)
      await fill('amount', '500')
      await fill('payee', '云帆代理')
      await fill('account', 'YF-001')
      await post()
      await expect.poll(figures).toEqual([50_000, 50_000, 0])

      await choose(page, t('money:form.kind'), t('money:kind.consumption'))
      await fill('amount', '200')
      await post()
      await expect.poll(figures).toEqual([50_000, 30_000, 20_000])

      await choose(page, t('money:form.kind'), t('money:kind.expense'))
      await fill('amount', '88.88')
      await fill('payee', '同福印务')
      await fill('receipt', 'FP-0042')
      await post()
      await expect.poll(figures).toEqual([50_000, 30_000, 28_888])
      const journal = page.getByRole('region', { name: t('money:journal.title') })
      await expect(journal.getByText('FP-0042')).toBeVisible()
      await check('money')

      await journal.getByRole('textbox', { name: t('money:journal.byPayee') }).fill('同福')
      await journal
        .getByRole('button', { name: /88\.88/ })
        .last()
        .click()
      const dialog = page.getByRole('dialog', { name: t('money:reverse.title') })
      await dialog.getByRole('textbox', { name: t('money:reverse.reason') }).fill('重复入账')
      await dialog.getByRole('button', { name: t('money:journal.reverse') }).click()
      await expect.poll(figures).toEqual([50_000, 30_000, 20_000])
      await expect(journal.getByText(t('money:journal.isReversed'), { exact: true })).toBeVisible()
      await expect(journal.getByRole('row', { name: /-88\.88/ })).toContainText('重复入账')

      const roas = page
        .getByRole('region', { name: t('money:return.title') })
        .getByRole('group')
        .first()
      await roas.getByText(t('money:return.roas.name')).click()
      await expect(roas.getByText(t('money:return.roas.formula'))).toBeVisible()
    })

    test(
      'an expense beyond a budget line is told before it is posted, and a viewer reads the ledger without a button',
      { tag: '@chinese-only' },
      async ({ page, owner, origin, pageOf, t }) => {
        const planId = await samplePlan(owner, language)
        const line = (await recordsOf(owner, planId, 'budget_line'))[0]
        await openMoney(page, planId, t)
        const form = page.getByRole('region', { name: t('money:form.title') })
        await choose(page, t('money:level.budget_line'), String(line?.values['name']))
        await form.getByLabel(t('money:form.amount'), { exact: true }).fill('9999999')
        await form.getByLabel(t('money:form.payee'), { exact: true }).fill('同福印务')
        await form.getByRole('button', { name: t('money:form.post') }).click()
        await expect(form.getByRole('alert')).toContainText(String(line?.values['name']))
        await form.getByRole('button', { name: t('money:form.postAnyway') }).click()
        const over = page.getByRole('region', { name: t('money:journal.title') }).getByText('同福印务')
        await expect(over).toBeVisible()
        await expect(page.getByText(t('money:over'), { exact: true }).first()).toBeVisible()

        const viewer = await pageOf(await joinAs(origin, owner, 'viewer', '看客'))
        await openMoney(viewer, planId, t)
        await expect(viewer.getByText('同福印务')).toBeVisible()
        await expect(viewer.getByRole('heading', { name: t('money:form.title') })).toHaveCount(0)
        await expect(
          viewer.getByRole('button', { name: new RegExp(t('money:journal.reverse')) }),
        ).toHaveCount(0)
      },
    )
  })
}
