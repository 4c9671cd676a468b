// @vitest-environment node
import { existsSync } from 'node:fs'
import { AxeBuilder } from '@axe-core/playwright'
import { chromium, type Browser, type Page } from '@playwright/test'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { GanttChange } from '../gantt-types.ts'
import { serveHarness } from './serve-harness.ts'

const CHROMIUM = [process.env['CHROMIUM'], '/usr/bin/chromium-headless-shell', '/usr/bin/chromium'].find(
  (path) => path !== undefined && existsSync(path),
)
if (CHROMIUM === undefined) console.warn('Gantt in a browser: skipped, there is no Chromium')

interface Commit {
  changes: GanttChange[]
  reason: string
}

describe.skipIf(CHROMIUM === undefined)('the Gantt chart in a browser', { timeout: 60_000 }, () => {
  let browser: Browser
  let harness: Awaited<ReturnType<typeof serveHarness>>
  let page: Page

  beforeAll(async () => {
    harness = await serveHarness()
    browser = await chromium.launch({ executablePath: CHROMIUM ?? '', args: ['--no-sandbox'] })
  }, 120_000)
  afterEach(() => page.context().close())
  afterAll(async () => {
    await browser?.close()
    await harness?.close()
  })

  const open = async (
    query: string,
    viewport = { width: 1440, height: 900 },
    hasTouch = false,
  ): Promise<void> => {
    const errors: string[] = []
    const context = await browser.newContext({ viewport, hasTouch, acceptDownloads: true })
    page = await context.newPage()
    page.setDefaultTimeout(10_000)
    page.on('pageerror', (error) => errors.push(error.message))
    await page.goto(`${harness.address}/?${query}`)
    await page.locator('.yg-axis').waitFor()
    expect(errors).toEqual([])
  }
  const commits = (): Promise<Commit[]> => page.evaluate(() => window.commits)
  const row = (name: string) => page.getByRole('row', { name: new RegExp(name) })
  const barOf = (name: string) =>
    page.locator('.yg-row', { has: page.locator('.yg-label', { hasText: name }) }).locator('.yg-bar')
  const dragBar = async (name: string, dx: number, at: 'middle' | 'end' = 'middle'): Promise<void> => {
    const bar = barOf(name)
    await bar.hover()
    const box = (await bar.boundingBox())!
    const x = at === 'middle' ? box.x + box.width / 2 : box.x + box.width - 1
    await page.mouse.move(x, box.y + box.height / 2)
    await page.mouse.down()
    await page.mouse.move(x + dx / 2, box.y + box.height / 2)
    await page.mouse.move(x + dx, box.y + box.height / 2)
  }

  test('a bar dragged by two days moves both dates, shows them while dragging, and says so aloud', async () => {
    await open('zoom=day')
    await dragBar('直播脚本与排练', 64)
    expect(await page.locator('.yg-tip').innerText()).toContain('2026-04-23')
    await page.mouse.up()
    expect(await commits()).toEqual([
      {
        reason: 'move',
        changes: [
          {
            kind: 'task',
            id: 't8',
            values: { plannedStart: '2026-04-23', plannedEnd: '2026-04-28' },
            before: { plannedStart: '2026-04-21', plannedEnd: '2026-04-26' },
          },
        ],
      },
    ])
    expect(await page.getByRole('status').innerText()).toContain('2026年4月23日至2026年4月28日')
  })

  test('Esc during a drag leaves the dates as they were', async () => {
    await open('zoom=day')
    await dragBar('直播脚本与排练', 64)
    await page.keyboard.press('Escape')
    await page.mouse.up()
    expect(await commits()).toEqual([])
  })

  test('the end of a bar dragged by a day changes the end only', async () => {
    await open('zoom=day')
    await dragBar('直播脚本与排练', 32, 'end')
    await page.mouse.up()
    expect((await commits())[0]).toMatchObject({
      reason: 'resize',
      changes: [{ values: { plannedEnd: '2026-04-27' } }],
    })
  })

  test('two selected bars move together', async () => {
    await open('zoom=day')
    await barOf('直播脚本与排练').click()
    await barOf('达人名单确认与签约').click({ modifiers: ['Control'] })
    await dragBar('直播脚本与排练', 32)
    await page.mouse.up()
    expect((await commits())[0]!.changes.map(({ id }) => id).toSorted()).toEqual(['t6', 't8'])
  })

  test('a row without dates gets them by dragging along it, or by typing them', async () => {
    await open('zoom=day')
    const undated = page.locator('.yg-row[data-hit=draw]')
    await undated.scrollIntoViewIfNeeded()
    const box = (await page.locator('.yg-row[data-hit=draw] .yg-undated').boundingBox())!
    await page.mouse.move(box.x + 400, box.y + 12)
    await page.mouse.down()
    await page.mouse.move(box.x + 480, box.y + 12, { steps: 4 })
    await page.mouse.up()
    const [first] = await commits()
    expect(first!.reason).toBe('set-dates')
    expect(first!.changes[0]!.before).toEqual({ plannedStart: null, plannedEnd: null })
    await row('经验沉淀会').click()
    await page.keyboard.press('F2')
    await page.getByLabel('开始', { exact: true }).fill('2026-05-21')
    await page.getByLabel('结束', { exact: true }).fill('2026-05-22')
    await page.getByRole('button', { name: '保存' }).click()
    expect((await commits())[1]!.changes[0]!.values).toEqual({
      plannedStart: '2026-05-21',
      plannedEnd: '2026-05-22',
    })
  })

  test('the keyboard alone: walk, move, resize, collapse, open', async () => {
    await open('zoom=day')
    await row('筹备期').focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Alt+ArrowRight')
    await page.keyboard.press('Alt+PageDown')
    await page.keyboard.press('Alt+Shift+ArrowLeft')
    expect((await commits()).map(({ changes }) => changes[0]!.values)).toEqual([
      { plannedStart: '2026-04-02', plannedEnd: '2026-04-07' },
      { plannedStart: '2026-04-09', plannedEnd: '2026-04-14' },
      { plannedEnd: '2026-04-13' },
    ])
    await page.keyboard.press('Enter')
    expect(await page.evaluate(() => window.opened)).toEqual(['t1'])
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('ArrowLeft')
    expect(await row('筹备期').getAttribute('aria-expanded')).toBe('false')
    expect(await row('人群洞察').count()).toBe(0)
    await page.keyboard.press('End')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('官网专题页改版')
  })

  test('a dependency is drawn from end to start; one that closes a loop is refused with its tasks named', async () => {
    await open('zoom=day')
    const connect = async (from: string, to: string): Promise<void> => {
      await barOf(from).hover()
      const port = (await page.locator('.yg-port.is-end').boundingBox())!
      const target = (await barOf(to).boundingBox())!
      await page.mouse.move(port.x + 8, port.y + 10)
      await page.mouse.down()
      await page.mouse.move(target.x + 20, target.y + 8, { steps: 5 })
      await page.mouse.move(target.x + 4, target.y + 8, { steps: 3 })
      await page.mouse.up()
    }
    await connect('直播脚本与排练', '门店试饮物料到货')
    expect(await page.getByRole('status').innerText()).toBe('已建立依赖:直播脚本与排练 → 门店试饮物料到货')
    await connect('种草内容首批上线', '达人名单确认与签约')
    expect(await page.getByRole('status').innerText()).toContain(
      '会形成循环:种草内容首批上线(20 篇) → 达人名单确认与签约 → 种草内容首批上线(20 篇)',
    )
  })

  test('dependencies are created and deleted without dragging', async () => {
    await open('zoom=day')
    await row('直播脚本与排练').click()
    await page.keyboard.press('l')
    await page.getByRole('button', { name: '添加后续任务' }).click()
    await row('门店试饮物料到货').click()
    await page.keyboard.press('l')
    await page.getByRole('button', { name: '删除 直播脚本与排练' }).click()
    expect(await page.getByRole('button', { name: '删除 直播脚本与排练' }).count()).toBe(0)
  })

  test('Ctrl and the wheel zoom around the pointer, across the named levels', async () => {
    await open('zoom=day')
    const x = 1000
    const dayUnder = () =>
      page.evaluate((clientX) => {
        const cell = [...document.querySelectorAll('.yg-axis-lower')].find((element) => {
          const box = element.getBoundingClientRect()
          return box.left <= clientX && box.right > clientX
        })
        return cell?.getAttribute('title')
      }, x)
    const before = await dayUnder()
    await page.mouse.move(x, 400)
    await page.keyboard.down('Control')
    await page.mouse.wheel(0, 60)
    await page.waitForTimeout(150)
    expect(await dayUnder()).toBe(before)
    await page.mouse.wheel(0, 400)
    await page.waitForTimeout(150)
    await page.mouse.wheel(0, 400)
    await page.keyboard.up('Control')
    await page.waitForTimeout(150)
    expect(await page.getByRole('button', { name: '周', exact: true }).getAttribute('aria-pressed')).toBe(
      'true',
    )
  })

  test('a viewer is told why nothing moves', async () => {
    await open('zoom=day&readonly')
    await row('人群洞察').focus()
    await page.keyboard.press('Alt+ArrowRight')
    expect(await commits()).toEqual([])
    expect(await page.getByRole('status').innerText()).toBe('你是查看者,不能修改日期')
  })

  test('a finger scrolls; held still it picks the bar up', async () => {
    await open('zoom=day', { width: 390, height: 844 }, true)
    const session = await page.context().newCDPSession(page)
    const box = (await barOf('种草内容首批上线').boundingBox())!
    const finger = (x: number, y: number) => ({ touchPoints: [{ x, y }] })
    const x = box.x + 40
    const y = box.y + 8
    await session.send('Input.dispatchTouchEvent', { type: 'touchStart', ...finger(x, y) })
    await page.waitForTimeout(600)
    for (const dx of [10, 20, 34])
      await session.send('Input.dispatchTouchEvent', { type: 'touchMove', ...finger(x + dx, y) })
    await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
    expect((await commits())[0]).toMatchObject({
      reason: 'move',
      changes: [{ id: 't7', values: { plannedStart: '2026-04-24' } }],
    })
  })

  test('the picture is saved as SVG and as PNG', async () => {
    await open('zoom=week')
    for (const name of ['整张图 SVG', '整张图 PNG']) {
      await page.getByRole('button', { name: '导出' }).first().click()
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name }).click(),
      ])
      expect(download.suggestedFilename()).toMatch(/^甘特图\.(svg|png)$/)
    }
  })

  test.each([
    'zoom=day',
    'zoom=week&dark',
    'zoom=month&en',
    'zoom=quarter&dark&en',
    'empty',
    'readonly&zoom=week',
  ])('axe finds nothing at ?%s', async (query) => {
    await open(query)
    const { violations } = await new AxeBuilder({ page })
      // Without a second, empty page for each run: ours has no frames. What is right is not listed.
      .setLegacyMode(true)
      .options({ resultTypes: ['violations'] })
      .analyze()
    expect(
      violations.map(
        ({ id, nodes }) =>
          `${id}: ${nodes
            .map(({ html }) => html)
            .slice(0, 3)
            .join(' ')}`,
      ),
    ).toEqual([])
  })

  test('at 390 pixels nothing but the chart itself scrolls sideways', async () => {
    await open('zoom=day', { width: 390, height: 844 })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
  })
})
