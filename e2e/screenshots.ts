// node e2e/screenshots.ts URL — takes the pictures of docs/images from a running server of one's own.
// The owner of that server is the one of the stories: a fresh one, or one on which stories ran.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { createImport } from '@yingce/contracts/import/import'
import { chromium } from '@playwright/test'
import { systemChromium } from '../scripts/test/find-chromium.ts'
import { teamWorkbook } from './fixtures/team-workbook.ts'
import { XLSX } from './story/give-file.ts'
import { ownerOf } from './story/person.ts'
import { samplePlan } from './story/sample-plan.ts'
import { smallPng } from './story/small-png.ts'

const origin = process.argv[2]
if (origin === undefined) throw new Error('Name the server: node e2e/screenshots.ts http://127.0.0.1:8130')
const owner = await ownerOf(origin)
const plan = `/plans/${await samplePlan(owner)}`
const file = { name: '春茶上市推广.xlsx', mimeType: XLSX, buffer: await teamWorkbook() }
const preview = `/imports/${(await owner.call(createImport, { file })).id}`
const folder = join(import.meta.dirname, '../docs/images')
mkdirSync(folder, { recursive: true })

const executablePath = systemChromium()
const browser = await chromium.launch(executablePath === undefined ? {} : { executablePath })
const DESK = { width: 1440, height: 900 }
for (const [name, path, colorScheme, viewport] of [
  ['board-light', `${plan}/board`, 'light', DESK],
  ['board-dark', `${plan}/board`, 'dark', DESK],
  ['tracker', `${plan}/tracker`, 'light', DESK],
  ['gantt', `${plan}/gantt`, 'light', DESK],
  ['import', preview, 'light', DESK],
  ['phone', `${plan}/board`, 'light', { width: 390, height: 844 }],
] as const) {
  const context = await browser.newContext({
    baseURL: origin,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    colorScheme,
    viewport,
    storageState: await owner.cookies(),
  })
  const page = await context.newPage()
  await page.goto(path)
  await page.locator('h1').waitFor()
  await page.waitForLoadState('networkidle', { timeout: 3_000 }).catch(() => undefined)
  writeFileSync(join(folder, `${name}.png`), await smallPng(page))
  await context.close()
}
await browser.close()
await owner.close()
