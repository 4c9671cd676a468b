import { expect, test, type Page } from '@playwright/test'
import { serveHarness } from '../apps/web/src/ui/grid/harness/build-harness.ts'
import { cell, choose, openGrid, toClipboard, unread, value } from './grid-driver.ts'

/** Copy, paste, fill and undo with the real clipboard. */
let harness: Awaited<ReturnType<typeof serveHarness>>
const open = (page: Page, query?: string): Promise<void> => openGrid(page, harness.url, query)

test.beforeAll(async () => {
  test.setTimeout(120_000)
  harness = await serveHarness()
})
test.afterAll(() => harness.close())
test.use({ permissions: ['clipboard-read', 'clipboard-write'] })

test.describe('X1 clipboard', () => {
  test('copy gives TSV and an HTML table; the same cells come back by paste', async ({ page }) => {
    await open(page)
    await choose(page, 1, 'plannedStart')
    await page.keyboard.press('Shift+ArrowRight')
    await page.keyboard.press('Shift+ArrowDown')
    await page.keyboard.press('Control+c')
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
      '2026-05-01\t2026-05-04\r\n2026-05-02\t2026-05-06',
    )
    const html = await page.evaluate(async () =>
      (await (await navigator.clipboard.read())[0]?.getType('text/html'))?.text(),
    )
    expect(html).toContain('<td')
    await choose(page, 5, 'plannedStart')
    await page.keyboard.press('Control+v')
    await expect.poll(() => value(page, 'r5', 'plannedEnd')).toBe('2026-05-06')
  })

  test('text with quoted line breaks and tabs stays in its cell', async ({ page }) => {
    await open(page)
    await choose(page, 1, 'name')
    await toClipboard(page, '"第一行\n第二行"\t李娜\r\n直播\t"王""强"\r\n')
    await page.keyboard.press('Control+v')
    await expect.poll(() => value(page, 'r0', 'name')).toBe('第一行 第二行')
    expect(await value(page, 'r1', 'owner')).toBe('王"强')
    expect(await value(page, 'r2', 'name')).toContain('小红书笔记')
  })

  test('a merged cell of an Excel table fills every row it covered', async ({ page }) => {
    await open(page)
    await choose(page, 1, 'owner')
    await toClipboard(
      page,
      '陈静\t2026-06-01\n\t2026-06-02',
      '<table><tr><td rowspan=2>陈静</td><td>2026/6/1</td></tr><tr><td>2026/6/2</td></tr></table>',
    )
    await page.keyboard.press('Control+v')
    await expect.poll(() => value(page, 'r1', 'owner')).toBe('陈静')
    expect(await value(page, 'r1', 'plannedStart')).toBe('2026-06-02')
  })

  test('cells that cannot be read are listed first; the rest is pasted, or the text kept with a flag', async ({
    page,
  }) => {
    await open(page)
    await choose(page, 1, 'budget')
    await toClipboard(page, '¥35,000\n36,500.5\n待定\n2万')
    await page.keyboard.press('Control+v')
    const dialog = page.getByRole('dialog')
    await expect(dialog).toContainText('有 1 格读不出来')
    await expect(dialog).toContainText('待定')
    expect(await value(page, 'r0', 'budget')).toBe(1_000_000)
    await dialog.getByRole('button', { name: '读不出的保留原文' }).click()
    await expect.poll(() => value(page, 'r0', 'budget')).toBe(3_500_000)
    expect(await value(page, 'r1', 'budget')).toBe(3_650_050)
    expect(await value(page, 'r2', 'budget')).toBeNull()
    expect(await unread(page, 'r2', 'budget')).toBe('待定')
    expect(await value(page, 'r3', 'budget')).toBe(2_000_000)
    await page.keyboard.press('Control+z')
    await expect.poll(() => value(page, 'r2', 'budget')).toBe(2_400_000)
    expect(await unread(page, 'r2', 'budget')).toBeUndefined()
  })

  test('one copied value fills a whole selection; read-only cells are skipped and that is said', async ({
    page,
  }) => {
    await open(page)
    await choose(page, 1, 'name')
    await page.keyboard.press('End')
    await page.keyboard.press('Shift+ArrowLeft')
    await page.keyboard.press('Shift+ArrowDown')
    await toClipboard(page, '6.20 18:00')
    await page.keyboard.press('Control+v')
    await expect.poll(() => value(page, 'r1', 'review')).toBe('2026-06-20T18:00')
    await expect(page.locator('.yg-notice')).toContainText('2 格只读，已跳过（来源）')
  })

  test('a paste past the last row adds rows', async ({ page }) => {
    await open(page)
    await choose(page, 1, 'name')
    await page.keyboard.press('Control+End')
    await page.keyboard.press('Home')
    await toClipboard(page, '任务甲\t李娜\n任务乙\t周婷\n')
    await page.keyboard.press('Control+v')
    await expect
      .poll(() =>
        page.evaluate(() =>
          window.harness
            .rows()
            .slice(-2)
            .map((row) => `${row.values['name']}/${row.values['owner']}`),
        ),
      )
      .toEqual(['任务甲/李娜', '任务乙/周婷'])
  })

  test('a selection of 600 cells pastes and undoes as one step', async ({ page }) => {
    await open(page, 'rows=2000')
    await choose(page, 1, 'spent')
    await toClipboard(page, Array.from({ length: 600 }, (_, index) => String(index)).join('\n'))
    await page.keyboard.press('Control+v')
    await expect.poll(() => value(page, 'r499', 'spent')).toBe(49_900)
    await page.keyboard.press('Control+z')
    await expect.poll(() => value(page, 'r1', 'spent')).not.toBe(100)
  })
})

test.describe('X1 fill and undo', () => {
  test('the fill handle goes on with dates, Ctrl+D repeats, one undo takes each back', async ({ page }) => {
    await open(page)
    await choose(page, 1, 'plannedStart')
    const handle = await page.locator('.yg-handle').boundingBox()
    const target = await (await cell(page, 4, 'plannedStart')).asElement()?.boundingBox()
    await page.mouse.move((handle?.x ?? 0) + 4, (handle?.y ?? 0) + 4)
    await page.mouse.down()
    await page.mouse.move((target?.x ?? 0) + 20, (target?.y ?? 0) + 10, { steps: 5 })
    await page.mouse.up()
    await expect.poll(() => value(page, 'r3', 'plannedStart')).toBe('2026-05-04')
    await choose(page, 1, 'owner')
    for (let i = 0; i < 3; i += 1) await page.keyboard.press('Shift+ArrowDown')
    await page.keyboard.press('Control+d')
    await expect.poll(() => value(page, 'r3', 'owner')).toBe('李娜')
    await page.keyboard.press('Control+z')
    await expect.poll(() => value(page, 'r3', 'owner')).toBe('赵磊')
    await page.keyboard.press('Control+y')
    await expect.poll(() => value(page, 'r3', 'owner')).toBe('李娜')
  })

  test('a double click on the handle fills to the end of the phase', async ({ page }) => {
    await open(page)
    await choose(page, 1, 'owner')
    await page.locator('.yg-handle').dblclick()
    await expect.poll(() => value(page, 'r14', 'owner')).toBe('李娜')
    expect(await value(page, 'r15', 'owner')).not.toBe('李娜')
  })

  test('a cell that somebody else changed since is reported, not overwritten; it can be forced', async ({
    page,
  }) => {
    await open(page)
    await choose(page, 1, 'owner')
    await page.keyboard.insertText('周婷')
    await page.keyboard.press('Escape')
    await page.keyboard.insertText('新人')
    await page.keyboard.press('Enter')
    expect(await value(page, 'r0', 'owner')).toBe('新人')
    await page.evaluate(() => window.harness.remote('r0', 'owner', '王强'))
    await page.keyboard.press('Control+z')
    await expect(page.locator('.yg-notice')).toContainText('1 格在此之后被改过')
    expect(await value(page, 'r0', 'owner')).toBe('王强')
    await page.getByRole('button', { name: '仍然改回' }).click()
    await expect.poll(() => value(page, 'r0', 'owner')).toBe('李娜')
  })

  test('deleted rows come back where they were, the first of a phase too', async ({ page }) => {
    await open(page)
    const names = () =>
      page.evaluate(() =>
        window.harness
          .rows()
          .slice(0, 4)
          .map((row) => row.values['name']),
      )
    const before = await names()
    await choose(page, 1, 'name')
    await page.keyboard.press('Shift+ArrowDown')
    await page.keyboard.press('Control+-')
    await expect.poll(() => page.evaluate(() => window.harness.rows().length)).toBe(58)
    await page.keyboard.press('Control+z')
    await expect.poll(names).toEqual(before)
  })

  test('a row is inserted above the first one from the menu', async ({ page }) => {
    await open(page)
    await (await cell(page, 1, 'name')).asElement()?.click({ button: 'right' })
    await page.getByRole('button', { name: '在上方插入行' }).click()
    await expect.poll(() => page.evaluate(() => window.harness.rows()[0]?.values['name'])).toBe('未命名')
    await expect(page.locator('textarea.yg-input')).toBeFocused()
  })
})
