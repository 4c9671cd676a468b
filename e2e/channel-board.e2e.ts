import { readFile } from 'node:fs/promises'
import {
  getPeriodLayout,
  saveOwnPeriodLayout,
  saveSharedBoardLayout,
} from '@yingce/contracts/board/board-layout'
import { createBoardShare } from '@yingce/contracts/board/board-share'
import { createPlan } from '@yingce/contracts/plan/plan'
import { DEFAULT_BLOCKS } from '@yingce/domain/board/board-layout'
import type { Page } from '@playwright/test'
import type { Person } from './story/person.ts'
import { createRecords } from './story/records.ts'
import { samplePlan } from './story/sample-plan.ts'
import { expect, test } from './story/story.ts'
import { LOCALES, type Words } from './story/words.ts'

/** Worked example 15 in the first week of June. */
async function planWithFacts(owner: Person): Promise<string> {
  const { id } = await owner.call(createPlan, { body: { name: '春茶渠道周报' } })
  await createRecords(owner, id, 'metric_fact', [
    { day: '2025-06-02', channel: '小红书', impressions: 700_000, clicks: 30_000, conversions: 500 },
    { day: '2025-06-06', channel: '小红书', impressions: 500_000, clicks: 30_000, conversions: 580 },
    {
      day: '2025-06-03',
      channel: '抖音',
      impressions: 1_500_000,
      clicks: 33_000,
      conversions: 500,
      cost: 7_000_000,
    },
    {
      day: '2025-06-05',
      channel: '抖音',
      impressions: 500_000,
      clicks: 11_000,
      conversions: 204,
      cost: 3_000_000,
    },
    // Who stayed is filled in once, for one of the channels.
    { day: '2025-06-06', channel: '抖音', content: '会员', cohortUsers: 500, retainedUsers: 120 },
  ])
  await createRecords(owner, id, 'target', [{ indicator: '抖音CTR', target: '≥2%' }])
  await createRecords(owner, id, 'adjustment', [{ name: '换首图', changedOn: '2025-06-04', channel: '抖音' }])
  return id
}

/** The board as a workbook and as a picture, each under the name of what it shows. */
async function expectFiles(page: Page, t: Words, name: string): Promise<void> {
  for (const [format, start] of [
    ['xlsx', 'PK'],
    ['png', '\u0089PNG'],
  ] as const) {
    await page.getByRole('button', { name: t('boards:export.open'), exact: true }).click()
    const download = page.waitForEvent('download')
    await page.getByRole('menuitem', { name: t(`boards:export.${format}`) }).click()
    const file = await download
    expect(file.suggestedFilename()).toMatch(new RegExp(`${name}.*\\.${format}$`))
    const bytes = await readFile(await file.path())
    expect(bytes.subarray(0, start.length).toString('latin1')).toBe(start)
  }
}

for (const language of LOCALES) {
  test.describe(`M5 channel board, ${language}`, () => {
    test.use({ language })

    test('shows the figures of the facts by channel, with status, funnel and grades', async ({
      page,
      owner,
      t,
      check,
    }) => {
      await page.goto(`/plans/${await planWithFacts(owner)}/data`)
      const channels = page
        .getByRole('region', { name: t('boards:channels', { dimension: t('boards:by.channel') }) })
        .last()
      const feed = channels.getByRole('row').filter({ hasText: '抖音' })
      for (const text of ['100,000', '2.2%', '1.6%', t('shell:status.met')])
        await expect(feed).toContainText(text)
      const notes = channels.getByRole('row').filter({ hasText: '小红书' })
      for (const text of ['1,200,000', '1.8%', '—']) await expect(notes).toContainText(text)
      await expect(page.getByRole('list', { name: t('boards:events') })).toContainText('换首图')
      const grades = page
        .getByRole('region', { name: t('boards:grades', { dimension: t('boards:by.channel') }) })
        .last()
      await expect(grades).toContainText(
        t('boards:gradeMissing', {
          names: ['cost', 'retention'].map((name) => t(`boards:dimension.${name}`)).join(t('boards:comma')),
        }),
      )
      await expect(grades.getByRole('row').filter({ hasText: '抖音' })).toContainText(
        `24%${t('boards:asOf', { day: '2025-06-06' })}`,
      )
      await check('channel board')
      await page.getByText(t('boards:period.lastWeek'), { exact: true }).click()
      await expect(page.getByText(t('boards:noFactsInPeriod'))).toBeVisible()
    })

    test('what a competitor did is marked on every trend and on the wall, and days without figures are gaps', async ({
      page,
      owner,
      t,
      check,
    }) => {
      const planId = await planWithFacts(owner)
      await createRecords(owner, planId, 'competitor_event', [
        {
          competitor: '绿山',
          move: 'price_change',
          name: '全线降价',
          startDate: '2025-06-03',
          endDate: '2025-06-05',
          source: 'https://example.com/sale',
        },
      ])
      const event = t('boards:event.of', {
        what: t('boards:event.competitor', { name: '绿山' }),
        name: '全线降价',
      })
      await page.goto(`/plans/${planId}/risks`)
      await page.getByText(t('record:sheet.competitor_event'), { exact: true }).click()
      await expect(page.getByRole('gridcell', { name: '全线降价' })).toBeVisible()
      await check('competitor events')

      for (const address of [`/plans/${planId}/data`, `/plans/${planId}/board`]) {
        await page.goto(address)
        const list = page.getByRole('list', { name: t('boards:events') })
        await expect(list).toContainText(`◆ 06-03–06-05 ${event}`)
        await expect(list).toContainText(`● 06-04 ${t('boards:event.adjustment', { name: '换首图' })}`)
        await expect(list.getByRole('link', { name: t('boards:event.source') })).toHaveAttribute(
          'href',
          'https://example.com/sale',
        )
        const chart = page.getByRole('figure').filter({ hasText: t('board:chart.asTable') })
        await expect(chart.getByRole('img').last()).toContainText(event)
        await expect(chart.getByRole('img').last()).toContainText('06-04')
        await check(`trend with events at ${address}`)
        await page.getByRole('button', { name: t('board:chart.asTable') }).click()
        // Facts of 2, 3, 5 and 6 June: the fourth has an event and no figure.
        const row = page.getByRole('row').filter({ hasText: '2025-06-04' })
        await expect(row).toContainText('—')
        await expect(row).toContainText(event)
      }
      const picture = await page.request.get(
        `/api/plans/${planId}/channel-board/export?format=svg&locale=${language}`,
      )
      const drawn = await picture.text()
      expect(drawn).toContain(`>${event}</text>`)
      expect(drawn).toContain(`>${t('boards:event.adjustment', { name: '换首图' })}</text>`)
      await page.goto(`/tv/${planId}`)
      await expect(page.getByText('3,200,000')).toBeVisible()
      await page.keyboard.press('ArrowRight')
      await page.keyboard.press('ArrowRight')
      await expect(page.getByRole('img').last()).toContainText(event)
      await check('trend on the wall')
    })

    test('a link shows it signed out on a phone behind its password, without money, until it is revoked', async ({
      page,
      owner,
      pageOf,
      t,
    }) => {
      await page.goto(`/plans/${await planWithFacts(owner)}/data`)
      await page.getByRole('button', { name: t('boards:share.open') }).click()
      const dialog = page.getByRole('dialog')
      await dialog.getByLabel(t('boards:share.label')).fill('代理商')
      await dialog.getByLabel(t('boards:share.password')).fill('green-tea')
      await dialog.getByRole('button', { name: t('boards:share.make') }).click()
      const url = await dialog.getByLabel(t('boards:share.made')).inputValue()

      const guest = await pageOf(null)
      await guest.setViewportSize({ width: 390, height: 844 })
      await guest.goto(new URL(url).pathname)
      await guest.getByLabel(t('boards:shared.password')).fill('black-tea')
      await guest.getByRole('button', { name: t('boards:shared.see') }).click()
      await expect(guest.getByText(t('errors:link_password_wrong.title'))).toBeVisible()
      await guest.getByLabel(t('boards:shared.password')).fill('green-tea')
      await guest.getByRole('button', { name: t('boards:shared.see') }).click()
      await expect(guest.getByRole('heading', { name: '春茶渠道周报' })).toBeVisible()
      await expect(
        guest
          .getByRole('region', { name: t('boards:channels', { dimension: t('boards:by.channel') }) })
          .last(),
      ).toContainText('1,200,000')
      await expect(guest.getByText('100,000')).toHaveCount(0)
      await expect(guest.getByText('换首图')).toHaveCount(0)
      await expect(guest.getByRole('navigation')).toHaveCount(0)

      await dialog.getByRole('button', { name: t('boards:share.revokeOf', { label: '代理商' }) }).click()
      await expect(dialog.getByText(t('boards:share.state.revoked'))).toBeVisible()
      await guest.reload()
      await expect(guest.getByRole('heading', { name: t('boards:shared.gone') })).toBeVisible()
    })

    test('is arranged by keyboard, for oneself and then for everybody with a link, and taken along as files', async ({
      page,
      owner,
      pageOf,
      t,
      check,
    }) => {
      const planId = await planWithFacts(owner)
      await page.goto(`/plans/${planId}/data`)
      await page.getByRole('button', { name: t('boards:edit.open'), exact: true }).click()
      const tool = (what: string, place: number, kind: string) =>
        page.getByRole('button', {
          name: t('boards:edit.of', {
            what: t(`boards:edit.${what}`),
            name: t('boards:edit.nameOf', { place, name: t(`boards:block.kind.${kind}`) }),
          }),
        })
      await tool('up', 3, 'trend').press('Enter')
      await expect(page.getByText(t('boards:edit.movedTo', { place: 2, count: 6 }))).toBeAttached()
      await expect(tool('up', 2, 'trend')).toBeFocused()
      await tool('up', 2, 'trend').press('Enter')
      await expect(tool('up', 1, 'trend')).toBeFocused()
      await tool('down', 2, 'tiles').press('Enter')
      await expect(tool('down', 3, 'tiles')).toBeFocused()
      await tool('remove', 6, 'grades').press('Enter')
      await check('arranging the board')
      await page.getByRole('button', { name: t('boards:edit.saveOwn'), exact: true }).click()
      await expect(page.getByRole('button', { name: t('boards:edit.open'), exact: true })).toBeVisible()
      await page.reload()
      await expect(page.getByRole('heading', { level: 2 }).first()).toHaveText(t('boards:trend'))
      await expect(
        page.getByRole('heading', { name: t('boards:grades', { dimension: t('boards:by.channel') }) }),
      ).toHaveCount(0)

      await expectFiles(page, t, '春茶渠道周报')

      await page.getByRole('button', { name: t('boards:edit.open'), exact: true }).click()
      await page.getByRole('button', { name: t('boards:edit.saveShared'), exact: true }).click()
      await expect(page.getByRole('button', { name: t('boards:edit.open'), exact: true })).toBeVisible()
      const { url } = await owner.call(createBoardShare, { params: { planId }, body: { label: '客户' } })
      const guest = await pageOf(null)
      await guest.goto(new URL(url).pathname)
      await expect(guest.getByRole('heading', { level: 2 }).first()).toHaveText(t('boards:trend'))
      await expect(guest.getByRole('button', { name: t('boards:edit.open'), exact: true })).toHaveCount(0)
    })

    test('of two who arrange the board for everybody the second is told and loads what stands', async ({
      page,
      owner,
      t,
      check,
    }) => {
      const planId = await planWithFacts(owner)
      await page.goto(`/plans/${planId}/data`)
      await page.getByRole('button', { name: t('boards:edit.open'), exact: true }).click()
      const [tiles] = DEFAULT_BLOCKS
      await owner.call(saveSharedBoardLayout, {
        params: { planId },
        body: { blocks: [{ ...tiles!, kind: 'funnel' }], version: 0 },
      })
      await page.getByRole('button', { name: t('boards:edit.saveShared'), exact: true }).click()
      await expect(page.getByRole('alert')).toContainText(t('boards:edit.stale'))
      await check('a layout that somebody else saved')
      await page.getByRole('button', { name: t('boards:edit.reload') }).click()
      await expect(page.getByRole('alert')).toHaveCount(0)
      await expect(
        page.getByRole('group', {
          name: t('boards:edit.nameOf', { place: 1, name: t('boards:block.kind.funnel') }),
        }),
      ).toBeVisible()
      await page.getByRole('button', { name: t('boards:edit.reset') }).click()
      await page.getByRole('button', { name: t('boards:edit.saveShared'), exact: true }).click()
      await expect(page.getByRole('button', { name: t('boards:edit.open'), exact: true })).toBeVisible()
    })

    test('the quarterly board is arranged for oneself and for everybody, and taken along as files', async ({
      page,
      owner,
      t,
      check,
    }) => {
      await planWithFacts(owner)
      await page.goto('/boards?period=2025-Q2')
      const arrange = page.getByRole('button', { name: t('boards:edit.open'), exact: true })
      await arrange.click()
      const tool = (what: string, place: number, kind: string) =>
        page.getByRole('button', {
          name: t('boards:edit.of', {
            what: t(`boards:edit.${what}`),
            name: t('boards:edit.nameOf', { place, name: t(`boards:span.block.${kind}`) }),
          }),
        })
      await tool('up', 4, 'channels').press('Enter')
      await expect(tool('up', 3, 'channels')).toBeFocused()
      await tool('remove', 1, 'tiles').click()
      await check('arranging the quarterly board')
      await page.getByRole('button', { name: t('boards:edit.saveOwn'), exact: true }).click()
      await expect(arrange).toBeVisible()
      const { own } = await owner.call(getPeriodLayout, {})
      expect(own?.map(({ kind }) => kind)).toEqual(['targets', 'channels', 'plans'])
      await page.reload()
      const headings = page.getByRole('heading', { level: 2 })
      await expect(headings.last()).toHaveText(t('boards:span.plans'))
      await expect(page.getByRole('region', { name: t('boards:span.total') })).toHaveCount(0)
      await check('quarterly board as arranged')

      await expectFiles(page, t, '2025-Q2')

      await arrange.click()
      await page.getByRole('button', { name: t('boards:edit.reset') }).click()
      await page.getByRole('button', { name: t('boards:span.saveShared'), exact: true }).click()
      await expect(arrange).toBeVisible()
      await expect(page.getByRole('region', { name: t('boards:span.total') })).toBeVisible()
    })

    test('a quarter over all plans goes on a wall, and two channels are compared with a verdict', async ({
      page,
      owner,
      t,
      check,
    }) => {
      const planId = await planWithFacts(owner)
      await page.goto('/plans')
      await page.getByRole('link', { name: t('plan:boards') }).click()
      await expect(page.getByRole('heading', { name: t('boards:span.title') })).toBeVisible()
      await page.goto('/boards?period=2025-Q2')
      const plans = page.getByRole('region', { name: t('boards:span.plans') })
      await expect(plans.getByRole('link', { name: '春茶渠道周报' }).first()).toBeVisible()
      await check('quarterly board')

      // This quarter as it is arranged: the plans first, without the channels.
      const plan = await owner.call(createPlan, { body: { name: '本季计划' } })
      const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
      await createRecords(owner, plan.id, 'metric_fact', [
        { day: today, channel: '抖音', impressions: 900_000_000, conversions: 900_000 },
      ])
      const { ownVersion } = await owner.call(getPeriodLayout, {})
      await owner.call(saveOwnPeriodLayout, {
        body: { blocks: [{ kind: 'plans', width: 'full' }], version: ownVersion },
      })
      await page.goto('/tv')
      await expect(page.getByRole('rowheader', { name: '本季计划' }).first()).toBeVisible()
      await expect(page.getByRole('heading', { level: 2 })).toHaveText(t('boards:span.plans'))
      await check('this quarter on a wall')
      await owner.call(saveOwnPeriodLayout, { body: { blocks: null, version: ownVersion + 1 } })

      await page.goto(`/tv/${planId}`)
      await expect(page.getByRole('heading', { name: '春茶渠道周报' })).toBeVisible()
      await expect(page.getByText('3,200,000')).toBeVisible()
      await page.keyboard.press('ArrowRight')
      await expect(page.getByRole('rowheader', { name: '小红书' })).toBeVisible()
      await page.keyboard.press('Space')
      await expect(page.getByText(t('boards:tv.paused'))).toBeVisible()
      await expect(page.getByRole('button')).toHaveCount(0)
      await check('board on a wall')
      await page.keyboard.press('Escape')
      await expect(page).toHaveURL(/\/data$/)

      await page.getByText(t('boards:compare.title'), { exact: true }).click()
      // Its facts name no content: it opens on what they do name.
      const result = page.getByRole('region', { name: t('boards:compare.result') })
      await expect(result).toContainText(t('boards:compare.short.control_wins'))
      await expect(result.getByRole('img')).toBeVisible()
      await check('two channels compared')
    })

    test(
      'the sheets of the data tab are one click away',
      { tag: '@chinese-only' },
      async ({ page, owner, t, check }) => {
        await page.goto(`/plans/${await samplePlan(owner, language)}/data`)
        await page.getByText(t('record:sheet.channel_effect'), { exact: true }).click()
        await expect(page.getByRole('treegrid').or(page.getByRole('grid')).first()).toBeVisible()
        await check('sheets of the data tab')
      },
    )
  })
}
