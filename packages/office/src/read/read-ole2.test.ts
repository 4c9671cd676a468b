import { writeXlsx } from 'hucre/xlsx'
import { describe, expect, test } from 'vitest'
import { readWorkbook } from './read-workbook.ts'

const MAGIC = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]

describe('OLE2 containers', () => {
  test('a workbook saved with a password is told from a broken one', async () => {
    const bytes = await writeXlsx({
      sheets: [{ name: 'S', rows: [['预算']] }],
      encryption: { password: '618', spinCount: 1000 },
    })
    await expect(readWorkbook(bytes, { fileName: '预算.xlsx' })).rejects.toMatchObject({
      code: 'password_protected',
    })
  })

  test('a container cut off in its header is a broken file', async () => {
    await expect(readWorkbook(Uint8Array.from(MAGIC), { fileName: 'a.xls' })).rejects.toMatchObject({
      code: 'broken_file',
    })
  })

  test('a chain of sectors in a circle is a broken file, not an endless loop', async () => {
    const bytes = new Uint8Array(512 * 3)
    bytes.set(MAGIC)
    const view = new DataView(bytes.buffer)
    view.setUint16(30, 9, true)
    view.setUint32(48, 1, true)
    for (let index = 0; index < 109; index++)
      view.setUint32(76 + index * 4, index === 0 ? 0 : 0xffffffff, true)
    view.setUint32(512 + 4, 1, true)
    await expect(readWorkbook(bytes, { fileName: 'a.xls' })).rejects.toMatchObject({ code: 'broken_file' })
  })
})
