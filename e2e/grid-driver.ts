import '../apps/web/src/ui/grid/harness/harness-window.ts'
import type { Page } from '@playwright/test'

/** Reads and drives the grid of its page of trial rows (apps/web/src/ui/grid/harness). */
export async function openGrid(page: Page, url: string, query = 'rows=60'): Promise<void> {
  await page.goto(`${url}?${query}`)
  await page.getByRole('row').nth(3).waitFor()
}

/** Number of each column for assistive technology. */
export const COLUMN: Readonly<Record<string, number>> = {
  name: 2,
  owner: 3,
  plannedStart: 4,
  plannedEnd: 5,
  actualStart: 6,
  actualEnd: 7,
  late: 8,
  budget: 9,
  spent: 10,
  progress: 11,
  status: 12,
  kpi: 13,
  reached: 14,
  issue: 15,
  isMilestone: 18,
  source: 21,
}
/** Drawn cell of a row by its number and its field. */
export const cell = (page: Page, row: number, field: string) =>
  page
    .locator(`[role=row]:has(> [role=rowheader]:text-is("${row}"))`)
    .first()
    .evaluateHandle((frozen, index) => {
      const main = document.getElementById(frozen.getAttribute('aria-owns') ?? '')
      return (
        frozen.querySelector(`[aria-colindex="${index}"]`) ??
        main?.querySelector(`[aria-colindex="${index}"]`)
      )
    }, COLUMN[field])
export const text = async (page: Page, row: number, field: string): Promise<string> =>
  (await cell(page, row, field)).evaluate((el) => el?.textContent ?? '')
export const choose = async (page: Page, row: number, field: string): Promise<void> => {
  await (await cell(page, row, field)).asElement()?.click()
}
export const value = (page: Page, rowId: string, field: string) =>
  page.evaluate(
    ([id, name]) => window.harness.rows().find((row) => row.id === id)?.values[name ?? ''],
    [rowId, field],
  )
export const unread = (page: Page, rowId: string, field: string) =>
  page.evaluate(
    ([id, name]) => window.harness.rows().find((row) => row.id === id)?.unread?.[name ?? ''],
    [rowId, field],
  )
export const input = (page: Page) => page.locator('textarea.yg-input')
export const active = (page: Page) =>
  page.evaluate(() => {
    const el = document.getElementById(document.activeElement?.getAttribute('aria-activedescendant') ?? '')
    const row =
      el?.closest('[role=row]') ?? document.querySelector(`[aria-owns="${el?.parentElement?.id ?? ''}"]`)
    return {
      line: Number(row?.getAttribute('aria-rowindex')),
      column: Number(el?.getAttribute('aria-colindex')),
    }
  })
export const toClipboard = (page: Page, plain: string, html?: string) =>
  page.evaluate(
    ([a, b]) =>
      navigator.clipboard.write([
        new ClipboardItem({
          'text/plain': new Blob([a ?? ''], { type: 'text/plain' }),
          ...(b === undefined ? {} : { 'text/html': new Blob([b], { type: 'text/html' }) }),
        }),
      ]),
    [plain, html],
  )
