import { describe, expect, test } from 'vitest'
import { readWorkbook } from './read-workbook.ts'
import { rawXlsx, sheetXml, stylesXml } from './zip.fixture.ts'

const FORMATS = [
  'yyyy-mm-dd',
  'yyyy"年"m"月"d"日" hh:mm',
  'h:mm',
  '[h]:mm',
  '0.0%',
  '"¥"#,##0.00',
  'm/d',
  'yyyy"年"m"月"',
]

async function cells(rows: string, options: { is1904?: boolean; sharedStrings?: string } = {}) {
  const bytes = rawXlsx({
    sheets: [{ name: 'S', xml: sheetXml(rows) }],
    styles: stylesXml(FORMATS),
    ...options,
  })
  const { sheets } = await readWorkbook(bytes, { fileName: 'a.xlsx' })
  return sheets[0]
}

describe('cells of an .xlsx', () => {
  test.each([
    ['a day', 1, 45809, { date: '2025-06-01' }],
    ['a day with a clock', 2, 45809.833333333336, { date: '2025-06-01T20:00' }],
    ['seconds are kept when they are not 0', 2, 45809.5000115741, { date: '2025-06-01T12:00:01' }],
    ['19:59:59.999 is 20:00', 2, 45809.83333332, { date: '2025-06-01T20:00' }],
    ['a time of day', 3, 0.8333333333333334, { time: '20:00' }],
    ['midnight as a time', 3, 0, { time: '00:00' }],
    ['30 hours are 1.25 days', 4, 1.25, 1.25],
    ['5 January 1900', 1, 5, { date: '1900-01-05' }],
    ['an empty date that a formula made 0', 1, 0, 0],
    ['a month', 8, 45809, { date: '2025-06-01' }],
    ['a percentage', 5, 0.05, 0.05],
    ['money', 6, 1200.5, 1200.5],
  ])('%s', async (_what, style, stored, value) => {
    expect((await cells(`<row r="1"><c r="A1" s="${style}"><v>${stored}</v></c></row>`))?.rows).toEqual([
      [value],
    ])
  })

  test('a file that counts from 1904 is not four years off', async () => {
    const sheet = await cells(
      '<row r="1"><c r="A1" s="1"><v>42736</v></c><c r="B1" s="3"><v>0.5</v></c></row>',
      { is1904: true },
    )
    expect(sheet?.rows).toEqual([[{ date: '2021-01-02' }, { time: '12:00' }]])
  })

  test('number formats are told for numbers and dates by address, not for "General"', async () => {
    const sheet = await cells(
      '<row r="2"><c r="B2" s="5"><v>0.05</v></c><c r="C2"><v>5</v></c><c r="D2" s="6"><v>9.9</v></c></row>',
    )
    expect(sheet?.numberFormats).toEqual({ B2: '0.0%', D2: '"¥"#,##0.00' })
  })

  test('typed text stays text, with its spaces, commas and zeros', async () => {
    const texts = ['50,000', '7.10', '3%', '1834567890123456780', ' 收货地址 ', '007']
    const row = texts.map(
      (text, index) =>
        `<c r="${'ABCDEF'[index]}1" t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`,
    )
    expect((await cells(`<row r="1">${row.join('')}</row>`))?.rows).toEqual([texts])
  })

  test('text in differently formatted pieces is one text', async () => {
    const sharedStrings =
      '<sst><si><r><t>小红书</t></r><r><rPr><b/></rPr><t xml:space="preserve"> KOC </t></r><r><t>种草</t></r></si></sst>'
    expect((await cells('<row r="1"><c r="A1" t="s"><v>0</v></c></row>', { sharedStrings }))?.rows).toEqual([
      ['小红书 KOC 种草'],
    ])
  })

  test('error cells are errors, also as the result of a formula; the same word typed is text', async () => {
    const sheet = await cells(
      '<row r="1"><c r="A1" t="e"><v>#N/A</v></c><c r="B1" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="C1" t="inlineStr"><is><t>#1 号素材</t></is></c></row>',
    )
    expect(sheet?.rows).toEqual([[{ error: '#N/A' }, { error: '#DIV/0!' }, '#1 号素材']])
  })

  test('a formula is read as its last result, and its text is told', async () => {
    const sheet = await cells(
      '<row r="1"><c r="A1"><f>SUM(B1:C1)</f><v>30</v></c><c r="B1" t="str"><f>"a"&amp;"b"</f><v>ab</v></c><c r="C1" t="b"><v>1</v></c></row>',
    )
    expect(sheet?.rows).toEqual([[30, 'ab', true]])
    expect(sheet?.formulas).toEqual({ A1: 'SUM(B1:C1)', B1: '"a"&"b"' })
  })

  test('a table that begins in C3 keeps its place', async () => {
    expect((await cells('<row r="3"><c r="C3"><v>1</v></c></row>'))?.rows).toEqual([[], [], [null, null, 1]])
  })

  test('cells without an address follow each other', async () => {
    expect(
      (await cells('<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>'))?.rows,
    ).toEqual([[1, 2], [3]])
  })

  test('hidden rows are told and read', async () => {
    const sheet = await cells(
      '<row r="1"><c r="A1"><v>1</v></c></row><row r="2" hidden="1"><c r="A2"><v>2</v></c></row>',
    )
    expect(sheet?.rows).toEqual([[1], [2]])
    expect(sheet?.hiddenRows).toEqual([2])
  })
})

describe('sheets of an .xlsx', () => {
  const one = sheetXml('<row r="1"><c r="A1"><v>1</v></c></row>')

  test('hidden and very hidden sheets are read and marked, chart sheets left out', async () => {
    const bytes = rawXlsx({
      sheets: [
        { name: '图', xml: '<chartsheet/>', kind: 'chartsheet' },
        { name: '看得见', xml: one },
        { name: '隐藏', xml: one, state: 'hidden' },
        { name: '深藏', xml: one, state: 'veryHidden' },
      ],
    })
    const { sheets } = await readWorkbook(bytes, { fileName: 'a.xlsx' })
    expect(sheets.map((sheet) => [sheet.name, sheet.hidden])).toEqual([
      ['看得见', false],
      ['隐藏', true],
      ['深藏', true],
    ])
  })

  test('an empty first sheet stays in its place', async () => {
    const bytes = rawXlsx({
      sheets: [
        { name: '空', xml: sheetXml('') },
        { name: '数据', xml: one },
      ],
    })
    expect(
      (await readWorkbook(bytes, { fileName: 'a.xlsx' })).sheets.map((sheet) => sheet.rows.length),
    ).toEqual([0, 1])
  })

  test('an .xlsx named .csv is read as what it is, with a notice', async () => {
    const { format, notices } = await readWorkbook(rawXlsx({ sheets: [{ name: 'S', xml: one }] }), {
      fileName: '花费.csv',
    })
    expect(format).toBe('xlsx')
    expect(notices).toEqual([{ code: 'wrong_extension', extension: 'csv', format: 'xlsx' }])
  })
})
