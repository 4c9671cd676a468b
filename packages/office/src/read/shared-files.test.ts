import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { CellValue } from '@yingce/domain/sheets/workbook'
import { describe, expect, test } from 'vitest'
import { OfficeFileError } from '../office-file-error.ts'
import { readWorkbook } from './read-workbook.ts'
import { processorMs } from './processor-time.fixture.ts'

const DATA = fileURLToPath(new URL('../../../../../shared/data', import.meta.url))
const EXPECTED = `${DATA}/imports/expected.json`

interface ExpectedFile {
  readonly file: string
  readonly expected: {
    readonly encoding?: string
    readonly delimiter?: string
    readonly header_row?: number
    readonly columns?: readonly string[]
    readonly column_count?: number
    readonly data_rows?: number
    readonly non_data_rows_to_exclude?: number
    readonly tasks_to_import?: number
    readonly tasks?: number
    readonly sums?: Readonly<Record<string, { readonly sum: number; readonly non_null: number }>>
    readonly sheets?: readonly {
      readonly name: string
      readonly state?: string
      readonly merged_ranges?: number
    }[]
  }
}

const isPresent = existsSync(EXPECTED)
const files: readonly ExpectedFile[] = isPresent
  ? (JSON.parse(readFileSync(EXPECTED, 'utf8')) as { files: ExpectedFile[] }).files
  : []
const read = (file: string) => readWorkbook(readFileSync(`${DATA}/imports/${file}`), { fileName: file })
const DELIMITERS: Readonly<Record<string, string>> = { comma: ',', semicolon: ';', tab: '\t' }

const REFUSED: Readonly<Record<string, string>> = {
  'office/invalid_xml.xlsx': 'broken_file',
  'office/password_protected.xlsx': 'password_protected',
  'plans/msproject2000_binary.mpp': 'unsupported_format',
  'plans/cn_holidays_2026.ics': 'unsupported_format',
  'plans/cn_holidays_2026.json': 'unsupported_format',
}

// Real exports are not part of the project; they are read where they lie beside it.
describe.skipIf(!isPresent)('real files lying beside the project (../shared/data/imports)', () => {
  test.each(files.filter(({ file }) => REFUSED[file] !== undefined))(
    '$file is refused with the right reason',
    async ({ file }) => {
      const started = processorMs()
      const error = await read(file).catch((reason: unknown) => reason)
      expect(error).toBeInstanceOf(OfficeFileError)
      expect((error as OfficeFileError).code).toBe(REFUSED[file])
      expect(processorMs() - started).toBeLessThan(2000)
    },
  )

  test.each(files.filter(({ file, expected }) => file.endsWith('.csv') && expected.columns !== undefined))(
    '$file: encoding, delimiter, titles, rows and sums',
    async ({ file, expected }) => {
      const { encoding, delimiter, sheets } = await read(file)
      expect(encoding).toBe(expected.encoding?.replace('+bom', '').replace('ascii', 'utf-8'))
      expect(delimiter).toBe(DELIMITERS[expected.delimiter ?? ''])
      const rows = sheets[0]?.rows ?? []
      const header = rows[(expected.header_row ?? 1) - 1] ?? []
      const listed = (expected.columns ?? []).filter((title) => !title.startsWith('...('))
      expect(header.slice(0, listed.length).map((title) => title ?? '')).toEqual(listed)
      expect(header).toHaveLength(expected.column_count ?? -1)
      const body = rows.slice(expected.header_row)
      expect(body.filter((row) => row.length > 0).length).toBeGreaterThanOrEqual(expected.data_rows ?? 0)
      if (expected.non_data_rows_to_exclude !== 0) return
      for (const [title, { sum }] of Object.entries(expected.sums ?? {})) {
        const column = header.indexOf(title)
        // The list cuts sums that come out as whole numbers: 99.999… stands there as 99.
        expect(Math.abs(total(body.map((row) => row[column] ?? null)) - sum)).toBeLessThan(
          Number.isInteger(sum) ? 1 : 0.005,
        )
      }
    },
  )

  test.each(
    files.filter(
      ({ file, expected }) =>
        /\.xlsx?$/.test(file) && REFUSED[file] === undefined && expected.sheets !== undefined,
    ),
  )('$file: sheets, hidden ones, merges', async ({ file, expected }) => {
    const { sheets } = await read(file)
    expect(sheets.map((sheet) => [sheet.name, sheet.hidden])).toEqual(
      expected.sheets?.map((sheet) => [sheet.name, (sheet.state ?? 'visible') !== 'visible']),
    )
    for (const [index, sheet] of (expected.sheets ?? []).entries()) {
      if (sheet.merged_ranges !== undefined) expect(sheets[index]?.merges).toHaveLength(sheet.merged_ranges)
    }
  })

  test.each(files.filter(({ expected }) => (expected.tasks_to_import ?? expected.tasks) !== undefined))(
    '$file: all tasks',
    async ({ file, expected }) => {
      const { sheets } = await read(file)
      expect((sheets[0]?.rows.length ?? 0) - 1).toBe(expected.tasks_to_import ?? expected.tasks)
    },
  )

  test('office/full_sheet_dimension.xlsx: two rows', async () => {
    expect((await read('office/full_sheet_dimension.xlsx')).sheets[0]?.rows).toHaveLength(2)
  })

  test('office/errors.xlsx: seven errors', async () => {
    const { sheets } = await read('office/errors.xlsx')
    expect(sheets[0]?.rows.flat()).toEqual(
      ['#DIV/0!', '#NAME?', '#VALUE!', '#NULL!', '#REF!', '#NUM!', '#N/A'].map((error) => ({ error })),
    )
  })

  test.each(['office/date.xls', 'office/date_1904.xlsx'])(
    '%s: two days and an elapsed time',
    async (file) => {
      const { sheets } = await read(file)
      expect(sheets[0]?.rows.map((row) => row[0])).toEqual([
        { date: '2021-01-01' },
        { date: '2021-01-02' },
        expect.closeTo(10.632, 3),
      ])
    },
  )
})

function total(cells: readonly CellValue[]): number {
  return cells.reduce<number>((sum, cell) => {
    const value = typeof cell === 'string' ? Number(cell.replaceAll(',', '')) : Number.NaN
    return Number.isNaN(value) ? sum : sum + value
  }, 0)
}
