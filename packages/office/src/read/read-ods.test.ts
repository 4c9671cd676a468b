import { describe, expect, test } from 'vitest'
import { readWorkbook } from './read-workbook.ts'
import { processorMs } from './processor-time.fixture.ts'
import { zipOf } from '../write/zip-of.ts'

const MIME = 'application/vnd.oasis.opendocument.spreadsheet'

function ods(tables: string, styles = ''): Uint8Array {
  const content = `<?xml version="1.0"?><office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x" xmlns:style="s"><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:spreadsheet>${tables}</office:spreadsheet></office:body></office:document-content>`
  return zipOf([
    { name: 'mimetype', content: MIME },
    { name: 'content.xml', content },
  ])
}

const text = (value: string, attributes = ''): string =>
  `<table:table-cell office:value-type="string"${attributes}><text:p>${value}</text:p></table:table-cell>`
const row = (cells: string, attributes = ''): string =>
  `<table:table-row${attributes}>${cells}</table:table-row>`

async function read(tables: string, styles = '') {
  return (await readWorkbook(ods(tables, styles), { fileName: 'a.ods' })).sheets
}

describe('OpenDocument tables', () => {
  test('title rows that repeat on every page are part of the table', async () => {
    const [sheet] = await read(
      `<table:table table:name="跟踪">${row(text('推广计划'))}<table:table-header-rows>${row(text('任务'))}</table:table-header-rows>${row(text('海报'))}</table:table>`,
    )
    expect(sheet?.rows).toEqual([['推广计划'], ['任务'], ['海报']])
  })

  test('numbers, percentages, dates, times and truth values keep their kind', async () => {
    const cells = [
      '<table:table-cell office:value-type="float" office:value="12.5"/>',
      '<table:table-cell office:value-type="percentage" office:value="0.05"/>',
      '<table:table-cell office:value-type="date" office:date-value="2026-06-01"/>',
      '<table:table-cell office:value-type="date" office:date-value="2026-06-01T20:00:00"/>',
      '<table:table-cell office:value-type="time" office:time-value="PT20H30M00S"/>',
      '<table:table-cell office:value-type="time" office:time-value="PT36H00M00S"/>',
      '<table:table-cell office:value-type="boolean" office:boolean-value="true"/>',
      '<table:table-cell office:value-type="string" calcext:value-type="error"><text:p>#N/A</text:p></table:table-cell>',
    ]
    const [sheet] = await read(`<table:table table:name="a">${row(cells.join(''))}</table:table>`)
    expect(sheet?.rows).toEqual([
      [
        12.5,
        0.05,
        { date: '2026-06-01' },
        { date: '2026-06-01T20:00' },
        { time: '20:30' },
        1.5,
        true,
        { error: '#N/A' },
      ],
    ])
    expect(sheet?.numberFormats).toEqual({ B1: '0%' })
  })

  test('repeated cells and rows are as many as they say, a million empty ones at the end are none', async () => {
    const [sheet] = await read(
      `<table:table table:name="a">${row(`<table:table-cell table:number-columns-repeated="2"/>${text('甲', ' table:number-columns-repeated="2"')}<table:table-cell table:number-columns-repeated="16380"/>`, ' table:number-rows-repeated="2"')}${row('<table:table-cell/>', ' table:number-rows-repeated="1048574"')}</table:table>`,
    )
    expect(sheet?.rows).toEqual([
      [null, null, '甲', '甲'],
      [null, null, '甲', '甲'],
    ])
  })

  test('ten million repeated filled rows are too many, quickly', async () => {
    const started = processorMs()
    await expect(
      read(
        `<table:table table:name="a">${row(text('甲'), ' table:number-rows-repeated="10000000"')}</table:table>`,
      ),
    ).rejects.toMatchObject({ code: 'too_many_rows' })
    expect(processorMs() - started).toBeLessThan(2000)
  })

  test('merges, hidden tables, columns and rows are told', async () => {
    const style =
      '<style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style>'
    const sheets = await read(
      `<table:table table:name="a"><table:table-column/><table:table-column table:visibility="collapse"/>${row(text('标题', ' table:number-columns-spanned="2" table:number-rows-spanned="1"') + '<table:covered-table-cell/>')}${row(text('x') + text('y'), ' table:visibility="collapse"')}</table:table><table:table table:name="b" table:style-name="ta2">${row(text('z'))}</table:table>`,
      style,
    )
    expect(sheets[0]?.merges).toEqual([{ top: 1, left: 1, bottom: 1, right: 2 }])
    expect(sheets[0]?.hiddenColumns).toEqual([2])
    expect(sheets[0]?.hiddenRows).toEqual([2])
    expect(sheets.map((sheet) => sheet.hidden)).toEqual([false, true])
  })

  test('a text document is an unsupported format', async () => {
    const bytes = zipOf([
      { name: 'mimetype', content: 'application/vnd.oasis.opendocument.text' },
      { name: 'content.xml', content: '<a/>' },
    ])
    await expect(readWorkbook(bytes, { fileName: 'a.ods' })).rejects.toMatchObject({
      code: 'unsupported_format',
      params: { format: 'text' },
    })
  })

  test('an encrypted file asks for its password to be taken off', async () => {
    const bytes = zipOf([
      { name: 'mimetype', content: MIME },
      { name: 'content.xml', content: 'x' },
      { name: 'META-INF/manifest.xml', content: '<m><manifest:encryption-data/></m>' },
    ])
    await expect(readWorkbook(bytes, { fileName: 'a.ods' })).rejects.toMatchObject({
      code: 'password_protected',
    })
  })
})
