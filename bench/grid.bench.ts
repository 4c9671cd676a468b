import { chromium, type CDPSession, type Page } from '@playwright/test'
import { existsSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { serveHarness } from '../apps/web/src/ui/grid/harness/build-harness.ts'

/**
 * Grid of 10,000 × 20 in headless Chromium: main-thread milliseconds per wheel
 * step and frame times while scrolling. Run on an idle machine:
 *   node bench/grid.bench.ts [rows]
 *
 * `busy` is the CPU time of the page's main thread (thread clock, so another
 * program's load does not count), script, style, layout and paint together.
 */
const rows = Number(process.argv[2] ?? 10_000)
const STEPS = 120
const STEP_PX = 120

interface Busy {
  readonly task: number
  readonly script: number
  readonly layout: number
  readonly style: number
}

async function busyOf(session: CDPSession): Promise<Busy> {
  const { metrics } = await session.send('Performance.getMetrics')
  const value = (name: string): number => (metrics.find((metric) => metric.name === name)?.value ?? 0) * 1000
  return {
    task: value('TaskDuration'),
    script: value('ScriptDuration'),
    layout: value('LayoutDuration'),
    style: value('RecalcStyleDuration'),
  }
}

async function wheel(
  page: Page,
  session: CDPSession,
  dx: number,
  dy: number,
): Promise<{ busy: Busy; frames: number[] }> {
  await page.evaluate(() => {
    const frames: number[] = []
    let last = performance.now()
    const tick = (now: number): void => {
      frames.push(now - last)
      last = now
      if ((window as unknown as { stopFrames?: boolean }).stopFrames !== true) requestAnimationFrame(tick)
    }
    Object.assign(window, { frames, stopFrames: false })
    requestAnimationFrame(tick)
  })
  const before = await busyOf(session)
  for (let step = 0; step < STEPS; step += 1) {
    await page.mouse.wheel(dx, dy)
    await page.waitForTimeout(30)
  }
  const after = await busyOf(session)
  const frames = await page.evaluate(() => {
    Object.assign(window, { stopFrames: true })
    return (window as unknown as { frames: number[] }).frames.slice(2)
  })
  const per = (key: keyof Busy): number => (after[key] - before[key]) / STEPS
  return {
    busy: { task: per('task'), script: per('script'), layout: per('layout'), style: per('style') },
    frames,
  }
}

const quantile = (values: readonly number[], q: number): number =>
  values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) * q)] ?? Number.NaN
const ms = (value: number): string => value.toFixed(1).padStart(6)

const harness = await serveHarness()
const browser = await chromium.launch(
  existsSync('/usr/bin/chromium') ? { executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] } : {},
)
try {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.setTimeDomain', { timeDomain: 'threadTicks' }).catch(() => undefined)
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  const started = performance.now()
  await page.goto(`${harness.url}?rows=${rows}`)
  await page.getByRole('row').nth(3).waitFor()
  console.log(
    `grid ${rows} × 20, ${cpus().length} cores, load ${loadavg()[0]?.toFixed(2)}; page to first rows ${Math.round(performance.now() - started)} ms`,
  )
  await page.mouse.move(700, 400)
  console.log('                      busy  script  layout  style | frame p50     p95     max')
  for (const [name, dx, dy] of [
    ['warm-up', 0, STEP_PX],
    ['down', 0, STEP_PX],
    ['down, 10 rows a step', 0, STEP_PX * 3],
    ['up', 0, -STEP_PX],
    ['right and left', 60, 0],
  ] as const) {
    const { busy, frames } = await wheel(page, session, dx, dy)
    console.log(
      `${name.padEnd(20)} ${ms(busy.task)}  ${ms(busy.script)}  ${ms(busy.layout)} ${ms(busy.style)} |    ${ms(quantile(frames, 0.5))}  ${ms(quantile(frames, 0.95))}  ${ms(Math.max(...frames))}`,
    )
  }
  await page.mouse.click(500, 300)
  const measure = async (name: string, keys: readonly string[]): Promise<void> => {
    const before = await busyOf(session)
    for (const key of keys) await page.keyboard.press(key)
    const after = await busyOf(session)
    console.log(`${name.padEnd(20)} ${ms((after.task - before.task) / keys.length)} ms a key`)
  }
  await measure(
    'arrow down',
    Array.from({ length: 60 }, () => 'ArrowDown'),
  )
  await measure('select all, escape', ['Control+a', 'Escape', 'Control+a', 'Escape'])
  await measure('edit and Enter', ['9', '9', 'Enter', '8', '8', 'Enter', '7', '7', 'Enter'])
} finally {
  await browser.close()
  harness.close()
}
