import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'

const SYSTEM_BROWSERS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** The browser of the system, or undefined where Playwright's own is to be used. CHROMIUM names another one. */
export function systemChromium(): string | undefined {
  return [process.env['CHROMIUM'], ...SYSTEM_BROWSERS].find((path) => path !== undefined && existsSync(path))
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
