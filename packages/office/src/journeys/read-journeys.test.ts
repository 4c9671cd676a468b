import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Journeys, pathCount } from '@yingce/domain/attribution/journeys'
import { OfficeFileError } from '../office-file-error.ts'
import { bytesInMemory } from './byte-source.ts'
import { JourneyFileError } from './journey-file-error.ts'
import { readJourneys } from './read-journeys.ts'

function read(file: string | Uint8Array) {
  const bytes = typeof file === 'string' ? new TextEncoder().encode(file) : file
  return readJourneys(bytesInMemory(bytes), null, bytes.length)
}

/** Journeys as [path, conversions, value, nulls]. */
function listed({ journeys }: { readonly journeys: Journeys }) {
  return Array.from({ length: pathCount(journeys) }, (_unused, path) => {
    const touches = journeys.touches.subarray(journeys.starts[path], journeys.starts[path + 1])
    return [
      [...touches].map((channel) => journeys.channels[channel]).join('>'),
      journeys.conversions[path],
      journeys.values?.[path] ?? null,
      journeys.nulls[path],
    ]
  })
}

function mistakeIn(file: string | Uint8Array): unknown {
  try {
    return read(file)
  } catch (error) {
    if (error instanceof OfficeFileError) return error.code
    return error instanceof JourneyFileError ? [error.code, error.line, error.column] : error
  }
}

const TWO = [
  ['抖音>搜索', 2, 30.5, 1],
  ['搜索', 0, 0, 4],
]

/** "路径,转化数,转化金额,未转化数 / 抖音 > 搜索,2,30.5,1 / 搜索,0,0,4" as GB18030, which no encoder here writes. */
const GB18030 = Uint8Array.from(
  'c2b7beb62cd7aabbafcafd2cd7aabbafbdf0b6ee2cceb4d7aabbafcafd0ab6b6d2f4203e20cbd1cbf72c322c33302e352c310acbd1cbf72c302c302c340a'.match(
    /../g,
  ) ?? [],
  (pair) => Number.parseInt(pair, 16),
)

describe('a file of paths (M8)', () => {
  test.each<[string, string | Uint8Array]>([
    ['comma', 'path,total_conversions,total_conversion_value,total_null\n抖音 > 搜索,2,30.5,1\n搜索,0,0,4\n'],
    [
      'mark and CRLF',
      '\ufeffpath,total_conversions,total_conversion_value,total_null\r\n抖音 > 搜索,2,30.5,1\r\n搜索,0,0,4',
    ],
    [
      'quotes',
      '"path","total_conversions","total_conversion_value","total_null"\n"抖音 > 搜索",2,"30.5",1\n"搜索",0,0,4\n',
    ],
    ['other order and columns', '备注,未转化数,转化数,转化金额,路径\nx,1,2,30.5,抖音>搜索\n,4,0,,搜索\n'],
    ['tabs', 'path\tconversions\tvalue\tnulls\n抖音 > 搜索\t2\t30.5\t1\n搜索\t0\t0\t4\n'],
    ['semicolons', 'path;conversions;value;nulls\n抖音>搜索;2;30.5;1\n搜索;0;0;4\n'],
    ['GB18030', GB18030],
    [
      'UTF-16',
      Uint8Array.from(
        Buffer.from('\ufeffpath,conversions,value,nulls\n抖音 > 搜索,2,30.5,1\n搜索,0,0,4\n', 'utf16le'),
      ),
    ],
  ])('is read: %s', (_name, file) => {
    expect(listed(read(file))).toEqual(TWO)
  })
  test('without value and null columns has no values and no journeys without conversion', () => {
    expect(listed(read('path,conversion\na>b,3\na>b,1\n'))).toEqual([['a>b', 4, null, 0]])
  })
  test.each([
    ['path,total_conversions\na > b,-1\n', ['negative_number', 2, 7]],
    ['path,total_conversions\n抖音,1\n抖音,many\n', ['not_a_number', 3, 4]],
    ['path,total_conversions,total_null\na,1,1\nb,1,\n', ['missing_cell', 3, 5]],
    ['path,total_conversions\na\n', ['missing_cell', 2, 2]],
    ['path,total_conversions\n,1\n', ['empty_path', 2, 1]],
    ['path,total_conversions\n"a > > b",1\n', ['empty_touch', 2, 6]],
    ['path,total_conversions\na >,1\n', ['empty_touch', 2, 4]],
    ['path,total_conversions,value\na,0,5\n', ['value_without_conversion', 2, 5]],
    ['path,total_conversions\na,1,000\n', ['extra_cells', 2, 5]],
    ['path,conversions,total_conversions\na,1,1\n', ['duplicate_column', 1, 18]],
    ['channel,cost\na,1\n', ['unknown_columns', 1, 1]],
    ['path,total_conversions\n', ['no_rows', 2, 1]],
    ['\n\n', ['no_rows', 1, 1]],
    ['', 'empty_file'],
    ['PK\u0003\u0004 a workbook', 'unsupported_format'],
  ])('%j is refused: %j', (file, mistake) => {
    expect(mistakeIn(file)).toEqual(mistake)
  })
  test('longer than any block is read to the end', () => {
    const long = Array.from({ length: 400_000 }, (_unused, step) => `c${step % 7}`).join(' > ')
    const { journeys } = read(`path,conversions\na,1\n${long},1\nb,2\n`)
    expect(journeys.starts.at(-1)).toBe(400_002)
    expect([...journeys.conversions]).toEqual([1, 1, 2])
  })
  test('is the same for any spaces, quotes and order of columns', () => {
    const row = fc.record({
      channels: fc.array(fc.constantFrom('a', 'b c', '抖音'), { minLength: 1, maxLength: 4 }),
      count: fc.nat(99),
    })
    fc.assert(
      fc.property(
        fc.array(row, { minLength: 1, maxLength: 5 }),
        fc.constantFrom('>', ' > ', '  >'),
        (rows, step) => {
          const plain = rows.map(({ channels, count }) => `${channels.join('>')},${count}`)
          const turned = rows.map(({ channels, count }) => `"${count}" , "${channels.join(step)}"`)
          expect(listed(read(`total_conversions,path\n${turned.join('\n')}`))).toEqual(
            listed(read(`path,total_conversions\n${plain.join('\n')}`)),
          )
        },
      ),
    )
  })
})

describe('a file of touches (M8)', () => {
  const HEAD = '用户,时间,渠道,转化,金额\n'

  test('is put in order per person; a conversion ends a journey, what is left over did not convert', () => {
    const { journeys, preset } = read(
      `${HEAD}乙,2026-06-03 10:00,搜索,0,\n甲,2026-06-03 10:00,搜索,是,99.5\n甲,2026-06-01 10:00,抖音,0,\n甲,2026-06-05,微博,0,\n乙,2026-06-01,抖音,,\n`,
    )
    expect(preset).toBe('touches')
    expect(listed({ journeys })).toEqual([
      ['抖音>搜索', 0, 0, 1],
      ['抖音>搜索', 1, 99.5, 0],
      ['微博', 0, 0, 1],
    ])
    expect([...(journeys.daysBefore ?? [])].slice(2, 4)).toEqual([2, 0])
  })
  test('keeps the order of the file within one moment, and both conversions of a person', () => {
    const { journeys } = read(
      `user,time,channel,conversion\nu,2026-06-01,b,0\nu,2026-06-01,a,1\nu,2026-06-01,c,2\n`,
    )
    expect(listed({ journeys })).toEqual([
      ['b>a', 1, null, 0],
      ['c', 2, null, 0],
    ])
  })
  test('takes a conversion without a channel as the end of what was before, and leaves one out before which was nothing', () => {
    const found = read(`user,time,channel,conversion\nu,2026-06-01,a,0\nu,2026-06-04,,1\nu,2026-06-05,,3\n`)
    expect(listed(found)).toEqual([['a', 1, null, 0]])
    expect([...(found.journeys.daysBefore ?? [])]).toEqual([3])
    expect(found.unattributed).toBe(3)
  })
  test.each([
    ['user,time,channel,conversion\nu,gestern,a,1\n', ['not_a_time', 2, 3]],
    ['user,time,channel,conversion\n,2026-06-01,a,1\n', ['missing_cell', 2, 1]],
    ['user,time,channel,conversion\nu,2026-06-01,,0\n', ['missing_cell', 2, 14]],
    ['user,time,channel,conversion\nu,2026-06-01,a,maybe\n', ['not_a_conversion', 2, 16]],
    ['user,time,channel,conversion\nu,2026-06-01,a,-1\n', ['negative_number', 2, 16]],
    ['user,time,channel,conversion,value\nu,2026-06-01,a,0,5\n', ['value_without_conversion', 2, 18]],
    ['user,time,channel,conversion,value\nu,2026-06-01,a,1,\n', ['missing_cell', 2, 18]],
    ['user,time,channel\nu,2026-06-01,a\n', ['no_conversion_column', 1, 1]],
    ['user,date,time,channel,conversion\nu,2026-06-01,10:00,a,1\n', ['duplicate_column', 1, 11]],
  ])('%j is refused: %j', (file, mistake) => {
    expect(mistakeIn(file)).toEqual(mistake)
  })
})
