// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest'
import { readHtmlTable, writeHtmlTable } from './clipboard-html.ts'

const read = (html: string): unknown => readHtmlTable(html, new DOMParser())

describe('X1 HTML clipboard', () => {
  test('a cell merged over rows fills every row', () => {
    expect(read('<table><tr><td rowspan="2">筹备期</td><td>a</td></tr><tr><td>b</td></tr></table>')).toEqual([
      ['筹备期', 'a'],
      ['筹备期', 'b'],
    ])
  })

  test('a cell merged over columns fills every column', () => {
    expect(read('<table><tr><td colspan="2">标题</td></tr><tr><td>a</td><td>b</td></tr></table>')).toEqual([
      ['标题', '标题'],
      ['a', 'b'],
    ])
  })

  test('a span beyond the table makes no rows', () => {
    expect(read('<table><tr><td rowspan="9999">a</td><td>b</td></tr></table>')).toEqual([['a', 'b']])
  })

  test('line breaks of the source are spaces, <br> and paragraphs are line breaks', () => {
    expect(read('<table><tr><td>第一\r\n  行<br>第二行</td><td><p>a</p><p>b</p></td></tr></table>')).toEqual([
      ['第一 行\n第二行', 'a\nb'],
    ])
  })

  test('non-breaking spaces at the edges go', () => {
    expect(read('<table><tr><td>&nbsp;35,000&nbsp;</td></tr></table>')).toEqual([['35,000']])
  })

  test('style text between the fragments of Excel is not data', () => {
    expect(
      read(
        '<html><style>td{mso-x:1}</style><table><col width=64><tr height=19><td>a<style>x</style></td></tr></table>',
      ),
    ).toEqual([['a']])
  })

  test('rows of a table inside a cell are not rows of the outer one', () => {
    expect(read('<table><tr><td>a<table><tr><td>in</td></tr></table></td></tr></table>')).toEqual([['ain']])
  })

  test('text without a table gives none', () => {
    expect(read('<p>a</p>')).toBeNull()
  })

  test('what is written carries number formats and is read back', () => {
    const html = writeHtmlTable([
      [
        { text: '1<2 & "3"', format: '@' },
        { text: 'a\nb', format: '@' },
        { text: '35000', format: '#,##0.00' },
      ],
    ])
    expect(html).toContain("mso-number-format:'\\@'")
    expect(html).toContain('#,##0.00')
    expect(read(html)).toEqual([['1<2 & "3"', 'a\nb', '35000']])
  })
})
