import { expect, type Page } from '@playwright/test'
import { axeOn } from './axe-on.ts'

const DESK = { width: 1440, height: 900 }
export const PHONE = { width: 390, height: 844 }

/**
 * Holds the page as it stands against all rules of axe, light and dark, on a desk and on a phone,
 * and against scrolling sideways as a whole. Between light and dark only colours differ, so the
 * second run asks for contrast alone.
 *
 * @param what names the state of the page in a failure
 * @param isWhole false: in a further language, whose words change neither colour nor structure, the desk in light is enough
 */
export async function checkPage(page: Page, what: string, isWhole = true): Promise<void> {
  const problems: string[] = []
  await page.locator('h1').first().waitFor()
  for (const size of [DESK, PHONE]) {
    await page.setViewportSize(size)
    const schemes = isWhole ? (['light', 'dark'] as const) : size === DESK ? (['light'] as const) : []
    for (const colorScheme of schemes) {
      await page.emulateMedia({ colorScheme })
      await settle(page)
      const axe = await axeOn(page, colorScheme === 'dark' ? ['color-contrast'] : undefined)
      const { violations } = await axe.analyze()
      for (const { id, nodes } of violations)
        for (const node of nodes.slice(0, 3))
          problems.push(
            `${what}, ${size.width} ${colorScheme}: ${id}: ${node.target.join(' ')} ${node.failureSummary?.split('\n')[1]?.trim() ?? ''}`,
          )
    }
    await settle(page)
    const over = await page.evaluate(() => {
      const scrolled = document.querySelector('main')
      const inside = scrolled === null ? 0 : scrolled.scrollWidth - scrolled.clientWidth
      return Math.max(inside, document.documentElement.scrollWidth - window.innerWidth)
    })
    if (over > 0) problems.push(`${what}, ${size.width}: ${over} px wider than the window`)
  }
  await page.setViewportSize(DESK)
  await page.emulateMedia({ colorScheme: 'light' })
  expect([...new Set(problems)]).toEqual([])
}

/** Colours fade; axe must not measure them halfway, nor need anybody wait for them. */
function settle(page: Page): Promise<void> {
  return page.evaluate(async () => {
    const frame = () => new Promise<void>((resolve) => requestAnimationFrame(() => resolve()))
    const fading = () =>
      document
        .getAnimations()
        .filter(
          (animation) =>
            animation.playState === 'running' && animation.effect?.getTiming().iterations !== Infinity,
        )
    do {
      for (const animation of fading()) animation.finish()
      await frame()
      await frame()
    } while (fading().length > 0)
  })
}
