import { expect, test, type Page } from '@playwright/test'
import { serveHarness } from '../apps/web/src/ui/grid/harness/build-harness.ts'
import { active, cell, choose, COLUMN, input, openGrid, text, value } from './grid-driver.ts'
import { axeOn } from './story/axe-on.ts'

/** The tracker grid by itself over trial rows: real keys, a real input method, touch and axe. */
let harness: Awaited<ReturnType<typeof serveHarness>>
const open = (page: Page, query?: string): Promise<void> => openGrid(page, harness.url, query)

test.beforeAll(async () => {
  test.setTimeout(120_000)
  harness = await serveHarness()
})
test.afterAll(() => harness.close())
test.use({ permissions: ['clipboard-read', 'clipboard-write'] })

test.describe('X1 keyboard', () => {
  test('arrows, Tab, Enter, Home, End and Ctrl+End move; the active cell is always a drawn element', async ({
    page,
  }) => {
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

test('Esc, then Tab, leaves the grid: the keyboard is never caught in it', async ({ page }) => {
  await open(page)
  await choose(page, 1, 'name')
  await page.keyboard.press('Tab')
  await expect(input(page)).toBeFocused()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Tab')
  await expect(input(page)).not.toBeFocused()
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

  test('a text that is no amount stays in the editor with its reason; Esc restores the value', async ({
    page,
  }) => {
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

  test('Chinese input on a selected cell keeps the first letter and composes inside the cell', async ({
    page,
  }) => {
    await open(page)
    await choose(page, 2, 'name')
    const session = await page.context().newCDPSession(page)
    for (const composed of ['x', 'xi', 'xiao', 'xiao h', '小h', '小红']) {
      await session.send('Input.imeSetComposition', {
        text: composed,
        selectionStart: composed.length,
        selectionEnd: composed.length,
      })
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

test.describe('X1 view', () => {
  test('sort, filter, hide and resize go through the view, which is plain data', async ({ page }) => {
    await open(page)
    const head = page.getByRole('columnheader', { name: /^状态/ })
    await head.hover()
    await head.getByRole('button').click()
    await page
      .getByRole('dialog')
      .getByLabel(/已完成/)
      .check()
    await expect(page.locator('.yg-footer')).toContainText('/ 60 项')
    await page.keyboard.press('Escape')
    const budget = page.getByRole('columnheader', { name: /^预算/ })
    await budget.click({ button: 'right' })
    await page.getByRole('dialog').getByRole('button', { name: /降序/ }).click()
    await expect(budget).toHaveAttribute('aria-sort', 'descending')
    expect(await page.evaluate(() => JSON.parse(JSON.stringify(window.harness.view())))).toMatchObject({
      sort: [{ field: 'budget', direction: 'desc' }],
      filters: [{ field: 'status', op: 'oneOf', values: ['done'] }],
    })
  })

  test('an edited row stays in sight although it no longer passes the filter', async ({ page }) => {
    await open(page, 'rows=60&grouped=0')
    await page.getByRole('columnheader', { name: /^状态/ }).click({ button: 'right' })
    await page
      .getByRole('dialog')
      .getByLabel(/未开始/)
      .check()
    await page.keyboard.press('Escape')
    await choose(page, 1, 'status')
    await page.keyboard.insertText('已完成')
    await page.keyboard.press('Enter')
    await expect.poll(() => text(page, 1, 'status')).toContain('已完成')
  })

  test('a column is resized by its edge, fitted by a double click, moved by dragging, frozen from its menu', async ({
    page,
  }) => {
    await open(page)
    const head = (name: RegExp) => page.getByRole('columnheader', { name })
    const before = await head(/^负责人/).boundingBox()
    const edge = { x: (before?.x ?? 0) + (before?.width ?? 0), y: (before?.y ?? 0) + 10 }
    await page.mouse.move(edge.x, edge.y)
    await page.mouse.down()
    await page.mouse.move(edge.x + 60, edge.y, { steps: 4 })
    await page.mouse.up()
    await expect.poll(async () => Math.round((await head(/^负责人/).boundingBox())?.width ?? 0)).toBe(168)
    await page.mouse.dblclick(edge.x + 60, edge.y)
    await expect
      .poll(async () => Math.round((await head(/^负责人/).boundingBox())?.width ?? 0))
      .toBeLessThan(160)
    await head(/^预算/).dragTo(head(/^计划开始/))
    await expect
      .poll(() => page.evaluate(() => window.harness.view().order.slice(0, 4)))
      .toEqual(['name', 'owner', 'budget', 'plannedStart'])
    expect(await text(page, 1, 'owner')).toBe('李李娜')
    await head(/^负责人/).click({ button: 'right' })
    await page.getByRole('button', { name: '冻结到此列' }).click()
    await choose(page, 1, 'name')
    await page.keyboard.press('End')
    await expect(head(/^负责人/)).toBeInViewport()
    await expect(head(/^计划开始/)).not.toBeInViewport()
  })

  test('Ctrl+click chooses a second range, and Ctrl+Enter puts one entry into both', async ({ page }) => {
    await open(page)
    await choose(page, 1, 'spent')
    await page.keyboard.down('Control')
    await choose(page, 4, 'spent')
    await page.keyboard.up('Control')
    await expect(page.locator('.yg-footer')).toContainText('求和')
    await page.keyboard.type('1.2万')
    await page.keyboard.press('Control+Enter')
    await expect.poll(() => value(page, 'r0', 'spent')).toBe(1_200_000)
    expect(await value(page, 'r3', 'spent')).toBe(1_200_000)
    expect(await value(page, 'r1', 'spent')).not.toBe(1_200_000)
  })

  test('the phase of the rows in sight stays at the top and can be closed there', async ({ page }) => {
    await open(page)
    await choose(page, 1, 'name')
    await page.mouse.move(700, 400)
    await page.mouse.wheel(0, 300)
    const sticky = page.locator('.yg-pane-frozen .yg-sticky')
    await expect(sticky).toContainText('筹备期')
    await sticky.locator('.yg-number').click()
    await expect.poll(() => page.evaluate(() => window.harness.view().collapsed)).toEqual(['p0'])
  })

  test('a cell that holds more than fits shows all of it when pointed at', async ({ page }) => {
    await open(page)
    await (await cell(page, 4, 'plannedEnd')).asElement()?.hover()
    await expect(page.getByRole('tooltip')).toContainText('未能识别：6月底前后')
  })

  test('Ctrl+F finds a cell that is not drawn and goes there', async ({ page }) => {
    await open(page, 'rows=5000')
    await choose(page, 1, 'name')
    await page.keyboard.press('Control+f')
    await page.getByRole('textbox', { name: '查找' }).fill('达人名单与签约 4001')
    await expect(page.getByRole('gridcell', { name: '达人名单与签约 4001' })).toBeInViewport()
  })
})

for (const query of ['rows=20', 'rows=20&dark=1', 'rows=20&lang=en&readonly=1']) {
  test(`axe finds nothing wrong, editing and with a menu open (${query})`, async ({ page }) => {
    test.setTimeout(120_000)
    await open(page, query)
    const check = async (): Promise<void> => {
      const { violations } = await (await axeOn(page)).include('.yg').analyze()
      expect(
        violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(' | ')}`),
      ).toEqual([])
    }
    await choose(page, 1, 'status')
    await check()
    if (query.includes('readonly')) return
    await page.keyboard.press('Enter')
    await check()
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+Shift+L')
    await check()
  })
}

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
