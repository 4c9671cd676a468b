import { listAlertRules } from '@yingce/contracts/alerting/alert-rule'
import { listAlerts } from '@yingce/contracts/alerting/alert'
import { createPlan } from '@yingce/contracts/plan/plan'
import { PHONE } from './story/check-page.ts'
import { day } from './story/day.ts'
import { createRecords, recordsOf } from './story/records.ts'
import { expect, test } from './story/story.ts'
import { LOCALES } from './story/words.ts'

for (const language of LOCALES) {
  test.describe(`B5 risks, ${language}`, () => {
    test.use({ language })

    test('rain is in sight: on a phone somebody fires the risk, its response becomes tasks, and a second time is refused', async ({
      page,
      owner,
      t,
      check,
    }) => {
      const { id: planId } = await owner.call(createPlan, { body: { name: `风险故事 ${language}` } })
      await createRecords(owner, planId, 'risk', [
        { name: '户外活动下雨', trigger: '下雨', response: '搭雨棚\n改到室内场地', owner: '李四' },
      ])
      const [risk] = await recordsOf(owner, planId, 'risk')
      await page.goto(`/plans/${planId}/risks?record=${risk!.id}`)
      const panel = page.getByRole('dialog').filter({ has: page.getByRole('list') })
      await expect(panel.getByRole('button', { name: t('alert:fire.button'), exact: true })).toBeVisible()
      await check('risk')

      await page.setViewportSize(PHONE)
      const button = panel.getByRole('button', { name: t('alert:fire.button'), exact: true })
      const form = page.getByRole('dialog', { name: t('alert:fire.title', { name: '户外活动下雨' }) })
      const fire = async () => {
        await button.focus()
        await page.keyboard.press('Enter')
        await form.getByLabel(t('alert:fire.reason')).fill('周六暴雨')
        await form.getByRole('button', { name: t('alert:fire.ok'), exact: true }).click()
      }
      await fire()
      await expect(page.getByText(t('alert:fire.done', { count: 2 }))).toBeVisible()
      await expect(form).toBeHidden()
      expect(
        (await recordsOf(owner, planId, 'task')).map(({ values }) => [values['name'], values['owner']]),
      ).toEqual([
        ['搭雨棚', '李四'],
        ['改到室内场地', '李四'],
      ])
      await fire()
      await expect(form.getByRole('alert')).toContainText(t('errors:issue.response_open'))
      await check('refused')

      const { items } = await owner.call(listAlerts, { query: { planId } })
      expect(items.map((alert) => [alert.day, alert.metric])).toEqual([[day(0), null]])
      await page.goto(`/alerts/${items[0]!.id}`)
      await expect(page.getByRole('heading', { level: 1 })).toContainText('周六暴雨')
      await page.getByRole('link', { name: t('alert:risk', { name: '户外活动下雨' }) }).click()
      await expect(panel).toContainText('改到室内场地')
    })

    test('a trigger that reads as a rule opens the form of one, filled in and linked to the risk; it is there once saved', async ({
      page,
      owner,
      t,
      check,
    }) => {
      const { id: planId } = await owner.call(createPlan, { body: { name: `触发条件 ${language}` } })
      const trigger =
        language === 'en' ? 'CVR below 0.8% for 2 days running' : '信息流转化率连续 2 天低于 0.8%'
      await createRecords(owner, planId, 'risk', [
        { name: '信息流转化不足', trigger, response: '素材 A/B 测试' },
        { name: '下雨', trigger: '下雨' },
      ])
      const [read, unread] = await recordsOf(owner, planId, 'risk')
      await page.goto(`/plans/${planId}/risks?record=${unread!.id}`)
      await expect(page.getByRole('button', { name: t('alert:fire.button'), exact: true })).toBeVisible()
      await expect(page.getByRole('button', { name: t('alert:ruleOfRisk') })).toBeHidden()

      await page.goto(`/plans/${planId}/risks?record=${read!.id}`)
      await page.getByRole('button', { name: t('alert:ruleOfRisk') }).click()
      const form = page.getByRole('dialog', { name: t('alert:newRule') })
      await expect(form.getByRole('status')).toContainText('0.8%')
      await expect(form.getByText('信息流转化不足')).toBeVisible()
      await check('rule of a trigger')
      const rules = async () => (await owner.call(listAlertRules, { params: { planId } })).items
      expect(await rules()).toEqual([])
      await form.getByRole('button', { name: t('alert:save') }).click()
      await expect(form).toBeHidden()
      expect(await rules()).toMatchObject([
        {
          riskId: read!.id,
          scope: { channel: language === 'en' ? null : '信息流' },
          condition: { type: 'threshold', comparator: 'lt', value: 0.008, breaches: 2, days: 2 },
        },
      ])
    })

    test(
      'beside the grid the row that has the cursor is fired',
      { tag: '@chinese-only' },
      async ({ page, owner, t }) => {
        const { id: planId } = await owner.call(createPlan, { body: { name: '风险表' } })
        await createRecords(owner, planId, 'risk', [{ name: '达人取消', trigger: '达人取消' }])
        await page.goto(`/plans/${planId}/risks`)
        await page.getByRole('gridcell', { name: '达人取消' }).first().click()
        await page.getByRole('button', { name: t('alert:fire.button'), exact: true }).click()
        await expect(
          page.getByRole('dialog', { name: t('alert:fire.title', { name: '达人取消' }) }),
        ).toBeVisible()
      },
    )
  })
}
