import { createPlan } from '@yingce/contracts/plan/plan'
import type { Page } from '@playwright/test'
import type { Person } from './story/person.ts'
import { createRecords, recordsOf, taskNamed } from './story/records.ts'
import { samplePlan } from './story/sample-plan.ts'
import { expect, test } from './story/story.ts'
import { choose, expectCell, toClipboard, typeInto, WIDE } from './story/tracker.ts'
import { LOCALES } from './story/words.ts'

async function blankPlan(owner: Person, name: string): Promise<string> {
  return (
    await owner.call(createPlan, { body: { name, periodStart: '2024-03-01', periodEnd: '2024-05-31' } })
  ).id
}

const names = async (owner: Person, planId: string) =>
  (await recordsOf(owner, planId, 'task')).map((task) => task.values['name'])

async function openTracker(page: Page, planId: string): Promise<void> {
  await page.setViewportSize(WIDE)
  await page.goto(`/plans/${planId}/tracker`)
}

async function openColumnMenu(page: Page, header: string): Promise<void> {
  const head = page.getByRole('columnheader', { name: header }).first()
  await head.hover()
  await head.getByRole('button').click()
}

for (const language of LOCALES) {
  test.describe(`X1 tracker, ${language}`, () => {
    test.use({ language, permissions: ['clipboard-read', 'clipboard-write'] })

    test('cells are typed over by keyboard alone, read as they are meant, and kept by the server', async ({
      page,
      owner,
      t,
    }) => {
      const planId = await blankPlan(owner, '键盘')
      await createRecords(owner, planId, 'task', [{ name: '选茶样' }, { name: '寄样' }])
      await openTracker(page, planId)
      await typeInto(page, '选茶样', t('fields:task.budget'), '1.2万')
      await typeInto(page, '选茶样', t('fields:task.plannedEnd'), '3.15')
      await typeInto(page, '选茶样', t('fields:task.progress'), '40')
      await typeInto(page, '寄样', t('fields:task.kpi'), '签收率≥95%')
      await expectCell(page, '选茶样', t('fields:task.budget'), '12,000')
      await expect
        .poll(async () => (await taskNamed(owner, planId, '选茶样')).values)
        .toMatchObject({ budget: 1_200_000, plannedEnd: '2024-03-15', progress: 0.4 })
      await page.reload()
      await expectCell(page, '寄样', t('fields:task.kpi'), '签收率≥95%')
    })

    test(
      'a block from a spreadsheet is pasted with its quoted line break, and taken back in one step',
      { tag: '@chinese-only' },
      async ({ page, owner, t }) => {
        const planId = await blankPlan(owner, '粘贴')
        await createRecords(owner, planId, 'task', [{ name: '旧任务' }])
        await openTracker(page, planId)
        await choose(page, '旧任务', t('fields:task.name'))
        await toClipboard(
          page,
          '"拍摄\n分两天"\t许青\t2024-03-02\t2024-03-05\r\n剪辑\t周以宁\t2024-03-06\t2024-03-08\r\n',
        )
        await page.keyboard.press('Control+v')
        // A name is one line: the break inside the quotes becomes a space, and no row of its own.
        await expect.poll(() => names(owner, planId)).toEqual(['拍摄 分两天', '剪辑'])
        expect((await recordsOf(owner, planId, 'task'))[1]?.values).toMatchObject({
          owner: '周以宁',
          plannedStart: '2024-03-06',
          plannedEnd: '2024-03-08',
        })
        await expect(page.getByRole('gridcell', { name: '剪辑', exact: true })).toBeVisible()
        await expect(
          page.getByRole('button', { name: language === 'en' ? 'Undo' : '撤销', exact: true }),
        ).toBeEnabled()
        await page.keyboard.press('Control+z')
        await expect.poll(() => names(owner, planId)).toEqual(['旧任务'])
        await page.keyboard.press('Control+Shift+z')
        await expect.poll(() => names(owner, planId)).toEqual(['拍摄 分两天', '剪辑'])
      },
    )

    test(
      'Ctrl+D fills down, and the fill is one step to take back',
      { tag: '@chinese-only' },
      async ({ page, owner, t }) => {
        const planId = await blankPlan(owner, '填充')
        await createRecords(owner, planId, 'task', [
          { name: '甲', owner: '许青' },
          { name: '乙' },
          { name: '丙' },
        ])
        await openTracker(page, planId)
        await choose(page, '甲', t('fields:task.owner'))
        await page.keyboard.press('Shift+ArrowDown')
        await page.keyboard.press('Shift+ArrowDown')
        await page.keyboard.press('Control+d')
        const owners = async () =>
          (await recordsOf(owner, planId, 'task')).map((task) => task.values['owner'])
        await expect.poll(owners).toEqual(['许青', '许青', '许青'])
        await page.keyboard.press('Control+z')
        await expect.poll(owners).toEqual(['许青', null, null])
      },
    )

    test(
      'Chinese typed on a chosen cell keeps its first letter',
      { tag: '@chinese-only' },
      async ({ page, owner, t }) => {
        const planId = await blankPlan(owner, '输入法')
        await createRecords(owner, planId, 'task', [{ name: '甲' }])
        await openTracker(page, planId)
        await choose(page, '甲', t('fields:task.remark'))
        const session = await page.context().newCDPSession(page)
        for (const text of ['m', 'mi', 'ming', 'mingqian'])
          await session.send('Input.imeSetComposition', {
            text,
            selectionStart: text.length,
            selectionEnd: text.length,
          })
        await session.send('Input.insertText', { text: '明前茶' })
        await page.keyboard.press('Enter')
        await expect.poll(async () => (await taskNamed(owner, planId, '甲')).values['remark']).toBe('明前茶')
      },
    )

    test(
      'filter and sort stand in the address and survive a reload; phases add up',
      { tag: '@chinese-only' },
      async ({ page, owner, t, check }) => {
        const planId = await samplePlan(owner, language)
        await openTracker(page, planId)
        await check('tracker')
        await page.setViewportSize(WIDE)
        const group = page
          .getByRole('row', { level: 1 })
          .filter({ hasText: language === 'en' ? 'Seeding' : '种草期' })
        await expect(group).toBeVisible()
        const totals = await group.evaluate(
          (row) =>
            (row.textContent ?? '') +
            (document.getElementById(row.getAttribute('aria-owns') ?? '')?.textContent ?? ''),
        )
        expect(totals).toContain('152,000')
        expect(totals).toContain('147,920')
        await openColumnMenu(page, t('fields:task.spent'))
        await check('column menu')
        await page.setViewportSize(WIDE)
        await page.keyboard.press('Escape')

        await openColumnMenu(page, t('fields:task.spent'))
        await page.getByRole('button', { name: language === 'en' ? 'Sort descending' : '降序' }).click()
        await openColumnMenu(page, t('fields:task.status'))
        await page.getByRole('checkbox', { name: t('shell:status.in_progress') }).check()
        await page.keyboard.press('Escape')
        const first = page
          .getByRole('row')
          .filter({ has: page.getByRole('rowheader', { name: '1', exact: true }) })
        const done = page.getByRole('gridcell', { name: t('shell:status.done'), exact: true })
        for (const time of ['set', 'after a reload']) {
          await expect(done, time).toHaveCount(0)
          await expect(first, time).toContainText(
            language === 'en' ? 'Douyin feed: scaled up' : '抖音信息流放量',
          )
          expect(decodeURIComponent(page.url())).toContain('in_progress')
          await page.reload()
        }
      },
    )

    test('a date that could not be read stays as written and flagged; the delay is derived and cannot be typed', async ({
      page,
      owner,
      t,
    }) => {
      const planId = await blankPlan(owner, '读不出')
      await createRecords(owner, planId, 'task', [
        { name: '晚了四天', plannedEnd: '2024-03-20', actualEnd: '2024-03-24', status: 'done' },
      ])
      await openTracker(page, planId)
      await expectCell(page, '晚了四天', t('fields:task.delay'), t('record:days', { count: 4 }))
      await choose(page, '晚了四天', t('fields:task.delay'))
      await page.keyboard.type('9')
      await expect(
        page.getByText(language === 'en' ? 'Computed column' : '自动计算的列').first(),
      ).toBeVisible()
      await page.keyboard.press('Escape')
      await choose(page, '晚了四天', t('fields:task.name'))
      await toClipboard(page, '晚了四天\t许青\t月底再说\t2024-03-21\r\n')
      await page.keyboard.press('Control+v')
      await page.getByRole('button', { name: language === 'en' ? /as text/i : /文字|文本|原文/ }).click()
      await expect
        .poll(async () => await taskNamed(owner, planId, '晚了四天'))
        .toMatchObject({
          values: { plannedStart: null, plannedEnd: '2024-03-21' },
          unread: { plannedStart: '月底再说' },
        })
      await page.reload()
      await expectCell(page, '晚了四天', t('fields:task.plannedStart'), '月底再说')
      await expectCell(page, '晚了四天', t('fields:task.delay'), t('record:days', { count: 3 }))
    })
  })
}
