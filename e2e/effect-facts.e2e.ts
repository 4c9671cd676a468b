import { createPlan } from '@yingce/contracts/plan/plan'
import { addDays } from '@yingce/domain/calendar/date-arithmetic'
import { createRecords, recordsOf } from './story/records.ts'
import { expect, test } from './story/story.ts'
import { expectCell, WIDE } from './story/tracker.ts'
import { LOCALES } from './story/words.ts'

for (const language of LOCALES) {
  test.describe(`M12 and X10 figures of assigned facts, ${language}`, () => {
    test.use({ language })

    test('the effect table takes 300 元 in place of 280, meets its target, and the log shows the rate before and after', async ({
      page,
      owner,
      t,
      check,
    }) => {
      test.slow()
      const today = new Date().toISOString().slice(0, 10)
      const [before, changed, after] = [-12, -10, -9].map((days) => addDays(today, days))
      const { id } = await owner.call(createPlan, { body: { name: `效果 ${language}` } })
      await createRecords(owner, id, 'metric_fact', [
        { day: before, channel: '抖音', content: '素材甲', impressions: 10_000, clicks: 200, cost: 10_000 },
        { day: after, channel: '抖音', content: '素材甲', impressions: 10_000, clicks: 400, cost: 20_000 },
      ])
      await createRecords(owner, id, 'channel_effect', [
        { channel: '抖音', content: '素材甲', clicks: 580, cost: 28_000 },
      ])
      await createRecords(owner, id, 'target', [{ indicator: '素材甲点击率', target: '≥2%' }])
      await createRecords(owner, id, 'adjustment', [
        { name: '换首图', changedOn: changed, metric: '点击率', channel: '抖音' },
      ])

      await page.setViewportSize(WIDE)
      await page.goto(`/plans/${id}/data`)
      await page.getByText(t('record:sheet.channel_effect'), { exact: true }).click()
      await page.getByRole('button', { name: t('boards:take.button') }).click()
      const dialog = page.getByRole('dialog', { name: t('boards:take.title') })
      const row = dialog.getByRole('row').filter({ hasText: '素材甲' })
      await expect(row).toContainText('280 → 300')
      await check('take')
      await dialog.getByRole('button', { name: t('boards:take.ok', { count: 1 }) }).click()
      await expect(dialog).toHaveCount(0)
      await expect
        .poll(async () => (await recordsOf(owner, id, 'channel_effect'))[0]?.values)
        .toMatchObject({ impressions: 20_000, clicks: 600, cost: 30_000 })

      await page.goto(`/plans/${id}`)
      const effect = page.getByRole('region', { name: t('board:effect.title') })
      await expect(effect.getByRole('row').filter({ hasText: '素材甲' })).toContainText(t('shell:status.met'))

      await page.setViewportSize(WIDE)
      await page.goto(`/plans/${id}/risks`)
      await page.getByText(t('record:sheet.adjustment'), { exact: true }).click()
      await expectCell(page, '换首图', t('record:derived.before'), /2%/)
      await expectCell(page, '换首图', t('record:derived.after'), /4%/)
      await check('log')
    })
  })
}
