import { createPlan } from '@yingce/contracts/plan/plan'
import type { Locator, Page } from '@playwright/test'
import type { Person } from './story/person.ts'
import { createRecords, taskNamed } from './story/records.ts'
import { samplePlan } from './story/sample-plan.ts'
import { expect, test } from './story/story.ts'
import { expectCell, WIDE } from './story/tracker.ts'
import { LOCALES } from './story/words.ts'

/** Two tasks around the May holiday of 2024, whose make-up day was Sunday the 28th of April. */
async function springPlan(owner: Person): Promise<string> {
  const body = { name: '假期前后', periodStart: '2024-04-15', periodEnd: '2024-05-20' }
  const { id } = await owner.call(createPlan, { body })
  await createRecords(owner, id, 'task', [
    {
      name: '预热',
      plannedStart: '2024-04-22',
      plannedEnd: '2024-04-26',
      baselineStart: '2024-04-22',
      baselineEnd: '2024-04-24',
    },
    { name: '直播', plannedStart: '2024-05-06', plannedEnd: '2024-05-08' },
  ])
  return id
}

const rowOf = (page: Page, name: string): Locator =>
  page.getByRole('row').filter({ has: page.getByRole('rowheader', { name }) })

const dates = async (owner: Person, planId: string, name: string) => {
  const { plannedStart, plannedEnd } = (await taskNamed(owner, planId, name)).values
  return [plannedStart, plannedEnd]
}

for (const language of LOCALES) {
  test.describe(`X2 Gantt, ${language}`, () => {
    test.use({ language })

    test('every task has its bar, said with dates, working days, progress and baseline, on four scales', async ({
      page,
      owner,
      check,
    }) => {
      await page.goto(`/plans/${await samplePlan(owner, language)}/gantt`)
      const chart = page.getByRole('treegrid')
      await expect(rowOf(page, language === 'en' ? 'Launch day' : '新品上市日')).toContainText('2026')
      for (const scale of language === 'en'
        ? ['Day', 'Month', 'Quarter', 'Week']
        : ['日', '月', '季', '周']) {
        const button = page.getByRole('button', { name: scale, exact: true })
        await button.click()
        await expect(button).toHaveAttribute('aria-pressed', 'true')
        await expect(chart).toBeVisible()
      }
      await check('gantt')
    })

    test(
      'Alt and an arrow move a task by a day, in the tracker too; Ctrl+Z takes it back',
      { tag: '@chinese-only' },
      async ({ page, owner, t }) => {
        const planId = await springPlan(owner)
        await page.goto(`/plans/${planId}/gantt`)
        await rowOf(page, '预热').getByRole('rowheader').click()
        await page.keyboard.press('Alt+ArrowRight')
        await expect.poll(() => dates(owner, planId, '预热')).toEqual(['2024-04-23', '2024-04-27'])
        await page.keyboard.press('Alt+Shift+ArrowRight')
        await expect.poll(() => dates(owner, planId, '预热')).toEqual(['2024-04-23', '2024-04-28'])
        await page.keyboard.press('Control+z')
        await page.keyboard.press('Control+z')
        await expect.poll(() => dates(owner, planId, '预热')).toEqual(['2024-04-22', '2024-04-26'])
        await page.keyboard.press('Alt+PageDown')
        await expect.poll(() => dates(owner, planId, '预热')).toEqual(['2024-04-29', '2024-05-03'])
        await page.setViewportSize(WIDE)
        await page.getByRole('link', { name: t('plan:tabs.tracker') }).click()
        await expectCell(page, '预热', t('fields:task.plannedStart'), '04-29')
      },
    )
  })
}

test('dragging a bar moves its task by whole days', async ({ page, owner }) => {
  const planId = await springPlan(owner)
  await page.goto(`/plans/${planId}/gantt?zoom=day`)
  await rowOf(page, '直播').getByRole('rowheader').click()
  await page.keyboard.press('s')
  const cell = page.getByRole('gridcell', { name: '2024年5月6日' })
  await expect(cell).toBeVisible()
  const bar = await cell.evaluate((el) => {
    const box = el.querySelector('[data-hit=move]')?.getBoundingClientRect()
    return box === undefined
      ? null
      : { x: box.x + box.width / 2, y: box.y + box.height / 2, day: box.width / 3 }
  })
  if (bar === null) throw new Error('no bar')
  await page.mouse.move(bar.x, bar.y)
  await page.mouse.down()
  await page.mouse.move(bar.x + bar.day, bar.y, { steps: 4 })
  await page.mouse.move(bar.x + bar.day * 2, bar.y, { steps: 4 })
  await page.mouse.up()
  await expect.poll(() => dates(owner, planId, '直播')).toEqual(['2024-05-08', '2024-05-10'])
})

test('working days follow the Chinese calendar: the May holiday is off, the make-up Sunday is not', async ({
  page,
  owner,
}) => {
  const planId = await springPlan(owner)
  await createRecords(owner, planId, 'task', [
    { name: '含调休', plannedStart: '2024-04-27', plannedEnd: '2024-05-05' },
  ])
  await page.goto(`/plans/${planId}/gantt?zoom=day`)
  // 27 April Saturday off, 28 make-up, 29 and 30 work, 1 to 5 May holiday.
  await expect(page.getByRole('gridcell', { name: '9 天, 3 个工作日' })).toBeVisible()
  await expect(page.getByRole('gridcell', { name: '基线 2024年4月22日 – 2024年4月24日' })).toBeVisible()
})
