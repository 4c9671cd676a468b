import { describe, expect, test } from 'vitest'
import { detectDelimiter, readDelimited } from './read-delimited.ts'
import { DEFAULT_READ_LIMITS } from './read-limits.ts'

const rowsOf = (text: string) => readDelimited(text, 'a', DEFAULT_READ_LIMITS).sheet.rows

describe('the delimiter of a text table', () => {
  test.each([
    ['commas', 'a,b,c\n1,2,3\n', ','],
    ['tabs', 'a\tb\tc\n1\t2\t3\n', '\t'],
    ['semicolons beside decimal commas', 'Tag;Kosten;Klicks\n1;1,50;3\n2;2,75;4\n3;10;1\n', ';'],
    ['pipes', 'a|b\n1|2\n', '|'],
    [
      'commas below lines of prose',
      '数据生成时间：2025-06-19\n时间范围：6 月\n\n日期,展现,点击\n6.1,10,2\n6.2,11,3\n',
      ',',
    ],
    ['commas with quoted semicolons', 'name,list\n"a;b;c;d",1\n"e;f;g;h",2\n', ','],
    ['one column', '任务\n海报\n视频\n', ','],
  ])('%s', (_what, text, delimiter) => {
    expect(detectDelimiter(text)).toBe(delimiter)
  })
})

describe('a text table', () => {
  test('is text only: ids, percentages and amounts stay as written, empty cells are null', () => {
    expect(rowsOf('id,率,额\n1834567890123456780,2.50%,"1,200.50"\n007,,¥9\n')).toEqual([
      ['id', '率', '额'],
      ['1834567890123456780', '2.50%', '1,200.50'],
      ['007', null, '¥9'],
    ])
  })

  test('keeps line breaks and quotes inside quoted cells', () => {
    expect(rowsOf('a,b\r\n"第一行\n第二行","说""好"""\r\n')).toEqual([
      ['a', 'b'],
      ['第一行\n第二行', '说"好"'],
    ])
  })

  test('keeps blank lines between blocks and drops those at the end', () => {
    expect(rowsOf('标题\n\na,b\n1,2\n\n\n')).toEqual([['标题'], [], ['a', 'b'], ['1', '2']])
  })

  test('a quote that never closes is read and told with its row', () => {
    const { notices } = readDelimited('a,b\n1,2\n3,"没有结尾\n5,6\n', 'a', DEFAULT_READ_LIMITS)
    expect(notices).toEqual([{ code: 'unpaired_quotes', row: 3 }])
  })
})
