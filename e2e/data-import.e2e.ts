import { queryMetrics } from '@yingce/contracts/metrics/metric-query'
import { oceanEngineReport, xiaohongshuReport } from './fixtures/platform-files.ts'
import { teamWorkbook } from './fixtures/team-workbook.ts'
import { giveData, XLSX } from './story/give-file.ts'
import { expect, test } from './story/story.ts'
import { LOCALES } from './story/words.ts'

for (const language of LOCALES) {
  test.describe(`M1 data import, ${language}`, () => {
    test.use({ language })

    test('two platform files come in with their sums, the same again changes nothing, and each is taken back', async ({
      page,
      owner,
      t,
      check,
    }) => {
      test.slow()
      const prefix = `春茶${language}`
      const first = language === 'en' ? '183456788' : '183456789'
      const totals = async () => {
        const { rows } = await owner.call(queryMetrics, {
          body: {
            metrics: ['cost', 'impressions'],
            period: { from: '2025-06-01', to: '2025-06-30' },
            filters: { campaign: [`${prefix}_新客`, `${prefix}_老客`, `${prefix}_种草`] },
          },
        })
        return rows[0]?.values
      }
      const ocean = { name: `巨量 ${language}.csv`, buffer: oceanEngineReport(prefix, first) }
      const notes = { name: `小红书 ${language}.csv`, buffer: xiaohongshuReport(prefix, first) }
      await page.goto('/data')
      await giveData(page, t, [ocean, notes])
      const row = (name: string) => page.getByRole('row').filter({ hasText: name })
      // Two files are read one after the other, each in a process of its own.
      await expect(row(notes.name)).toContainText(t('data:state.draft'), { timeout: 40_000 })
      await expect(row(ocean.name)).toContainText(t('data:state.draft'))
      await check('data imports')

      for (const [{ name }, facts, cost] of [
        [ocean, 3, '35.75'],
        [notes, 2, '200'],
      ] as const) {
        await page.goto('/data')
        await page.getByRole('link', { name, exact: true }).click()
        await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
        await expect(
          page.getByText(t('data:preview.effect', { added: facts, replaced: 0, unchanged: 0 })),
        ).toBeVisible()
        const sums = page.getByRole('region', { name: t('data:sums.title') })
        await expect(sums.getByRole('definition').filter({ hasText: cost }).first()).toBeVisible()
        await check(`preview ${facts}`)
        await page.getByRole('button', { name: t('data:preview.confirm') }).click()
        await expect(page.getByText(t('data:done.applied'))).toBeVisible()
      }
      expect(await totals()).toEqual({ cost: 23_575, impressions: 13_500 })

      await page.goto('/data')
      await giveData(page, t, [ocean])
      await expect(page.getByText(t('data:preview.same'))).toBeVisible()
      await expect(
        page.getByText(t('data:preview.effect', { added: 0, replaced: 0, unchanged: 3 })),
      ).toBeVisible()
      await page.getByRole('button', { name: t('data:preview.confirm') }).click()
      await expect(page.getByText(t('data:done.applied'))).toBeVisible()
      expect(await totals()).toEqual({ cost: 23_575, impressions: 13_500 })

      await page.goto('/data')
      await row(notes.name)
        .getByRole('button', { name: t('data:undo.button') })
        .click()
      const dialog = page.getByRole('dialog')
      await expect(dialog).toContainText(t('data:undo.removed', { count: 2 }))
      await check('undo of metrics')
      await dialog.getByRole('button', { name: t('data:undo.ok') }).click()
      await expect(row(notes.name)).toContainText(t('data:state.undone'))
      expect(await totals()).toEqual({ cost: 3575, impressions: 3500 })

      for (const tab of ['facts', 'sources'] as const) {
        await page.goto(`/data/${tab}`)
        await expect(page.getByRole('link', { name: t(`data:tabs.${tab}`) })).toHaveAttribute(
          'aria-current',
          'page',
        )
        await check(tab)
      }
    })

    test(
      'a tracker that is dropped among the data goes to the import of plans',
      { tag: '@chinese-only' },
      async ({ page, t }) => {
        await page.goto('/data')
        await giveData(page, t, [{ name: '春茶跟踪表.xlsx', buffer: await teamWorkbook(), mimeType: XLSX }])
        await expect(page).toHaveURL(/\/imports\/[0-9a-f-]{36}/)
        await expect(page.getByRole('button', { name: t('import:confirm') })).toBeVisible()
      },
    )

    test('a file read in the wrong encoding says so and where to choose another, and is whole again after it', async ({
      page,
      t,
      check,
    }) => {
      const first = language === 'en' ? '283456788' : '283456789'
      const file = { name: `编码 ${language}.csv`, buffer: oceanEngineReport(`编码${language}`, first) }
      await page.goto('/data')
      await giveData(page, t, [file])
      const confirm = page.getByRole('button', { name: t('data:preview.confirm') })
      await expect(confirm).toBeEnabled()
      const choose = async (encoding: string) => {
        await page.getByLabel(t('import:target.encoding')).click()
        await page.getByTitle(encoding, { exact: true }).last().click()
      }
      await choose('UTF-16LE')
      await expect(page.getByText(t('data:mapping.unknownText'))).toBeVisible()
      await expect(confirm).toBeDisabled()
      await check('wrong encoding')
      await choose('UTF-8')
      await expect(page.getByText(t('data:mapping.unknownText'))).toBeHidden()
      await expect(confirm).toBeEnabled()
    })
  })
}
