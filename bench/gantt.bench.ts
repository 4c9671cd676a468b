/**
 * The Gantt chart in headless Chromium: first paint, main-thread time per wheel
 * step, dragging, memory, at 1,000 / 10,000 / 100,000 tasks with 0.8 links each.
 *
 * Run: node bench/gantt.bench.ts [tasks …]. Targets at 10,000 tasks: first paint
 * ≤ 350 ms, ≤ 16 ms busy per wheel step. Busy = Chromium's TaskDuration of the main
 * thread in CPU time (script, style, layout, paint commands), so that other load on
 * the machine lengthens the wall figures (firstPaintMs, p95FrameMs) but not this one.
 */
import { chromium, type Browser, type CDPSession, type Page } from '@playwright/test'
import { serveHarness } from '../apps/web/src/ui/gantt/harness/serve-harness.ts'

const STEPS = 60
const STEP_PX = 120

interface Measured {
  tasks: number
  firstPaintMs: number
  firstPaintBusyMs: number
  busyPerStepMs: number
  scriptPerStepMs: number
  worstStepMs: number
  p95FrameMs: number
  busyPerSideStepMs: number
  busyPerDragStepMs: number
  domNodes: number
  heapMb: number
}

async function metrics(session: CDPSession): Promise<Record<string, number>> {
  const { metrics: list } = await session.send('Performance.getMetrics')
  return Object.fromEntries(list.map(({ name, value }) => [name, value]))
}

/** Wheel steps of a mouse, one per frame pair, as a hand turns it; returns busy and script ms per step. */
async function wheel(
  page: Page,
  session: CDPSession,
  dx: number,
  dy: number,
): Promise<{ busy: number; script: number; worst: number; frames: number[] }> {
  await page.mouse.move(900, 400)
  await page.evaluate(() => {
    const times: number[] = []
    ;(window as unknown as { frames: number[] }).frames = times
    const frame = (now: number): void => {
      times.push(now)
      requestAnimationFrame(frame)
    }
    requestAnimationFrame(frame)
  })
  const before = await metrics(session)
  let worst = 0
  let last = before['TaskDuration']!
  for (let step = 0; step < STEPS; step++) {
    await page.mouse.wheel(dx, dy)
    await page.waitForTimeout(40)
    const now = (await metrics(session))['TaskDuration']!
    worst = Math.max(worst, now - last)
    last = now
  }
  const after = await metrics(session)
  const times = await page.evaluate(() => (window as unknown as { frames: number[] }).frames)
  const frames = times
    .slice(1)
    .map((time, index) => time - times[index]!)
    .toSorted((a, b) => a - b)
  const per = (name: string): number => ((after[name]! - before[name]!) * 1000) / STEPS
  return { busy: per('TaskDuration'), script: per('ScriptDuration'), worst: worst * 1000, frames }
}

async function drag(page: Page, session: CDPSession): Promise<number> {
  // the first bar that is wholly in view
  await page.keyboard.press('Escape')
  await page.evaluate(() => document.querySelector('.yg-scroll')!.scrollTo(0, 0))
  await page.locator('.yg-tr.is-phase').first().click()
  await page.keyboard.press('s')
  await page.waitForTimeout(800)
  const box = (await page.locator('.yg-bar.is-bar').nth(1).boundingBox())!
  await page.mouse.move(box.x + 4, box.y + box.height / 2)
  await page.mouse.down()
  await page.mouse.move(box.x + 12, box.y + box.height / 2)
  const before = (await metrics(session))['TaskDuration']!
  for (let step = 1; step <= 30; step++) {
    await page.mouse.move(box.x + 4 + step * 8, box.y + box.height / 2)
    await page.waitForTimeout(20)
  }
  const after = (await metrics(session))['TaskDuration']!
  await page.keyboard.press('Escape')
  await page.mouse.up()
  return ((after - before) * 1000) / 30
}

async function measure(browser: Browser, address: string, tasks: number): Promise<Measured> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 860 } })
  page.setDefaultTimeout(20_000)
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  await page.goto(`${address}/?n=${tasks}&zoom=week&manual`)
  await page.waitForFunction(() => typeof window.mountGantt === 'function')
  const idle = await metrics(session)
  const firstPaintMs = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const start = performance.now()
        window.mountGantt()
        const look = (): void => {
          if (document.querySelector('.yg-bar'))
            requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - start)))
          else setTimeout(look)
        }
        look()
      }),
  )
  const painted = await metrics(session)
  await page.waitForTimeout(300)
  const down = await wheel(page, session, 0, STEP_PX)
  const side = await wheel(page, session, STEP_PX, 0)
  const busyPerDragStepMs = await drag(page, session)
  await session.send('HeapProfiler.collectGarbage')
  const end = await metrics(session)
  const domNodes = await page.evaluate(() => document.querySelectorAll('*').length)
  await page.close()
  return {
    tasks,
    firstPaintMs,
    firstPaintBusyMs: (painted['TaskDuration']! - idle['TaskDuration']!) * 1000,
    busyPerStepMs: down.busy,
    scriptPerStepMs: down.script,
    worstStepMs: down.worst,
    p95FrameMs: down.frames[Math.floor(down.frames.length * 0.95)] ?? 0,
    busyPerSideStepMs: side.busy,
    busyPerDragStepMs,
    domNodes,
    heapMb: end['JSHeapUsedSize']! / 1e6,
  }
}

declare global {
  interface Window {
    mountGantt: () => void
  }
}

const sizes = process.argv.slice(2).map(Number)
const harness = await serveHarness()
const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
})
try {
  const rows: Measured[] = []
  for (const size of sizes.length > 0 ? sizes : [1000, 10_000, 100_000])
    rows.push(await measure(browser, harness.address, size))
  console.table(
    rows.map((row) =>
      Object.fromEntries(Object.entries(row).map(([name, value]) => [name, Math.round(value * 10) / 10])),
    ),
  )
} finally {
  await browser.close()
  await harness.close()
}
