import { createPlan } from '@yingce/contracts/plan/plan'
import type { Page } from '@playwright/test'
import { PHONE } from './story/check-page.ts'
import { day } from './story/day.ts'
import { OWNER, type Person } from './story/person.ts'
import { createRecords, setField, taskNamed } from './story/records.ts'
import { expect, test } from './story/story.ts'
import { LOCALES } from './story/words.ts'

/** A plan with one task that runs and one that should have begun, both the owner's. */
async function ownTasks(owner: Person, names: readonly [string, string]): Promise<string> {
  const { id } = await owner.call(createPlan, {
    body: { name: `今日 ${names[0]}`, periodStart: day(-20), periodEnd: day(40) },
  })
  await createRecords(owner, id, 'task', [
    {
      name: names[0],
      owner: `李四、${OWNER.name}`,
      status: 'in_progress',
      plannedStart: day(-10),
      plannedEnd: day(9),
      actualStart: day(-10),
      budget: 30_000_000,
      spent: 10_000_000,
      progress: 0.5,
      kpi: '点击率≥2%',
      reached: '1.9%',
    },
    { name: names[1], owner: OWNER.name, plannedStart: day(-1), plannedEnd: day(5) },
  ])
  return id
}

const card = (page: Page, name: string) => page.getByRole('article', { name })

for (const language of LOCALES) {
  test.describe(`C5 my day on the phone, ${language}`, () => {
    test.use({ language, viewport: PHONE })

    test('figures, an issue, a start and a postponement are entered within a few taps', async ({
      page,
      owner,
      t,
      check,
    }) => {
      const [feed, notes] = [`信息流投放 ${language}`, `写笔记 ${language}`]
      const planId = await ownTasks(owner, [feed, notes])
      await page.goto('/today')
      await expect(card(page, feed)).toContainText('点击率≥2%')
      await check('my day')
      await page.setViewportSize(PHONE)
      const running = card(page, feed)
      await running.getByRole('textbox', { name: t('day:field.spent') }).fill('11.6万')
      await running.getByRole('textbox', { name: t('day:field.issue') }).fill('素材 B 未过审')
      await running.getByRole('button', { name: t('day:save') }).click()
      await expect
        .poll(async () => (await taskNamed(owner, planId, feed)).values)
        .toMatchObject({ spent: 11_600_000, issue: '素材 B 未过审', progress: 0.5 })

      // What the server answered stands in the field before it is typed over.
      await expect(running.getByRole('textbox', { name: t('day:field.spent') })).toHaveValue('116,000')
      await running.getByRole('textbox', { name: t('day:field.spent') }).fill('9万')
      await running.getByRole('button', { name: t('day:save') }).click()
      await expect(running.getByRole('alert')).toHaveText(t('day:wrong.reason'))
      await running.getByRole('textbox', { name: t('day:field.reason') }).fill('平台返款')
      await running.getByRole('button', { name: t('day:save') }).click()
      await expect
        .poll(async () => (await taskNamed(owner, planId, feed)).values)
        .toMatchObject({ spent: 9_000_000, remark: `${day(0)} 平台返款` })

      const photo = { name: '现场.png', mimeType: 'image/png', buffer: await page.screenshot() }
      await running.locator('input[type=file]').setInputFiles(photo)
      const thumb = running.getByRole('button', { name: t('attachment:open', { name: '现场.jpg' }) })
      await expect(thumb).toBeVisible()
      await page.reload()
      await thumb.click()
      await expect(page.getByRole('img', { name: '现场.jpg' })).toBeVisible()
      await page.getByRole('button', { name: t('attachment:remove') }).click()
      await expect(thumb).toBeHidden()

      await card(page, notes)
        .getByRole('button', { name: t('day:start') })
        .click()
      await expect
        .poll(async () => (await taskNamed(owner, planId, notes)).values)
        .toMatchObject({ status: 'in_progress', actualStart: day(0) })
      await card(page, notes)
        .getByRole('button', { name: t('day:postpone') })
        .click()
      const dialog = page.getByRole('dialog')
      await dialog.getByRole('textbox').first().fill(day(12))
      await dialog.getByRole('textbox').nth(1).fill('达人改期')
      await dialog.getByRole('button', { name: t('day:postpone') }).click()
      await expect
        .poll(async () => (await taskNamed(owner, planId, notes)).values)
        .toMatchObject({ plannedEnd: day(12), remark: expect.stringContaining('达人改期') })

      // Handed in by whoever does it, sent back once, then accepted: two taps each.
      await setField(owner, planId, await taskNamed(owner, planId, notes), 'status', 'pending_acceptance')
      await page.reload()
      await card(page, notes)
        .getByRole('button', { name: t('day:accept.return') })
        .click()
      await card(page, notes)
        .getByRole('textbox', { name: t('day:accept.why') })
        .fill('缺一张竖图')
      await check('acceptance')
      await page.setViewportSize(PHONE)
      await card(page, notes)
        .getByRole('button', { name: t('day:accept.return') })
        .click()
      await expect
        .poll(async () => (await taskNamed(owner, planId, notes)).values)
        .toMatchObject({ status: 'in_progress', remark: expect.stringContaining('缺一张竖图') })
      await setField(owner, planId, await taskNamed(owner, planId, notes), 'status', 'pending_acceptance')
      await page.reload()
      await card(page, notes)
        .getByRole('button', { name: t('day:accept.accept') })
        .click()
      await expect.poll(async () => (await taskNamed(owner, planId, notes)).values.status).toBe('done')
    })
  })
}

test.describe('C5 my day without a line', () => {
  test.use({ viewport: PHONE })

  test('what is entered is kept over closing the page, sent later, and a conflict is the person’s to settle', async ({
    page,
    owner,
    t,
    context,
  }) => {
    const planId = await ownTasks(owner, ['断网填报', '断网任务'])
    await page.goto('/today')
    const running = card(page, '断网填报')
    await expect(running).toBeVisible()
    await context.setOffline(true)
    await running.getByRole('textbox', { name: t('day:field.spent') }).fill('120000')
    await running.getByRole('textbox', { name: t('day:field.progress') }).fill('60%')
    await running.getByRole('button', { name: t('day:save') }).click()
    await expect(running.getByText(t('day:waits'))).toBeVisible()
    const task = await taskNamed(owner, planId, '断网填报')
    expect(task.values['spent']).toBe(10_000_000)
    await setField(owner, planId, task, 'spent', 10_500_000)
    await context.setOffline(false)
    await page.reload()
    await expect(page.getByText(t('day:conflicted'))).toBeVisible()
    await page.getByRole('button', { name: t('day:choose') }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('radio').last().check()
    await dialog.getByRole('button', { name: t('record:conflict.ok') }).click()
    await expect
      .poll(async () => (await taskNamed(owner, planId, '断网填报')).values)
      .toMatchObject({ spent: 12_000_000, progress: 0.6 })
  })
})
