import { expect, type Locator, type Page } from '@playwright/test'

/** Wide enough for the tracker's shown columns: those outside the window are not drawn. */
export const WIDE = { width: 2400, height: 900 }

/** Row of the grid that begins with this task. */
export const taskRow = (page: Page, name: string): Locator =>
  page.getByRole('row').filter({ has: page.getByRole('gridcell', { name, exact: true }) })

/**
 * Drawn cell of a task under a header. The row owns the cells of the part that scrolls under an id
 * that changes as rows move, so ask afresh after each change.
 */
export async function cellOf(page: Page, name: string, header: string): Promise<Locator> {
  const head = page
    .getByRole('columnheader', { name: header })
    .filter({ hasText: new RegExp(`^${escaped(header)}`) })
  const index = await head.first().getAttribute('aria-colindex')
  const row = taskRow(page, name).first()
  await expect(row).toBeVisible()
  const owned = await row.getAttribute('aria-owns')
  return row
    .locator(`[aria-colindex="${index}"]`)
    .or(page.locator(`[id="${owned}"] [aria-colindex="${index}"]`))
}

/** What a cell shows, waited for. */
export async function expectCell(
  page: Page,
  name: string,
  header: string,
  text: string | RegExp,
): Promise<void> {
  await expect(async () => {
    const cell = await cellOf(page, name, header)
    const shown = await cell.textContent({ timeout: 1_000 })
    expect(shown).toMatch(typeof text === 'string' ? new RegExp(escaped(text)) : text)
  }).toPass()
}

/** Clicks the cell; a row that is just being redrawn is asked for again. */
export async function choose(page: Page, name: string, header: string): Promise<void> {
  await expect(async () => (await cellOf(page, name, header)).click({ timeout: 1_500 })).toPass()
}

/** Chooses the cell and types over it. */
export async function typeInto(page: Page, name: string, header: string, text: string): Promise<void> {
  await choose(page, name, header)
  await page.keyboard.type(text)
  await page.keyboard.press('Enter')
}

const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\（）]/g, String.raw`\$&`)

/** Puts text on the clipboard, as a spreadsheet program does. */
export const toClipboard = (page: Page, text: string): Promise<void> =>
  page.evaluate((plain) => navigator.clipboard.writeText(plain), text)
