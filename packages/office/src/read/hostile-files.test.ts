import { deflateRawSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { OfficeFileError, type OfficeFileErrorCode } from '../office-file-error.ts'
import { readWorkbook } from './read-workbook.ts'
import { zipOf } from '../write/zip-of.ts'
import { processorMs } from './processor-time.fixture.ts'
import { rawXlsx, sheetXml } from './zip.fixture.ts'

const ONE_CELL = sheetXml('<row r="1"><c r="A1" t="inlineStr"><is><t>预算</t></is></c></row>')

async function refusal(
  bytes: Uint8Array,
  fileName = 'a.xlsx',
  limits = {},
): Promise<{ code: OfficeFileErrorCode; ms: number; error: OfficeFileError }> {
  const started = processorMs()
  try {
    await readWorkbook(bytes, { fileName, limits })
  } catch (error) {
    if (error instanceof OfficeFileError) return { code: error.code, ms: processorMs() - started, error }
    throw error
  }
  throw new Error('the file was not refused')
}

describe('hostile and broken files are refused with a reason, within two seconds of processor', () => {
  test('400 MB of one letter in a small archive is a zip bomb by its declared size', async () => {
    const packed = deflateRawSync(Buffer.alloc(1024 * 1024, 'a'))
    const bytes = zipOf([
      { name: '[Content_Types].xml', content: '<Types/>' },
      { name: 'xl/worksheets/sheet1.xml', content: new Uint8Array(packed), declaredBytes: 400 * 1024 * 1024 },
    ])
    const { code, error } = await refusal(bytes)
    expect(code).toBe('zip_bomb')
    // The one megabyte that is there was not unpacked.
    expect(error.params['found']).toBe(400 * 1024 * 1024 + '<Types/>'.length)
  })

  test('a sheet that declares 2 kB and unpacks to 60 MB is stopped at 2 kB', async () => {
    const xml = sheetXml(`<row r="1">${'<c r="A1"><v>1</v></c>'.repeat(2_700_000)}</row>`)
    const bytes = rawXlsx({ sheets: [{ name: 'S', xml, declaredBytes: 2048 }] })
    const before = process.memoryUsage().rss
    const { code, ms } = await refusal(bytes)
    expect(code).toBe('zip_bomb')
    expect(ms).toBeLessThan(2000)
    expect(process.memoryUsage().rss - before).toBeLessThan(150 * 1024 * 1024)
  })

  test('shared texts that declare 2 kB and unpack to 60 MB are stopped', async () => {
    const sharedStrings = `<sst>${'<si><t>aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa</t></si>'.repeat(1_300_000)}</sst>`
    const bytes = rawXlsx({ sheets: [{ name: 'S', xml: ONE_CELL }], sharedStrings })
    const honest = new DataView(bytes.buffer)
    const at = Buffer.from(bytes).lastIndexOf('xl/sharedStrings.xml')
    honest.setUint32(at - 46 + 24, 2048, true)
    const { code, ms } = await refusal(bytes)
    expect(['zip_bomb', 'broken_file']).toContain(code)
    expect(ms).toBeLessThan(2000)
  })

  test('5,000 entries are a zip bomb', async () => {
    const parts = Array.from({ length: 5000 }, (_, index) => ({ name: `xl/media/${index}.png`, content: '' }))
    expect((await refusal(zipOf(parts))).code).toBe('zip_bomb')
  })

  test('an entry name that climbs out of the archive is refused', async () => {
    expect(
      (
        await refusal(
          rawXlsx({
            sheets: [{ name: 'S', xml: ONE_CELL }],
            more: [{ name: '../../etc/passwd', content: 'x' }],
          }),
        )
      ).code,
    ).toBe('broken_file')
  })

  test('billion laughs: a document type declaration is refused, not expanded', async () => {
    const xml = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>${ONE_CELL.slice(ONE_CELL.indexOf('<worksheet'))}`
    expect((await refusal(rawXlsx({ sheets: [{ name: 'S', xml }] }))).code).toBe('broken_file')
  })

  test('an external entity in the workbook part is refused', async () => {
    const bytes = rawXlsx({ sheets: [{ name: 'S', xml: ONE_CELL }] })
    const swapped = zipOf([
      { name: '[Content_Types].xml', content: '<Types/>' },
      {
        name: '_rels/.rels',
        content: '<!DOCTYPE r [<!ENTITY e SYSTEM "file:///etc/passwd">]><Relationships>&e;</Relationships>',
      },
    ])
    expect((await refusal(swapped)).code).toBe('broken_file')
    expect((await readWorkbook(bytes, { fileName: 'a.xlsx' })).sheets[0]?.rows).toEqual([['预算']])
  })

  test.each([
    ['text before the root', `foo${ONE_CELL}`],
    ['an unclosed tag', ONE_CELL.replace('</row>', '')],
    ['crossed tags', ONE_CELL.replace('</is></c>', '</c></is>')],
    ['two roots', `${ONE_CELL}<worksheet/>`],
    ['a stray <', ONE_CELL.replace('预算', '预<算')],
    ['nothing', ''],
    ['a cut-off end', ONE_CELL.slice(0, -30)],
  ])('sheet XML with %s is a broken file', async (_what, xml) => {
    expect((await refusal(rawXlsx({ sheets: [{ name: 'S', xml }] }))).code).toBe('broken_file')
  })

  test('an archive cut off in the middle is a broken file', async () => {
    const bytes = rawXlsx({ sheets: [{ name: 'S', xml: ONE_CELL }] })
    expect((await refusal(bytes.subarray(0, bytes.length / 2))).code).toBe('broken_file')
  })

  test('a file without bytes is an empty file', async () => {
    expect((await refusal(new Uint8Array())).code).toBe('empty_file')
  })

  test('a workbook without a filled cell has no table', async () => {
    expect((await refusal(rawXlsx({ sheets: [{ name: 'S', xml: sheetXml('') }] }))).code).toBe('no_table')
    expect((await refusal(new TextEncoder().encode('  \n \n'))).code).toBe('no_table')
  })

  test('a file over the size limit is refused before it is looked at', async () => {
    const { code, error } = await refusal(rawXlsx({ sheets: [{ name: 'S', xml: ONE_CELL }] }), 'a.xlsx', {
      fileBytes: 100,
    })
    expect(code).toBe('too_large')
    expect(error.params['limit']).toBe(100)
  })

  test('one filled row over the limit is too many, empty rows do not count', async () => {
    const filled = Array.from(
      { length: 11 },
      (_, index) => `<row r="${index * 3 + 1}"><c r="A${index * 3 + 1}"><v>1</v></c></row>`,
    )
    const xml = (count: number): string => sheetXml(filled.slice(0, count).join(''))
    expect(
      (await refusal(rawXlsx({ sheets: [{ name: '明细', xml: xml(11) }] }), 'a.xlsx', { rows: 10 })).error
        .params,
    ).toEqual({ sheet: '明细', limit: 10 })
    const read = await readWorkbook(rawXlsx({ sheets: [{ name: '明细', xml: xml(10) }] }), {
      fileName: 'a.xlsx',
      limits: { rows: 10 },
    })
    expect(read.sheets[0]?.rows).toHaveLength(28)
  })

  test('a million rows of text are too many', async () => {
    const { code, ms } = await refusal(new TextEncoder().encode('日期,消耗\n'.repeat(1_000_000)), 'a.csv')
    expect(code).toBe('too_many_rows')
    expect(ms).toBeLessThan(2000)
  })

  test('random bytes are an unsupported format', async () => {
    const bytes = Uint8Array.from({ length: 4000 }, (_, index) => (index * 7919 + (index >> 3)) % 256)
    expect((await refusal(bytes, 'a.xls')).code).toBe('unsupported_format')
  })

  test.each([
    [
      'docx',
      zipOf([
        { name: '[Content_Types].xml', content: '<Types/>' },
        { name: 'word/document.xml', content: '<d/>' },
      ]),
    ],
    [
      'xlsb',
      zipOf([
        { name: '[Content_Types].xml', content: '<Types/>' },
        { name: 'xl/workbook.bin', content: 'x' },
      ]),
    ],
    ['zip', zipOf([{ name: 'a.csv', content: 'a,b' }])],
    ['pdf', new TextEncoder().encode('%PDF-1.7 …')],
    ['image', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a])],
    ['json', new TextEncoder().encode('{"a": [1, 2]}')],
    ['ics', new TextEncoder().encode('BEGIN:VCALENDAR\r\nEND:VCALENDAR')],
    ['xml', new TextEncoder().encode('<?xml version="1.0"?><orders><order/></orders>')],
  ])('a file that is %s says so', async (format, bytes) => {
    const { code, error } = await refusal(bytes, 'a.xlsx')
    expect(code).toBe('unsupported_format')
    expect(error.params['format']).toBe(format)
  })
})

describe('strange but honest files are read', () => {
  test('a formatted empty cell in XFD1048576 does not size the table', async () => {
    const rows = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576" s="0"/></row>'
    const started = processorMs()
    const { sheets } = await readWorkbook(rawXlsx({ sheets: [{ name: 'S', xml: sheetXml(rows) }] }), {
      fileName: 'a.xlsx',
    })
    expect(sheets[0]?.rows).toEqual([[1]])
    expect(processorMs() - started).toBeLessThan(2000)
  })

  test('a filled cell in XFD1048576 is read as a flat table within bounds', async () => {
    const rows =
      '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>'
    const started = processorMs()
    const { sheets, notices } = await readWorkbook(
      rawXlsx({ sheets: [{ name: 'S', xml: sheetXml(rows) }] }),
      { fileName: 'a.xlsx' },
    )
    expect(sheets[0]?.rows[1_048_575]?.[16_383]).toBe(2)
    expect(notices).toEqual([{ code: 'read_flat', sheet: 'S' }])
    expect(processorMs() - started).toBeLessThan(2000)
  })

  test('a merge over the whole sheet is cut near its value', async () => {
    const xml = sheetXml(
      '<row r="1"><c r="A1"><v>1</v></c></row>',
      '<mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>',
    )
    const { sheets } = await readWorkbook(rawXlsx({ sheets: [{ name: 'S', xml }] }), { fileName: 'a.xlsx' })
    expect(sheets[0]?.merges).toEqual([{ top: 1, left: 1, bottom: 201, right: 201 }])
  })

  test('a sheet with more XML than the limit is read as a flat table with the same values', async () => {
    const rows = Array.from(
      { length: 50 },
      (_, index) => `<row r="${index + 1}"><c r="A${index + 1}"><v>${index}</v></c></row>`,
    ).join('')
    const bytes = rawXlsx({ sheets: [{ name: 'S', xml: sheetXml(rows) }] })
    const whole = await readWorkbook(bytes, { fileName: 'a.xlsx' })
    const flat = await readWorkbook(bytes, { fileName: 'a.xlsx', limits: { flatSheetBytes: 100 } })
    expect(flat.sheets[0]?.rows).toEqual(whole.sheets[0]?.rows)
    expect(flat.notices).toEqual([{ code: 'read_flat', sheet: 'S' }])
  })

  test('the row limit also holds for flat tables', async () => {
    const rows = Array.from(
      { length: 50 },
      (_, index) => `<row r="${index + 1}"><c r="A${index + 1}"><v>1</v></c></row>`,
    ).join('')
    const { code } = await refusal(rawXlsx({ sheets: [{ name: 'S', xml: sheetXml(rows) }] }), 'a.xlsx', {
      flatSheetBytes: 100,
      rows: 49,
    })
    expect(code).toBe('too_many_rows')
  })
})
