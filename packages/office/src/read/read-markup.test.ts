import { describe, expect, test } from 'vitest'
import { readWorkbook } from './read-workbook.ts'

const read = (text: string, fileName: string) => readWorkbook(new TextEncoder().encode(text), { fileName })

describe('HTML tables', () => {
  test('an ad platform’s HTML named .xls is read as text, with merges and a notice', async () => {
    const html = `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta charset="utf-8"><style>td{mso-number-format:"\\@"}</style></head><body>
      <table border=1><tr><th colspan="2">投放日报</th></tr><tr><td>1834567890123456780</td><td>2.50%</td></tr><tr><td>第一行<br>第二行</td><td>A &amp; B&nbsp;C</td></tr></table></body></html>`
    const { format, sheets, notices } = await read(html, '投放.xls')
    expect(format).toBe('html')
    expect(sheets[0]?.rows).toEqual([
      ['投放日报'],
      ['1834567890123456780', '2.50%'],
      ['第一行\n第二行', 'A & B C'],
    ])
    expect(sheets[0]?.merges).toEqual([{ top: 1, left: 1, bottom: 1, right: 2 }])
    expect(notices).toContainEqual({ code: 'wrong_extension', extension: 'xls', format: 'html' })
  })

  test('several tables are several sheets, and a table for layout is none', async () => {
    const { sheets } = await read(
      '<table><tr><td><table><tr><td>甲</td></tr></table></td></tr></table><table><tr><td>乙</td></tr></table>',
      '表.html',
    )
    expect(sheets.map((sheet) => [sheet.name, sheet.rows])).toEqual([
      ['表', [['甲']]],
      ['表 2', [['乙']]],
    ])
  })

  test('a page without a table is refused', async () => {
    await expect(read('<!DOCTYPE html><html><body>请登录</body></html>', '导出.xls')).rejects.toMatchObject({
      code: 'no_table',
    })
  })

  test('a csv whose first title begins with "<" is still a csv', async () => {
    expect((await read('<5 万,≥5 万\n1,2\n', 'a.csv')).format).toBe('csv')
  })
})

describe('schedules', () => {
  const task = (uid: number, id: number, name: string, more = ''): string =>
    `<Task><UID>${uid}</UID><ID>${id}</ID><Name>${name}</Name><OutlineLevel>1</OutlineLevel><Start>2026-03-02T08:00:00</Start><Finish>2026-03-06T17:00:00</Finish><Duration>PT40H0M0S</Duration>${more}</Task>`
  const link = (uid: number, type: number, lag: number): string =>
    `<PredecessorLink><PredecessorUID>${uid}</PredecessorUID><Type>${type}</Type><LinkLag>${lag}</LinkLag></PredecessorLink>`

  test('MS Project XML: links by id with kind and lag in days, summary and blank rows left out', async () => {
    const xml = `<?xml version="1.0"?><Project xmlns="http://schemas.microsoft.com/project"><MinutesPerDay>480</MinutesPerDay><Tasks>
      ${task(0, 0, '整个项目')}<Task><UID>9</UID><ID>1</ID><IsNull>1</IsNull></Task>
      ${task(11, 2, '海报', '<PercentComplete>50</PercentComplete>')}${task(12, 3, '投放', link(11, 1, 9600) + link(11, 3, 0))}</Tasks>
      <Resources><Resource><UID>1</UID><Name>张敏</Name></Resource></Resources><Assignments><Assignment><TaskUID>12</TaskUID><ResourceUID>1</ResourceUID></Assignment></Assignments></Project>`
    const { format, sheets, notices } = await read(xml, '计划.xml')
    expect(format).toBe('mspdi')
    expect(notices).toEqual([{ code: 'schedule_as_table', format: 'mspdi' }])
    expect(sheets[0]?.rows.slice(1)).toEqual([
      ['2', '海报', 1, { date: '2026-03-02' }, { date: '2026-03-06' }, 5, null, 0.5, '否', null, null],
      [
        '3',
        '投放',
        1,
        { date: '2026-03-02' },
        { date: '2026-03-06' },
        5,
        '2FS+2d,2SS',
        null,
        '否',
        '张敏',
        null,
      ],
    ])
    expect(sheets[0]?.numberFormats).toEqual({ H2: '0%' })
  })

  test('GanttProject: dependencies move from the predecessor to the successor, the finish stays empty', async () => {
    const xml = `<?xml version="1.0"?><project name="x" view-date="2026-03-01" version="3.3"><tasks>
      <task id="0" name="筹备" start="2026-03-02" duration="5" complete="20"><task id="1" name="海报" start="2026-03-02" duration="2" complete="0"><depend id="2" type="2" difference="1"/></task></task>
      <task id="2" name="上线" meeting="true" start="2026-03-09" duration="1" complete="0"/></tasks></project>`
    const { format, sheets } = await read(xml, '计划.gan')
    expect(format).toBe('gan')
    expect(
      sheets[0]?.rows.slice(1).map((row) => [row[0], row[1], row[2], row[4], row[5], row[6], row[8]]),
    ).toEqual([
      ['0', '筹备', 1, null, 5, null, '否'],
      ['1', '海报', 2, null, 2, null, '否'],
      ['2', '上线', 1, null, 0, '1FS+1d', '是'],
    ])
  })

  test('a schedule cut off in the middle is a broken file', async () => {
    const xml = `<Project xmlns="http://schemas.microsoft.com/project"><Tasks>${task(1, 1, '海报')}`
    await expect(read(xml, 'a.xml')).rejects.toMatchObject({ code: 'broken_file' })
  })
})
