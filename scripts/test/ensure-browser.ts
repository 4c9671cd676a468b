import { existsSync } from 'node:fs'
import { hasChineseFont, hasLightBrowser, hasPlaywrightChromium, systemChromium } from './find-chromium.ts'
import { runCommand, runVisibly } from './run-visibly.ts'

/**
 * Makes sure that the stories have a browser and Chinese letters: as root on
 * Debian and its kin from the distribution, else Playwright's download.
 *
 * @returns null, or the reason why there is none
 */
export async function ensureBrowser(): Promise<string | null> {
  const canInstall = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')
  if (canInstall && !(hasLightBrowser() && hasChineseFont())) {
    console.log('Installing Chromium and a Chinese font with apt …')
    const apt = (...words: string[]) =>
      runCommand('apt-get', [...words, '-qq'], { DEBIAN_FRONTEND: 'noninteractive' })
    const install = (...packages: string[]) => apt('install', '-y', '--no-install-recommends', ...packages)
    await apt('update')
    if (!hasChineseFont()) await install('fonts-noto-cjk', 'fontconfig')
    if (!hasLightBrowser()) await install('chromium-headless-shell')
    // Not every distribution has the one without windows.
    if (systemChromium() === undefined) await install('chromium')
  }
  if (systemChromium() === undefined && !hasPlaywrightChromium()) {
    console.log('Downloading Chromium with Playwright …')
    await runVisibly('@playwright/test', ['install', 'chromium'])
  }
  if (systemChromium() === undefined && !hasPlaywrightChromium()) {
    return 'There is no Chromium: neither the system has one, nor could apt or "npx playwright install chromium" bring one. Install it, or name one with CHROMIUM=/path.'
  }
  if (!hasChineseFont() && process.platform === 'linux') {
    return 'There is no Chinese font, so the pages cannot be looked at: install fonts-noto-cjk (or another one that fc-list :lang=zh-cn shows).'
  }
  return null
}
