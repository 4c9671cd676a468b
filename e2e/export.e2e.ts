import { readFileSync } from 'node:fs'
import type { Download, Page } from '@playwright/test'
import { giveFile } from './story/give-file.ts'
import { samplePlan } from './story/sample-plan.ts'
import { expect, test } from './story/story.ts'
import { LOCALES, type Words } from './story/words.ts'

/** @param format of a document; the workbook has only one */
async function take(page: Page, t: Words, what: string, format?: string): Promise<Download> {
  await page.getByRole('button', { name: t('plan:export.label'), exact: true }).click()
  const download = page.waitForEvent('download')
  const item = page.getByRole('menuitem', { name: t(`plan:export.${what}`) })
  if (format === undefined) await item.click()
  else {
    await item.hover()
    // The formats of other documents stay in the page, unseen.
    await page.getByRole('menuitem', { name: format }).filter({ visible: true }).click()
  }
  return download
}

for (const language of LOCALES) {
  test.describe(`export, ${language}`, () => {
    test.use({ language })

    test(
      'the workbook that was taken out and brought back changes nothing',
      { tag: '@chinese-only' },
      async ({ page, owner, t, check }) => {
        const planId = await samplePlan(owner, language)
        await page.goto(`/plans/${planId}/board`)
        const download = await take(page, t, 'workbook')
        expect(download.suggestedFilename()).toMatch(/\.xlsx$/)
        const bytes = readFileSync(await download.path())
        expect(bytes.subarray(0, 2).toString()).toBe('PK')
        await page
          .getByRole('main')
          .getByRole('link', { name: t('plan:import'), exact: true })
          .click()
        await giveFile(page, t, download.suggestedFilename(), bytes)
        await expect(page.getByText(t('import:difference.none'))).toBeVisible()
        await check('no differences')
      },
    )

    test('a document comes in the chosen format and is named after itself; the page says when it is there', async ({
      page,
      owner,
      t,
    }) => {
      const planId = await samplePlan(owner, language)
      await page.goto(`/plans/${planId}/board`)
      const download = await take(page, t, 'document.weekly', 'PDF')
      expect(download.suggestedFilename()).toContain(t('plan:export.document.weekly'))
      expect(download.suggestedFilename()).toMatch(/\.pdf$/)
      const bytes = readFileSync(await download.path())
      expect(bytes.subarray(0, 4).toString()).toBe('%PDF')
      expect(bytes.length).toBeGreaterThan(5_000)
      const name = `${t('plan:export.document.weekly')} · PDF`
      await expect(page.getByText(t('shell:download.made', { name }))).toBeVisible()
    })
  })
}
