import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readWorkbookInChild } from './read-workbook-in-child.ts'
import { rawXlsx, sheetXml } from './zip.fixture.ts'

const bytes = rawXlsx({ sheets: [{ name: 'S', xml: sheetXml('<row r="1"><c r="A1"><v>7</v></c></row>') }] })
let folder = ''

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'yingce-read-'))
})

afterAll(() => {
  rmSync(folder, { recursive: true })
})

describe('reading in a process of its own', () => {
  test('gives the same tables from bytes and from a path', async () => {
    const path = join(folder, 'a.xlsx')
    writeFileSync(path, bytes)
    const fromBytes = await readWorkbookInChild(bytes, { fileName: 'a.xlsx' })
    expect(fromBytes.sheets[0]?.rows).toEqual([[7]])
    expect(await readWorkbookInChild(path, { fileName: 'a.xlsx' })).toEqual(fromBytes)
  })

  test('hands a refusal through with its code and facts', async () => {
    await expect(
      readWorkbookInChild(bytes, { fileName: 'a.xlsx', limits: { fileBytes: 10 } }),
    ).rejects.toMatchObject({
      name: 'OfficeFileError',
      code: 'too_large',
      params: { limit: 10 },
    })
  })

  test('is ended when it takes too long', async () => {
    await expect(readWorkbookInChild(bytes, { fileName: 'a.xlsx', timeoutMs: 10 })).rejects.toMatchObject({
      code: 'too_costly',
      params: { reason: 'time' },
    })
  })

  test.runIf(process.platform === 'linux')('is ended when it takes too much memory', async () => {
    const text = `日期,消耗\n${'2026-06-01,12345.67\n'.repeat(190_000)}`
    const reading = readWorkbookInChild(new TextEncoder().encode(text), {
      fileName: 'a.csv',
      memoryBytes: 90 * 1024 * 1024,
    })
    await expect(reading).rejects.toMatchObject({ code: 'too_costly', params: { reason: 'memory' } })
  })

  test('ends when the caller gives up', async () => {
    const controller = new AbortController()
    const reading = readWorkbookInChild(bytes, { fileName: 'a.xlsx', signal: controller.signal })
    controller.abort(new Error('upload cancelled'))
    await expect(reading).rejects.toThrow('upload cancelled')
  })

  test('sees none of our environment', async () => {
    try {
      // The child would fail to start with a broken NODE_OPTIONS if it inherited the environment.
      process.env['NODE_OPTIONS'] = '--no-such-option'
      expect((await readWorkbookInChild(bytes, { fileName: 'a.xlsx' })).format).toBe('xlsx')
    } finally {
      delete process.env['NODE_OPTIONS']
    }
  })
  test('keeps what it compiled for the next one, where our process does so', async () => {
    const before = process.env['NODE_COMPILE_CACHE']
    try {
      process.env['NODE_COMPILE_CACHE'] = join(folder, 'compiled')
      await readWorkbookInChild(bytes, { fileName: 'a.xlsx' })
      const kept = readdirSync(join(folder, 'compiled'), { recursive: true })
      expect(kept.length).toBeGreaterThan(10)
    } finally {
      if (before === undefined) delete process.env['NODE_COMPILE_CACHE']
      else process.env['NODE_COMPILE_CACHE'] = before
    }
  })
})
