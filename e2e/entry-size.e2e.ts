import { gzipSync } from 'node:zlib'
import { expect, test } from '@playwright/test'

/** What a first visit loads before any page of its own: kept under 300 KB, as sent. */
const MOST_BYTES = 300 * 1024

test('the entry is under 300 KB gzip and leaves grid, Gantt and charts for later', async ({ request }) => {
  const html = await (await request.get('/sign-in')).text()
  const files = [...new Set([...html.matchAll(/assets\/[^"']+\.js/g)].map(([file]) => file))]
  expect(files.length).toBeGreaterThan(5)
  let bytes = 0
  for (const file of files) {
    const source = await (await request.get(`/${file}`)).text()
    expect(source, `${file} holds a part that should be lazy`).not.toMatch(/yg-row|gantt-bar|echarts/)
    bytes += gzipSync(source).length
  }
  expect(bytes).toBeLessThan(MOST_BYTES)
})
