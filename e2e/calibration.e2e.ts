import { getCalibration, saveCalibration } from '@yingce/contracts/metrics/calibration'
import { upsertMetricFacts } from '@yingce/contracts/metrics/metric-facts'
import { addDays } from '@yingce/domain/calendar/date-arithmetic'
import type { Person } from './story/person.ts'
import { expect, test } from './story/story.ts'
import { LOCALES } from './story/words.ts'

/** Yesterday in the time zone of the workspace; two days of one year at the least. */
const lastDay = () => {
  const day = addDays(new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10), -1)
  return day.endsWith('-01-01') ? addDays(day, -1) : day
}

async function push(owner: Person, source: string, figures: readonly (readonly [string, number])[]) {
  await owner.call(upsertMetricFacts, {
    body: {
      source,
      currency: 'CNY',
      rows: figures.map(([day, clicks]) => ({ day, keys: { channel: '抖音' }, values: { clicks } })),
    },
  })
}

for (const language of LOCALES) {
  test.describe(`M11 source calibration, ${language}`, () => {
    test.use({ language })

    test('two sources are set against each other; what is over the tolerance is flagged by day and the trusted one named', async ({
      page,
      owner,
      t,
      check,
    }) => {
      const day = lastDay()
      const [platform, other] = [`信息流 ${language}`, `站内统计 ${language}`]
      await push(owner, platform, [
        [addDays(day, -1), 4000],
        [day, 6000],
      ])
      await push(owner, other, [
        [addDays(day, -2), 77],
        [addDays(day, -1), 3960],
        [day, 5240],
      ])
      await page.goto('/data/calibration')
      await page.getByRole('button', { name: t('calibration:set') }).click()
      await page.getByRole('button', { name: t('calibration:add') }).click()
      const forms = page.getByRole('group', { name: t('calibration:pairOf', { number: 1 }) })
      const choose = async (what: string, option: string) => {
        await forms
          .getByLabel(t('calibration:fieldOf', { what: t(`calibration:${what}`), number: 1 }))
          .click()
        await page.getByTitle(option, { exact: true }).last().click()
      }
      await choose('platform', platform)
      await choose('other', platform)
      await page.getByRole('button', { name: t('calibration:save'), exact: true }).click()
      await expect(page.getByRole('alert')).toContainText(t('calibration:fault.same_source'))
      await choose('other', other)
      await check('calibration settings')
      await page.getByRole('button', { name: t('calibration:save'), exact: true }).click()

      const pairs = page.getByRole('region', { name: t('calibration:pairs') }).last()
      const row = pairs.getByRole('row').filter({ hasText: platform })
      for (const text of ['10,000', '9,200', '+8%', '5%', t('calibration:state.over')])
        await expect(row).toContainText(text)
      await expect(row.getByRole('cell', { name: other, exact: true })).toBeVisible()
      await row.getByRole('button').click()
      const lines = page.getByRole('region', {
        name: t('calibration:linesOf', { name: t('boards:metric.clicks'), platform, other }),
      })
      const lineOf = (date: string) => lines.getByRole('row').filter({ hasText: date })
      await expect(lineOf(day).last()).toContainText(t('calibration:state.over'))
      await expect(lineOf(addDays(day, -1)).last()).toContainText(t('calibration:state.within'))
      // One source alone is no gap.
      await expect(lineOf(addDays(day, -2)).last()).toContainText(t('calibration:state.none'))
      await expect(
        row.getByRole('cell', { name: t('calibration:countedAs.trusted_by_channel') }),
      ).toBeVisible()
      await check('calibration of two sources')

      // The board says what it left out, and leads back to the comparison.
      await page.goto(`/boards?period=${day.slice(0, 4)}`)
      const note = page.getByText(
        t('boards:setAside', {
          metric: t('boards:metric.clicks'),
          trusted: other,
          other: platform,
          counted: '9,200',
          setAside: '10,000',
        }),
      )
      await expect(note).toBeVisible()
      await check('board with a figure set aside')
      await note.getByRole('link', { name: t('boards:setAsideLink') }).click()
      await expect(lines).toBeVisible()

      await page.getByRole('button', { name: t('calibration:set') }).click()
      const { version } = await owner.call(getCalibration, { query: {} })
      await owner.call(saveCalibration, { body: { version, pairs: [] } })
      await page.getByRole('button', { name: t('calibration:save'), exact: true }).click()
      await expect(page.getByRole('alert')).toContainText(t('calibration:stale'))
      await page.getByRole('button', { name: t('calibration:reload') }).click()
      await expect(page.getByText(t('calibration:empty'))).toBeVisible()
      await check('nothing calibrated')
    })
  })
}
