import AxeBuilder from '@axe-core/playwright'
import { expect, test, type Page } from '@playwright/test'
import { serveHarness } from '../apps/web/src/ui/grid/harness/build-harness.ts'

/** The tracker grid by itself, over generated rows: real keys, real clipboard, a real input method. */
let harness: Awaited<ReturnType<typeof serveHarness>>

test.beforeAll(async () => {
  test.setTimeout(120_000)
  harness = await serveHarness()
})
test.afterAll(() => harness.close())
test.use({ permissions: ['clipboard-read', 'clipboard-write'] })

async function open(page: Page, query = 'rows=60'): Promise<void> {
  await page.goto(`${harness.url}?${query}`)
  await page.getByRole('row').nth(3).waitFor()
}

const COLUMN: Readonly<Record<string, number>> = {
  name: 2, owner: 3, plannedStart: 4, plannedEnd: 5, actualStart: 6, actualEnd: 7, late: 8, budget: 9, spent: 10, progress: 11, status: 12, kpi: 13, reached: 14, issue: 15, isMilestone: 18, source: 21,
}
/** Drawn cell of a row by its number and its field. */
const cell = (page: Page, row: number, field: string) => page.locator(`[role=row]:has(> [role=rowheader]:text-is("${row}"))`).first().evaluateHandle((frozen, index) => {
  const main = document.getElementById(frozen.getAttribute('aria-owns') ?? '')
  return frozen.querySelector(`[aria-colindex="${index}"]`) ?? main?.querySelector(`[aria-colindex="${index}"]`)
}, COLUMN[field])
const text = async (page: Page, row: number, field: string): Promise<string> => (await cell(page, row, field)).evaluate((el) => el?.textContent ?? '')
const choose = async (page: Page, row: number, field: string): Promise<void> => { await (await cell(page, row, field)).asElement()?.click() }
const value = (page: Page, rowId: string, field: string) => page.evaluate(([id, name]) => window.harness.rows().find((row) => row.id === id)?.values[name ?? ''], [rowId, field])
const unread = (page: Page, rowId: string, field: string) => page.evaluate(([id, name]) => window.harness.rows().find((row) => row.id === id)?.unread?.[name ?? ''], [rowId, field])
const input = (page: Page) => page.locator('textarea.yg-input')
const active = (page: Page) => page.evaluate(() => {
  const el = document.getElementById(document.activeElement?.getAttribute('aria-activedescendant') ?? '')
  const row = el?.closest('[role=row]') ?? document.querySelector(`[aria-owns="${el?.parentElement?.id ?? ''}"]`)
  return { line: Number(row?.getAttribute('aria-rowindex')), column: Number(el?.getAttribute('aria-colindex')) }
})
const toClipboard = (page: Page, plain: string, html?: string) => page.evaluate(([a, b]) => navigator.clipboard.write([new ClipboardItem({
  'text/plain': new Blob([a ?? ''], { type: 'text/plain' }), ...(b === undefined ? {} : { 'text/html': new Blob([b], { type: 'text/html' }) }),
})]), [plain, html])

test.describe('X1 keyboard', () => {
  test('arrows, Tab, Enter, Home, End and Ctrl+End move; the active cell is always a drawn element', async ({ page }) => {
    await open(page)
    await choose(page, 1, 'name')
    const start = await active(page)
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowDown')
    expect(await active(page)).toEqual({ line: start.line + 1, column: start.column + 1 })
    await page.keyboard.press('Tab')
    await page.keyboard.press('Shift+Tab')
    await page.keyboard.press('End')
    expect((await active(page)).column).toBe(21)
    await page.keyboard.press('Home')
    expect((await active(page)).column).toBe(2)
    await page.keyboard.press('Control+End')
    expect(await active(page)).toEqual({ line: 66, column: 21 })
    await page.keyboard.press('Control+Home')
    expect(await active(page)).toEqual({ line: 2, column: 2 })
    await page.keyboard.press('PageDown')
    expect((await active(page)).line).toBeGreaterThan(15)
  })

  test('Enter after several Tabs returns to the column where the row of Tabs began', async ({ page }) => {
    await open(page)
    await choose(page, 2, 'budget')
    await page.keyboard.type('100')
    await page.keyboard.press('Tab')
    await page.keyboard.type('50')
    await page.keyboard.press('Enter')
    expect(await value(page, 'r1', 'budget')).toBe(10_000)
    expect(await value(page, 'r1', 'spent')).toBe(5_000)
    expect((await active(page)).column).toBe(COLUMN['budget'])
  })

  test('Left on a phase closes it, Right opens it, and the state is said', async ({ page }) => {
    await open(page)
    await choose(page, 1, 'name')
    await page.keyboard.press('ArrowUp')
    const group = page.locator('[role=row][aria-expanded]').first()
    await page.keyboard.press('ArrowLeft')
    await expect(group).toHaveAttribute('aria-expanded', 'false')
    await page.keyboard.press('ArrowRight')
    await expect(group).toHaveAttribute('aria-expanded', 'true')
  })

  test('Ctrl+; puts today, Space toggles a flag, Delete empties', async ({ page }) => {
    await open(page)
    await choose(page, 2, 'actualEnd')
    await page.keyboard.press('Control+;')
    expect(await value(page, 'r1', 'actualEnd')).toBe('2026-06-08')
    await page.keyboard.press('Delete')
    expect(await value(page, 'r1', 'actualEnd')).toBeNull()
    await page.keyboard.press('End')
    for (let i = 0; i < 3; i += 1) await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('Space')
    expect(await value(page, 'r1', 'isMilestone')).toBe(true)
  })

  test('Ctrl+Down runs to the end of the filled block, phase rows passed', async ({ page }) => {
    await open(page)
    await choose(page, 1, 'name')
    await page.keyboard.press('Control+ArrowDown')
    expect((await active(page)).line).toBe(65)
  })
})

test.describe('X1 editing', () => {
  test('3.5万 under 预算 is 35,000 元 exactly, and the preview says so while typing', async ({ page }) => {
    await open(page)
    await choose(page, 1, 'budget')
    await page.keyboard.type('3.5万')
    await expect(page.getByText('读作 35,000 元')).toBeVisible()
    await page.keyboard.press('Enter')
    expect(await value(page, 'r0', 'budget')).toBe(3_500_000)
    expect(await text(page, 1, 'budget')).toBe('35,000')
  })

  test('a text that is no amount stays in the editor with its reason; Esc restores the value', async ({ page }) => {
    await open(page)
    await choose(page, 1, 'budget')
    await page.keyboard.type('约五万左右吧')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('alert')).toContainText('不是金额')
    await expect(input(page)).toHaveValue('约五万左右吧')
    await page.keyboard.press('Escape')
    expect(await value(page, 'r0', 'budget')).toBe(1_000_000)
    expect(await page.evaluate(() => window.harness.commits.length)).toBe(0)
  })

  test('6.1 and 今天 are dates, 50 is 50 %, and F2 edits the value that is there', async ({ page }) => {
    await open(page)
    await choose(page, 1, 'plannedStart')
    await page.keyboard.type('6.1')
    await page.keyboard.press('Tab')
    expect(await value(page, 'r0', 'plannedStart')).toBe('2026-06-01')
    await page.keyboard.insertText('今天')
    await page.keyboard.press('Enter')
    expect(await value(page, 'r0', 'plannedEnd')).toBe('2026-06-08')
    await choose(page, 1, 'progress')
    await page.keyboard.type('50')
    await page.keyboard.press('Enter')
    expect(await value(page, 'r0', 'progress')).toBe(0.5)
    await choose(page, 1, 'progress')
    await page.keyboard.press('F2')
    await expect(input(page)).toHaveValue('50%')
  })

  test('a status is chosen by typing part of its name, by arrows, or with the mouse', async ({ page }) => {
    await open(page)
    await choose(page, 1, 'status')
    await page.keyboard.insertText('完成')
    await page.keyboard.press('Enter')
    expect(await value(page, 'r0', 'status')).toBe('done')
    await choose(page, 2, 'status')
    await page.keyboard.press('Enter')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    expect(await value(page, 'r1', 'status')).toBe('pending_acceptance')
    await (await cell(page, 3, 'status')).asElement()?.dblclick()
    await page.getByRole('option', { name: '未开始' }).click()
    expect(await value(page, 'r2', 'status')).toBe('not_started')
  })

  test('Chinese input on a selected cell keeps the first letter and composes inside the cell', async ({ page }) => {
    await open(page)
    await choose(page, 2, 'name')
    const session = await page.context().newCDPSession(page)
    for (const composed of ['x', 'xi', 'xiao', "xiao h", '小h', '小红']) {
      await session.send('Input.imeSetComposition', { text: composed, selectionStart: composed.length, selectionEnd: composed.length })
    }
    await expect(input(page)).toHaveValue('小红')
    const box = await input(page).boundingBox()
    const target = await (await cell(page, 2, 'name')).asElement()?.boundingBox()
    expect(Math.abs((box?.x ?? 0) - (target?.x ?? 99))).toBeLessThan(2)
    expect(Math.abs((box?.y ?? 0) - (target?.y ?? 99))).toBeLessThan(2)
    await expect(input(page)).toHaveCSS('opacity', '1')
    await session.send('Input.insertText', { text: '小红书' })
    await page.keyboard.press('Enter')
    expect(await value(page, 'r1', 'name')).toBe('小红书')
  })

  test('the date panel sets a day with the mouse and the focus stays in the grid', async ({ page }) => {
    await open(page)
    await (await cell(page, 1, 'plannedEnd')).asElement()?.dblclick()
    await page.getByRole('button', { name: '2026-05-20' }).click()
    expect(await value(page, 'r0', 'plannedEnd')).toBe('2026-05-20')
    await expect(input(page)).toBeFocused()
  })

  test('typing in the last line adds a task', async ({ page }) => {
    await open(page)
    await choose(page, 1, 'name')
    await page.keyboard.press('Control+End')
    await page.keyboard.press('Home')
    await page.keyboard.insertText('复盘会')
    await page.keyboard.press('Enter')
    await expect.poll(() => page.evaluate(() => window.harness.rows().at(-1)?.values['name'])).toBe('复盘会')
    await page.keyboard.press('Control+z')
    await expect.poll(() => page.evaluate(() => window.harness.rows().length)).toBe(60)
  })

  test('a read-only column refuses with its reason', async ({ page }) => {
    await open(page)
    await choose(page, 1, 'name')
    await page.keyboard.press('End')
    await page.keyboard.type('x')
    await expect(page.locator('.yg-notice')).toContainText('由导入写入')
    await expect(input(page)).toHaveValue('')
  })
})

test.describe('X1 clipboard', () => {
  test('copy gives TSV and an HTML table; the same cells come back by paste', async ({ page }) => {
    await open(page)
    await choose(page, 1, 'plannedStart')
    await page.keyboard.press('Shift+ArrowRight')
    await page.keyboard.press('Shift+ArrowDown')
    await page.keyboard.press('Control+c')
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('2026-05-01\t2026-05-04\r\n2026-05-02\t2026-05-06')
    const html = await page.evaluate(async () => (await (await navigator.clipboard.read())[0]?.getType('text/html'))?.text())
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
    await toClipboard(page, '陈静\t2026-06-01\n\t2026-06-02', '<table><tr><td rowspan=2>陈静</td><td>2026/6/1</td></tr><tr><td>2026/6/2</td></tr></table>')
    await page.keyboard.press('Control+v')
    await expect.poll(() => value(page, 'r1', 'owner')).toBe('陈静')
    expect(await value(page, 'r1', 'plannedStart')).toBe('2026-06-02')
  })

  test('cells that cannot be read are listed first; the rest is pasted, or the text kept with a flag', async ({ page }) => {
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

  test('one copied value fills a whole selection; read-only cells are skipped and that is said', async ({ page }) => {
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
    await expect.poll(() => page.evaluate(() => window.harness.rows().slice(-2).map((row) => `${row.values['name']}/${row.values['owner']}`))).toEqual(['任务甲/李娜', '任务乙/周婷'])
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

  test('a cell that somebody else changed since is reported, not overwritten; it can be forced', async ({ page }) => {
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

  test('deleted rows come back where they were', async ({ page }) => {
    await open(page)
    await choose(page, 3, 'name')
    await page.keyboard.press('Control+-')
    await expect.poll(() => page.evaluate(() => window.harness.rows().length)).toBe(59)
    await page.keyboard.press('Control+z')
    await expect.poll(() => page.evaluate(() => window.harness.rows()[2]?.values['name'])).toBe('小红书笔记 3')
  })
})

test.describe('X1 view', () => {
  test('sort, filter, hide and resize go through the view, which is plain data', async ({ page }) => {
    await open(page)
    const head = page.getByRole('columnheader', { name: /^状态/ })
    await head.hover()
    await head.getByRole('button').click()
    await page.getByRole('dialog').getByLabel(/已完成/).check()
    await expect(page.locator('.yg-footer')).toContainText('/ 60 项')
    await page.keyboard.press('Escape')
    const budget = page.getByRole('columnheader', { name: /^预算/ })
    await budget.click({ button: 'right' })
    await page.getByRole('dialog').getByRole('button', { name: /降序/ }).click()
    await expect(budget).toHaveAttribute('aria-sort', 'descending')
    expect(await page.evaluate(() => JSON.parse(JSON.stringify(window.harness.view())))).toMatchObject({ sort: [{ field: 'budget', direction: 'desc' }], filters: [{ field: 'status', op: 'oneOf', values: ['done'] }] })
  })

  test('an edited row stays in sight although it no longer passes the filter', async ({ page }) => {
    await open(page, 'rows=60&grouped=0')
    await page.getByRole('columnheader', { name: /^状态/ }).click({ button: 'right' })
    await page.getByRole('dialog').getByLabel(/未开始/).check()
    await page.keyboard.press('Escape')
    await choose(page, 1, 'status')
    await page.keyboard.insertText('已完成')
    await page.keyboard.press('Enter')
    await expect.poll(() => text(page, 1, 'status')).toContain('已完成')
  })

  test('Ctrl+F finds a cell that is not drawn and goes there', async ({ page }) => {
    await open(page, 'rows=5000')
    await choose(page, 1, 'name')
    await page.keyboard.press('Control+f')
    await page.getByRole('textbox', { name: '查找' }).fill('达人名单与签约 4001')
    await expect(page.getByRole('gridcell', { name: '达人名单与签约 4001' })).toBeInViewport()
  })
})

test('axe finds nothing wrong, light and dark, editing and with a menu open', async ({ page }) => {
  test.setTimeout(120_000)
  for (const query of ['rows=60', 'rows=60&dark=1', 'rows=60&lang=en&readonly=1']) {
    await open(page, query)
    await choose(page, 1, 'status')
    const check = async (): Promise<void> => {
      const { violations } = await new AxeBuilder({ page }).analyze()
      expect(violations.map((violation) => `${query} ${violation.id}: ${violation.nodes.map((node) => node.target.join(' ')).slice(0, 3).join(' | ')}`)).toEqual([])
    }
    await check()
    if (query.includes('readonly')) continue
    await page.keyboard.press('Enter')
    await check()
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+Shift+L')
    await check()
  }
})

test.describe('touch', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 780 } })
  test('a tap chooses, two taps edit, and the page is no wider than the screen', async ({ page }) => {
    await open(page)
    const box = await (await cell(page, 2, 'owner')).asElement()?.boundingBox()
    const at = { x: (box?.x ?? 0) + 20, y: (box?.y ?? 0) + 10 }
    await page.touchscreen.tap(at.x, at.y)
    expect((await active(page)).column).toBe(COLUMN['owner'])
    await expect(input(page)).not.toHaveClass(/yg-editing/)
    await page.waitForTimeout(500)
    await page.touchscreen.tap(at.x, at.y)
    await page.touchscreen.tap(at.x, at.y)
    await expect(input(page)).toHaveClass(/yg-editing/)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  })
})
