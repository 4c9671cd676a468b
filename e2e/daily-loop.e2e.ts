import { readFileSync } from 'node:fs'
import { createPlan } from '@yingce/contracts/plan/plan'
import { addDays, endOfWeek } from '@yingce/domain/calendar/date-arithmetic'
import { extractZipEntry, readZipDirectory } from '@yingce/office/read/zip-directory'
import { PHONE } from './story/check-page.ts'
import { day } from './story/day.ts'
import { joinAs } from './story/person.ts'
import { createRecords, recordsOf, taskNamed } from './story/records.ts'
import { expect, test } from './story/story.ts'
import { LOCALES } from './story/words.ts'

/** The text of a Word file, without its marks. */
function textOfWord(path: string): string {
  const bytes = new Uint8Array(readFileSync(path))
  const body = readZipDirectory(bytes, 1000).find(({ name }) => name === 'word/document.xml')
  if (body === undefined) throw new Error('no word/document.xml')
  return new TextDecoder().decode(extractZipEntry(bytes, body)).replaceAll(/<[^>]+>/g, '')
}

for (const language of LOCALES) {
  test.describe(`C5, X5, R6 the loop of a day, ${language}`, () => {
    test.use({ language })

    test('what a specialist fills in on the phone is in the stand-up, becomes a task, and is in the weekly report and its Word file', async ({
      owner,
      origin,
      page,
      pageOf,
      t,
      check,
    }) => {
      test.slow()
      const { id: planId } = await owner.call(createPlan, {
        body: { name: `日常闭环 ${language}`, periodStart: day(-20), periodEnd: day(40) },
      })
      const [who, feed] = [`周小禾 ${planId.slice(-4)}`, `信息流投放 ${language}`]
      const specialist = await joinAs(origin, owner, 'member', who)
      await createRecords(owner, planId, 'task', [
        {
          name: feed,
          owner: who,
          status: 'in_progress',
          plannedStart: day(-10),
          plannedEnd: day(9),
          actualStart: day(-10),
          budget: 30_000_000,
          progress: 0.5,
          kpi: '点击率≥2%',
        },
      ])

      const phone = await pageOf(specialist)
      await phone.setViewportSize(PHONE)
      await phone.goto('/today')
      const card = phone.getByRole('article', { name: feed })
      await card.getByRole('textbox', { name: t('day:field.spent') }).fill('1.63万')
      await card.getByRole('textbox', { name: t('day:field.reached') }).fill('2.3%')
      await card.getByRole('textbox', { name: t('day:field.issue') }).fill('素材 B 未过审')
      await card.getByRole('button', { name: t('day:save') }).click()
      await expect
        .poll(async () => (await taskNamed(owner, planId, feed)).values)
        .toMatchObject({ spent: 1_630_000, reached: '2.3%', issue: '素材 B 未过审' })

      await page.goto(`/plans/${planId}/meetings`)
      await page.getByRole('button', { name: t('meeting:openToday') }).click()
      await page.getByRole('menuitem', { name: t('meeting:open.stand_up') }).click()
      const filled = page.getByRole('region', { name: t('meeting:filled'), exact: true })
      await expect(filled).toContainText(feed)
      await expect(filled).toContainText(who)
      await expect(filled).toContainText('16,300')
      await expect(filled).toContainText('2.3%')
      await expect(page.getByRole('region', { name: t('meeting:blocked'), exact: true })).toContainText(
        '素材 B 未过审',
      )
      await check('stand-up with fill-ins')
      // Filled in while the meeting runs: the page takes it up by itself.
      await card.getByRole('textbox', { name: t('day:field.progress') }).fill('60%')
      await card.getByRole('button', { name: t('day:save') }).click()
      await expect(filled).toContainText('60%')

      const actions = page.getByRole('region', { name: t('meeting:actions') })
      await actions.getByRole('textbox', { name: t('action:name') }).fill('重做素材 B')
      await actions.getByRole('textbox', { name: t('action:owner') }).fill(who)
      await actions.getByRole('textbox', { name: t('action:end') }).fill(addDays(endOfWeek(day(0)), 3))
      await actions.getByRole('button', { name: t('action:make') }).click()
      await expect
        .poll(async () => (await recordsOf(owner, planId, 'task')).map((task) => task.values['name']))
        .toContain('重做素材 B')
      await expect(actions.getByRole('link', { name: '重做素材 B' })).toBeVisible()
      // The action is on the phone of whoever owes it.
      await expect(phone.getByRole('article', { name: '重做素材 B' })).toBeVisible()
      await page.getByRole('button', { name: t('meeting:close') }).click()
      await expect(page.getByText(t('meeting:frozen'))).toBeVisible()
      await expect(filled).toContainText('16,300')
      await page.getByRole('button', { name: t('meeting:export') }).click()
      const minutes = page.waitForEvent('download')
      await page.getByRole('menuitem', { name: /Word|DOCX/i }).click()
      const kept = textOfWord(await (await minutes).path())
      for (const said of ['¥16,300', '素材 B 未过审', '重做素材 B', who]) expect(kept).toContain(said)

      await page.goto(`/plans/${planId}/review`)
      const editor = page.locator('.review-editor')
      await expect(editor.getByRole('textbox').first()).toHaveValue(/¥16,300/)
      await expect(editor).toContainText('素材 B 未过审')
      await expect(editor).toContainText('2.3%')
      const download = page.waitForEvent('download')
      await page.getByRole('button', { name: 'DOCX', exact: true }).click()
      const text = textOfWord(await (await download).path())
      for (const said of ['¥16,300', `${feed} · 素材 B 未过审`, '2.3%', '重做素材 B'])
        expect(text).toContain(said)
    })
  })
}
