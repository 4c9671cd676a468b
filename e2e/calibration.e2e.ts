import { getCalibration, saveCalibration } from '@yingce/contracts/metrics/calibration'
import { upsertMetricFacts } from '@yingce/contracts/metrics/metric-facts'
import { addDays } from '@yingce/domain/calendar/date-arithmetic'
import { doubleCountText } from '@yingce/domain/metrics/double-count-text'
import { day as dayFromToday } from './story/day.ts'
import type { Person } from './story/person.ts'
import { expect, test } from './story/story.ts'
import { LOCALES } from './story/words.ts'

/** Yesterday in the time zone of the workspace; two days of one year at the least. */
const lastDay = () => {
  const yesterday = dayFromToday(-1)
  return yesterday.endsWith('-01-01') ? dayFromToday(-2) : yesterday
}

/** Three days of one year, the last of them yesterday where it can be. */
const threeDays = (): string[] => {
  const yesterday = dayFromToday(-1)
  const last = /-01-0[12]$/.test(yesterday) ? `${Number(yesterday.slice(0, 4)) - 1}-12-31` : yesterday
  return [addDays(last, -2), addDays(last, -1), last]
}

/**
 * The first sixty days of this quarter, some of them perhaps to come: the wall has room for two double counts,
 * those of the most days, and no other story has so many.
 */
const quarterDays = (): string[] => {
  const today = dayFromToday(0)
  const month = String(Math.floor((Number(today.slice(5, 7)) - 1) / 3) * 3 + 1).padStart(2, '0')
  return Array.from({ length: 60 }, (_, day) => addDays(`${today.slice(0, 4)}-${month}-01`, day))
}

/** The question about 1,000 clicks of one and 900 of the other source a day. */
const questionOf = (
  channel: string,
  names: readonly [string, string],
  days: number,
  language: 'zh-CN' | 'en',
) =>
  doubleCountText(
    {
      metric: 'clicks',
      currency: null,
      channels: [channel],
      days,
      firstName: names[0],
      secondName: names[1],
      first: 1000 * days,
      second: 900 * days,
    },
    language,
  )

async function push(
  owner: Person,
  source: string,
  figures: readonly (readonly [string, number])[],
  channel = '抖音',
) {
  await owner.call(upsertMetricFacts, {
    body: {
      source,
      currency: 'CNY',
      rows: figures.map(([day, clicks]) => ({ day, keys: { channel }, values: { clicks } })),
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
        // A long list is searched, and only the part of it that shows is drawn.
        await forms
          .getByLabel(t('calibration:fieldOf', { what: t(`calibration:${what}`), number: 1 }))
          .fill(option)
        await page.getByTitle(option, { exact: true }).last().click()
      }
      await choose('platform', platform)
      await choose('other', platform)
      await page.getByRole('button', { name: t('calibration:save'), exact: true }).click()
      await expect(page.getByRole('alert')).toContainText(t('calibration:fault.same_source'))
      await choose('other', other)
      const tolerance = forms.getByLabel(
        t('calibration:fieldOf', { what: t('calibration:tolerance'), number: 1 }),
      )
      const save = page.getByRole('button', { name: t('calibration:save'), exact: true })
      await tolerance.fill('101')
      await expect(save).toBeDisabled()
      await tolerance.fill('5')
      await expect(save).toBeEnabled()
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

    test('what two sources report twice is asked about on the board and answered with one click', async ({
      page,
      owner,
      t,
      check,
    }) => {
      const [platform, other] = [`开屏 ${language}`, `埋点 ${language}`]
      const days = threeDays()
      await push(
        owner,
        platform,
        days.map((day) => [day, 1000]),
      )
      await push(
        owner,
        other,
        days.map((day) => [day, 900]),
      )
      const question = questionOf('抖音', [platform, other], 3, language)
      await page.goto(`/boards?period=${days[0]?.slice(0, 4)}`)
      const note = page.getByText(question)
      await expect(note).toBeVisible()
      await check('board that may count twice')
      await note.getByRole('link', { name: t('boards:doubleCountLink') }).click()
      const item = page.getByRole('listitem', { name: question })
      await expect(item.getByRole('button', { name: t('calibration:double.add') })).toBeVisible()
      await check('what may be counted twice')
      await item.getByRole('button', { name: t('calibration:double.trust', { name: other }) }).click()
      await expect(item).toBeHidden()
      const row = page
        .getByRole('region', { name: t('calibration:pairs') })
        .last()
        .getByRole('row')
        .filter({ hasText: platform })
      for (const text of ['+10%', t('calibration:countedAs.trusted_by_channel')])
        await expect(row).toContainText(text)
      const { version } = await owner.call(getCalibration, { query: {} })
      await owner.call(saveCalibration, { body: { version, pairs: [] } })
    })

    test('the wall says what two sources report twice, and asks for nothing', async ({
      page,
      owner,
      t,
      check,
    }) => {
      // A channel of its own: what other stories push does not come between.
      const channel = `楼宇 ${language}`
      const [platform, other] = [`大屏 ${language}`, `大屏统计 ${language}`]
      const days = quarterDays()
      for (const [source, clicks] of [
        [platform, 1000],
        [other, 900],
      ] as const)
        await push(
          owner,
          source,
          days.map((day) => [day, clicks]),
          channel,
        )
      await page.goto('/tv')
      const question = questionOf(channel, [platform, other], days.length, language)
      await expect(page.getByText(question)).toBeVisible()
      await expect(page.getByRole('link', { name: t('boards:doubleCountLink') })).toHaveCount(0)
      await check('wall that may count twice')
    })
  })
}
