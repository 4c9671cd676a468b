import { listAlerts } from '@yingce/contracts/alerting/alert'
import { createPlan } from '@yingce/contracts/plan/plan'
import { day } from './story/day.ts'
import { createRecords, recordsOf } from './story/records.ts'
import { expect, test } from './story/story.ts'
import { LOCALES } from './story/words.ts'

for (const language of LOCALES) {
  test.describe(`M4 alerts, ${language}`, () => {
    test.use({ language })

    test('a rule is tried on the past; two bad days raise an alert that goes from seen over five whys and a task to resolved', async ({
      page,
      owner,
      t,
      check,
    }) => {
      const { id: planId } = await owner.call(createPlan, {
        body: { name: `预警故事 ${language}`, periodStart: day(-20), periodEnd: day(20) },
      })
      const facts = (days: readonly (readonly [number, number])[]) =>
        createRecords(
          owner,
          planId,
          'metric_fact',
          days.map(([offset, clicks]) => ({
            day: day(offset),
            channel: '抖音信息流',
            impressions: 10_000,
            clicks,
          })),
        )
      await facts([
        [-9, 220],
        [-8, 110],
        [-7, 120],
        [-6, 230],
        [-5, 240],
        [-4, 230],
        [-3, 220],
      ])
      await page.goto(`/plans/${planId}/alerts`)
      await expect(page.getByText(t('alert:noRules'))).toBeVisible()
      await page.getByRole('button', { name: t('alert:newRule') }).click()
      const form = page.getByRole('dialog')
      await expect(form.getByRole('status')).toContainText('1.5%')
      await expect(
        form.getByText(t('alert:backTest.fired', { count: 1, from: day(-20), to: day(-1) })),
      ).toBeVisible()
      const channel = form.getByLabel(t('alert:form.channel'))
      await channel.fill('快手')
      await expect(form.getByText(t('alert:form.channelWithoutFacts', { channel: '快手' }))).toBeVisible()
      await channel.fill('信息流')
      await page.getByTitle('抖音信息流', { exact: true }).click()
      await expect(form.getByRole('status')).toContainText('抖音信息流')
      await expect(
        form.getByText(t('alert:backTest.fired', { count: 1, from: day(-20), to: day(-1) })),
      ).toBeVisible()
      const cooldown = form.getByLabel(t('alert:form.cooldown'))
      await cooldown.fill('100')
      await expect(form.getByRole('button', { name: t('alert:save') })).toBeDisabled()
      await cooldown.fill('1')
      await form.getByRole('button', { name: t('alert:save') }).click()
      await expect(page.getByText(t('alert:noRules'))).toBeHidden()
      // The days -8 and -7 are history: the rule, made today, looks no further back than yesterday.
      await page.getByRole('button', { name: t('alert:checkNow') }).click()
      await expect(page.getByText(t('alert:checkedNone'))).toBeVisible()
      await expect(page.getByText(t('alert:judgedTo', { date: day(-1) }))).toBeVisible()
      await check('rules')

      // What is behind a plan needs one: the target of the metric, said beside the back-test.
      await page.getByRole('button', { name: t('alert:newRule') }).click()
      await form.getByLabel(t('alert:form.type')).click()
      await page.getByTitle(t('alert:form.typeOf.pacing'), { exact: true }).last().click()
      await expect(form.getByText(t('alert:backTest.noPlan'))).toBeVisible()
      await createRecords(owner, planId, 'target', [{ indicator: '曝光', target: '≥100万' }])
      await page.reload()
      await page.getByRole('button', { name: t('alert:newRule') }).click()
      await form.getByLabel(t('alert:form.type')).click()
      await page.getByTitle(t('alert:form.typeOf.pacing'), { exact: true }).last().click()
      await expect(
        form.getByText(
          t('alert:backTest.planned.target', { texts: '曝光 ≥100万', from: day(-20), to: day(20) }),
        ),
      ).toBeVisible()
      await check('pacing rule')
      await page.keyboard.press('Escape')
      await expect(form).toBeHidden()

      await facts([
        [-2, 100],
        [-1, 90],
      ])
      await expect
        .poll(async () => (await owner.call(listAlerts, { query: { planId } })).items.length, {
          timeout: 30_000,
        })
        .toBe(1)
      await page.goto('/alerts')
      await page
        .getByRole('link', { name: language === 'en' ? /CTR below/ : /点击率连续/ })
        .first()
        .click()
      await page.getByRole('button', { name: t('alert:acknowledge') }).click()
      await page.getByRole('button', { name: t('alert:askWhy') }).click()
      await page.getByRole('textbox', { name: t('fields:root_cause.why1') }).fill('素材疲劳')
      await page.getByRole('textbox', { name: t('fields:root_cause.why2') }).fill('两周没换')
      const chainCard = page.getByRole('region', { name: t('alert:why') })
      await chainCard.getByRole('textbox', { name: t('fields:root_cause.owner') }).fill('李雷')
      const due = chainCard.getByRole('textbox', { name: t('fields:root_cause.dueDate') })
      await due.fill('2026-12-04')
      await due.press('Enter')
      await check('alert')
      const action = page.getByRole('region', { name: t('alert:action.title') })
      await action.getByRole('textbox', { name: t('action:name') }).fill('上新素材 C')
      await action.getByRole('button', { name: t('action:make') }).click()
      await expect(page.getByRole('link', { name: '上新素材 C' })).toBeVisible()
      expect((await recordsOf(owner, planId, 'task')).map((task) => task.values['name'])).toEqual([
        '上新素材 C',
      ])
      await page.getByRole('textbox', { name: t('alert:resolution') }).fill('每周换一次素材')
      await page.getByRole('button', { name: t('alert:resolveNow') }).click()
      await expect(page.getByText(t('alert:state.resolved')).first()).toBeVisible()
      const [chain] = await recordsOf(owner, planId, 'root_cause')
      expect(chain?.values).toMatchObject({
        why1: '素材疲劳',
        why2: '两周没换',
        owner: '李雷',
        dueDate: '2026-12-04',
      })
    })
  })
}
