import type { Page } from '@playwright/test'
import type { Words } from './words.ts'

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Chooses a file on the page for a new import, as a person does. */
export async function giveFile(page: Page, t: Words, name: string, buffer: Buffer): Promise<void> {
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: t('import:choose.button') }).click()
  await (await chooser).setFiles({ name, mimeType: XLSX, buffer })
}

interface DataFile {
  name: string
  buffer: Buffer
  mimeType?: string
}

/** Chooses files on the page for data, by the button that the keyboard reaches. */
export async function giveData(page: Page, t: Words, files: readonly DataFile[]): Promise<void> {
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: t('data:drop.button') }).focus()
  await page.keyboard.press('Enter')
  await (await chooser).setFiles(files.map((file) => ({ mimeType: 'text/csv', ...file })))
}
