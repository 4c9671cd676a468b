import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'

/** Chromium without windows, as Playwright's own download is: the stories take a quarter less CPU in it. */
const HEADLESS_SHELL = '/usr/bin/chromium-headless-shell'

const SYSTEM_BROWSERS = [
  HEADLESS_SHELL,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
]

/** The browser of the system, or undefined where Playwright's own is to be used. CHROMIUM names another one. */
export function systemChromium(): string | undefined {
  return [process.env['CHROMIUM'], ...SYSTEM_BROWSERS].find((path) => path !== undefined && existsSync(path))
}

/** Is there nothing better to install: the browser without windows, or the one that CHROMIUM names? */
export function hasLightBrowser(): boolean {
  const found = systemChromium()
  return found !== undefined && [HEADLESS_SHELL, process.env['CHROMIUM']].includes(found)
}

/** Has Playwright downloaded its own browser? */
export function hasPlaywrightChromium(): boolean {
  const { chromium } = createRequire(import.meta.url)('@playwright/test') as {
    chromium: { executablePath: () => string }
  }
  return existsSync(chromium.executablePath())
}

/** Without one, every Chinese character on a page is an empty box. */
export function hasChineseFont(): boolean {
  const { stdout } = spawnSync('fc-list', [':lang=zh-cn', 'family'], { encoding: 'utf8' })
  return (stdout ?? '').trim() !== ''
}
