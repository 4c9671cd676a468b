import { getAssignment, saveAssignment } from '@yingce/contracts/assignment/assignment'
import { upsertMetricFacts } from '@yingce/contracts/metrics/metric-facts'
import { createPlan } from '@yingce/contracts/plan/plan'
import type { Person } from './story/person.ts'
import { expect, test } from './story/story.ts'
import { LOCALES } from './story/words.ts'

/** Two landing pages with 20,000 visitors each on one day, and 800 and 960 people who paid; a second day of one. */
async function planWithVisitors(owner: Person, name: string): Promise<string> {
  const { id: planId } = await owner.call(createPlan, { body: { name } })
  const row = (day: string, content: string, buyers: number) => ({
    day,
    keys: { channel: '官网', content },
    values: { impressions: 90_000, clicks: 30_000, conversions: buyers, visitors: 20_000, buyers },
  })
  await owner.call(upsertMetricFacts, {
    body: {
      source: name,
      currency: 'CNY',
      rows: [
        row('2025-06-02', '茶山落地页', 800),
        row('2025-06-02', '茶杯落地页', 960),
        row('2025-06-03', '茶杯落地页', 900),
      ],
    },
  })
  const { version, rules } = await owner.call(getAssignment, {})
  const kept = rules.map(({ id, name: own, conditions, target }) => ({ id, name: own, conditions, target }))
  const conditions = [{ field: 'source' as const, operator: 'equals' as const, value: name, part: null }]
  const target = { planId, strategy: null, creator: null, shares: [] }
  await owner.call(saveAssignment, { body: { version, rules: [...kept, { name, conditions, target }] } })
  return planId
}

for (const language of LOCALES) {
  test.describe(`M9 A/B comparison, ${language}`, () => {
    test.use({ language })

    test('opens on the contents, counts views while visitors of days do not add, and people on a single day', async ({
      page,
      owner,
      t,
      check,
    }) => {
      await page.goto(`/plans/${await planWithVisitors(owner, `落地页测试 ${language}`)}/data`)
      await page.getByText(t('boards:compare.title'), { exact: true }).click()
      const result = page.getByRole('region', { name: t('boards:compare.result') })
      await expect(result).toContainText('茶山落地页')
      await expect(result).toContainText(t('boards:compare.unit.impressions'))
      await expect(result).toContainText(t('boards:compare.peopleSplit'))
      await check('contents compared by views')

      await page.getByText(t('boards:period.custom'), { exact: true }).click()
      await page.getByLabel(t('boards:period.from')).fill('2025-06-02')
      await page.getByLabel(t('boards:period.to'), { exact: true }).fill('2025-06-02')
      await page.getByRole('button', { name: t('boards:period.show') }).click()
      await expect(result).toContainText(
        t('boards:compare.ofPeople', {
          unit: t('boards:compare.unit.visitors'),
          done: t('boards:compare.done.buyers'),
        }),
      )
      const row = result.getByRole('row').filter({ hasText: '茶山落地页' })
      for (const text of ['20,000', '800', '4%']) await expect(row).toContainText(text)
      await check('contents compared by people')
    })
  })
}
