import type { DocumentCell, WorkbookDocument } from '@yingce/domain/sheets/workbook-document'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readWorkbook } from '../read/read-workbook.ts'
import { readZipDirectory, extractZipEntry } from '../read/zip-directory.ts'
import { SAMPLE_WORKBOOK } from './sample-workbook.fixture.ts'
import { writeWorkbook } from './write-workbook.ts'

const written = await writeWorkbook(SAMPLE_WORKBOOK)

function part(bytes: Uint8Array, name: string): string {
  const entry = readZipDirectory(bytes, 1000).find((candidate) => candidate.name === name)
  if (entry === undefined) throw new Error(`no part ${name}`)
  return new TextDecoder().decode(extractZipEntry(bytes, entry))
}

/** Writes cells as row 1 and reads them back. */
async function roundTrip(cells: readonly DocumentCell[]) {
  const document: WorkbookDocument = {
    title: 't',
    looks: {},
    sheets: [{ name: 'S', columns: [], rows: [{ cells }] }],
  }
  return (await readWorkbook(await writeWorkbook(document), { fileName: 'a.xlsx' })).sheets[0]
}

describe('a written workbook, read back', () => {
  test('has the same values, in the same cells', async () => {
    const { sheets } = await readWorkbook(written, { fileName: 'a.xlsx' })
    for (const [index, sheet] of SAMPLE_WORKBOOK.sheets.entries()) {
      for (const [row, { cells }] of sheet.rows.entries()) {
        for (const [column, cell] of cells.entries()) {
          expect(sheets[index]?.rows[row]?.[column] ?? null).toEqual(cell?.value ?? null)
        }
      }
    }
  })

  test('has the same merges, formulas, number formats and hidden columns', async () => {
    const [sheet] = (await readWorkbook(written, { fileName: 'a.xlsx' })).sheets
    expect(sheet?.merges).toEqual(SAMPLE_WORKBOOK.sheets[0]?.merges)
    expect(sheet?.formulas).toEqual({ G8: 'SUM(G4:G7)', H8: 'SUM(H4:H7)', I8: 'H8/G8' })
    expect(sheet?.numberFormats).toMatchObject({
      E4: 'yyyy-mm-dd',
      F6: 'yyyy-mm-dd hh:mm',
      F7: 'hh:mm',
      G4: '#,##0.00',
      I4: '0%',
      I8: '0.0%',
    })
    expect(sheet?.hiddenColumns).toEqual([1])
  })

  test('has sheet names that programs accept, unique without regard to case', async () => {
    const { sheets } = await readWorkbook(written, { fileName: 'a.xlsx' })
    expect(sheets.map((sheet) => sheet.name)).toEqual([
      '主跟踪表 (2026)',
      '主跟踪表 (2026) (2)',
      '推广-效果-分析-表-',
      '_lists',
    ])
    expect(sheets.map((sheet) => sheet.hidden)).toEqual([false, false, true, true])
  })

  test('any text comes back as itself, whatever it begins with', async () => {
    const text = fc.string({ unit: 'binary', maxLength: 60 }).map((one) =>
      one
        .toWellFormed()
        .replaceAll('\r', '')
        .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, ''),
    )
    const risky = fc.constantFrom(
      '=1+1',
      '+1',
      '-1',
      '@SUM(A1)',
      '_x0041_',
      '_x005F_x0041_',
      '007',
      '#N/A',
      ' 两端空格 ',
      '第一行\n第二行',
      '<&>"\'',
    )
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(text, risky), { minLength: 1, maxLength: 8 }), async (texts) => {
        fc.pre(texts.some((one) => one !== ''))
        const sheet = await roundTrip(texts.map((value) => ({ value })))
        expect(texts.map((_, index) => sheet?.rows[0]?.[index] ?? null)).toEqual(
          texts.map((one) => (one === '' ? null : one)),
        )
        expect(sheet?.formulas).toEqual({})
      }),
      { numRuns: 60 },
    )
  }, 20_000)

  test('any day and minute from 1901 to 2100 comes back as itself, in every time zone of this computer', async () => {
    const day = fc.date({
      min: new Date('1901-01-01T00:00:00Z'),
      max: new Date('2100-12-31T23:59:00Z'),
      noInvalidDate: true,
    })
    await fc.assert(
      fc.asyncProperty(fc.array(day, { minLength: 1, maxLength: 20 }), async (days) => {
        const values = days.map((one) => ({ date: one.toISOString().slice(0, 16).replace('T00:00', '') }))
        expect((await roundTrip(values.map((value) => ({ value }))))?.rows[0]).toEqual(values)
      }),
      { numRuns: 30 },
    )
  }, 20_000)

  test('text over 32,767 characters is cut and says so', async () => {
    const sheet = await roundTrip([{ value: '长'.repeat(40_000) }])
    expect(sheet?.rows[0]?.[0]).toHaveLength(32_767)
    expect(String(sheet?.rows[0]?.[0]).endsWith('…')).toBe(true)
  })
})

describe('the parts of a written workbook', () => {
  test('quote sheet names in repeated rows and in defined names', () => {
    const workbook = part(written, 'xl/workbook.xml')
    expect(workbook).toContain(
      `<definedName name="_xlnm.Print_Titles" localSheetId="0">'主跟踪表 (2026)'!$3:$3</definedName>`,
    )
    expect(workbook).toContain(`<definedName name="预算明细">'主跟踪表 (2026)'!$G$4:$G$7</definedName>`)
  })

  test('freeze, filter, fit to width on A4 landscape, number pages', () => {
    const sheet = part(written, 'xl/worksheets/sheet1.xml')
    expect(sheet).toContain('<pane xSplit="3" ySplit="3" topLeftCell="D4"')
    expect(sheet).toContain('<autoFilter ref="B3:J7"/>')
    expect(sheet).toContain('paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"')
    expect(sheet).toContain('<oddFooter>&amp;L营策 &amp;&amp; 市场部&amp;R&amp;P / &amp;N</oddFooter>')
  })

  test('write short choices into the rule and long ones, or ones with commas, to a hidden sheet', () => {
    const sheet = part(written, 'xl/worksheets/sheet1.xml')
    expect(sheet).toContain('<formula1>"未开始,进行中,已完成,延期,暂停"</formula1>')
    expect(sheet).toContain("<formula1>'_lists'!$A$1:$A$60</formula1>")
  })

  test('give data bars eight colour digits', () => {
    expect(part(written, 'xl/worksheets/sheet1.xml')).toContain('<color rgb="FF8FB4F0"/>')
  })

  test('carry the result of every formula', () => {
    expect(part(written, 'xl/worksheets/sheet1.xml')).toContain('<f>SUM(G4:G7)</f><v>361999.99</v>')
  })

  test('link only to the web', async () => {
    const cells = [
      { value: 'a', link: 'https://example.com/x' },
      { value: 'b', link: 'javascript:alert(1)' },
      { value: 'c', link: 'file:///etc/passwd' },
    ]
    const bytes = await writeWorkbook({
      title: 't',
      looks: {},
      sheets: [{ name: 'S', columns: [], rows: [{ cells }] }],
    })
    const links = part(bytes, 'xl/worksheets/_rels/sheet1.xml.rels')
    expect(links).toContain('https://example.com/x')
    expect(links).not.toMatch(/javascript|file:/)
  })

  test('hold rows tall enough for their wrapped lines', () => {
    const sheet = part(written, 'xl/worksheets/sheet1.xml')
    const height = Number(/<row r="4" ht="([\d.]+)"/.exec(sheet)?.[1])
    expect(height).toBeGreaterThanOrEqual(28)
  })
})

describe('a workbook document with a mistake', () => {
  const withCell = (cell: DocumentCell): WorkbookDocument => ({
    title: 't',
    looks: {},
    sheets: [{ name: 'S', columns: [], rows: [{ cells: [cell] }] }],
  })

  test.each([
    ['an unknown look', { value: 1, look: 'no such look' }, 'look'],
    ['a look named like a built-in', { value: 1, look: 'constructor' }, 'look'],
    ['a number that is not finite', { value: Number.NaN }, 'finite'],
    ['a date that is none', { value: { date: '6月1日' } }, 'date'],
  ])('%s throws', async (_what, cell, word) => {
    await expect(writeWorkbook(withCell(cell))).rejects.toThrow(word)
  })
})
