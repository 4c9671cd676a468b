import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'

/**
 * axe on a page without frames, so without a second, empty page for each run. A page that has axe from
 * an earlier run keeps it: put in anew, it would be compiled anew and begin slowly, a third of the time.
 *
 * @param rules only these; all without it
 */
export async function axeOn(page: Page, rules?: string[]): Promise<AxeBuilder> {
  const isThere = await page.evaluate(() => 'axe' in window)
  return new AxeBuilder({ page, ...(isThere ? { axeSource: 'void 0' } : {}) }).setLegacyMode(true).options({
    // What is right is not listed: naming every cell of a grid takes longer than looking at it.
    resultTypes: ['violations'],
    ...(rules === undefined ? {} : { runOnly: { type: 'rule', values: rules } }),
  })
}
