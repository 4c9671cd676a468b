import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ENTITIES } from '../records/entities.ts'
import { headerText } from './header-text.ts'
import { TRACKER } from './layouts/tracker.ts'
import { SHEET_LAYOUTS } from './layouts.ts'
import { assignColumns } from './match-header.ts'
import { recognizeHeader } from './recognize-header.ts'

describe('C2: the layouts speak both ways', () => {
  test.each(
    SHEET_LAYOUTS.flatMap((layout) =>
      (['zh', 'en'] as const).map((language) => [layout.kind, language, layout] as const),
    ),
  )(
    '%s: the %s headers we export are recognised as that kind, each word for word',
    (kind, language, layout) => {
      const columns = layout.columns.filter((column) => !column.optional)
      const recognition = recognizeHeader(
        columns.map((column) => headerText(column[language])),
        '',
        null,
      )
      expect(recognition?.as === 'layout' ? recognition.layout.kind : recognition).toBe(kind)
      const matches = recognition?.as === 'layout' ? recognition.matches : []
      expect(matches.map((match) => match?.column.field)).toEqual(columns.map((column) => column.field))
      expect(matches.every((match) => match?.match === 'exact')).toBe(true)
    },
  )

  test.each(SHEET_LAYOUTS.map((layout) => [layout.kind, layout] as const))(
    '%s: also with every optional column',
    (_kind, layout) => {
      const written = layout.columns.filter((column) => column.importOnly !== true)
      const matches = assignColumns(
        layout,
        written.map((column) => headerText(column.zh)),
      )
      expect(matches.map((match) => match?.column.field)).toEqual(written.map((column) => column.field))
    },
  )

  test('one column for start and end counts only where they have none of their own', () => {
    const fields = (words: readonly string[]) =>
      assignColumns(TRACKER, words.map(headerText)).map((match) => match?.column.field)
    expect(fields(['阶段', '关键任务', '起止时间', '预算'])).toEqual(['phase', 'name', 'period', 'budget'])
    expect(fields(['关键任务', '开始时间', '结束时间', '周期'])).toEqual([
      'name',
      'plannedStart',
      'plannedEnd',
      undefined,
    ])
  })

  test.each(SHEET_LAYOUTS.map((layout) => [layout.kind, layout] as const))(
    '%s: every plain column is a field of its entity',
    (_kind, layout) => {
      const fields = Object.keys(ENTITIES[layout.entity])
      for (const column of layout.columns) {
        const named =
          column.reads?.as === 'period'
            ? [column.reads.start, column.reads.end]
            : column.reads === undefined
              ? [column.field]
              : []
        expect(fields).toEqual(expect.arrayContaining(named))
      }
      expect(layout.columns.map((column) => column.field)).toContain(layout.identity)
    },
  )

  test.each(SHEET_LAYOUTS.map((layout) => [layout.kind, layout] as const))(
    '%s: every synonym alone finds its column',
    (_kind, layout) => {
      const name = layout.columns.find((column) => column.field === layout.identity)
      const taken = new Map<string, string>()
      for (const column of layout.columns) {
        for (const header of [column.zh, column.en, ...column.synonyms]) {
          const word = headerText(header).bare
          if (!taken.has(word)) taken.set(word, column.field)
          if (taken.get(word) !== column.field || name === undefined) continue
          const other = layout.columns.find(
            (candidate) => candidate !== column && candidate.reads === undefined,
          )
          const [, match] = assignColumns(layout, [headerText(other?.zh ?? ''), headerText(header)])
          const owned = layout.columns.find((candidate) =>
            [candidate.zh, candidate.en].some((own) => headerText(own).bare === word),
          )
          expect(match?.column.field ?? null, `${header} in ${layout.kind}`).toBe((owned ?? column).field)
        }
      }
    },
  )
})

describe('C2: other words for the same sheet', () => {
  test.each(SHEET_LAYOUTS.map((layout) => [layout.kind, layout] as const))(
    '%s: any synonym in any column, in either language, is the same sheet with the same columns',
    (kind, layout) => {
      const columns = layout.columns.filter((column) => !column.optional)
      const words = (column: (typeof columns)[number], isChinese: boolean): string[] =>
        [column.zh, column.en, ...column.synonyms].filter(
          (word) => /\p{Script=Han}/u.test(word) === isChinese || word === column.zh,
        )
      const headers = fc
        .boolean()
        .chain((isChinese) =>
          fc.tuple(...columns.map((column) => fc.constantFrom(...words(column, isChinese)))),
        )
      fc.assert(
        fc.property(headers, (written) => {
          const recognition = recognizeHeader(written.map(headerText), '', null)
          expect(recognition?.as === 'layout' ? recognition.layout.kind : null).toBe(kind)
          if (recognition?.as === 'layout')
            expect(recognition.matches.map((match) => match?.column.field)).toEqual(
              columns.map((column) => column.field),
            )
        }),
      )
    },
  )
})

describe('C2: likeness never crosses measures', () => {
  const layout = SHEET_LAYOUTS.find(({ kind }) => kind === 'effect-analysis')
  test('点击率 is not taken for 点击量, nor 转化成本 for 成本', () => {
    if (layout === undefined) throw new Error('no layout')
    const matches = assignColumns(layout, ['渠道', '曝光量', '点击率', '转化成本'].map(headerText))
    expect(matches.map((match) => match?.column.field)).toEqual([
      'channel',
      'impressions',
      'statedCtr',
      'statedCpa',
    ])
  })

  test('本期任务负责人 is a fuzzy 负责人 with less confidence than a synonym', () => {
    const tracker = SHEET_LAYOUTS.find(({ kind }) => kind === 'tracker')
    if (tracker === undefined) throw new Error('no layout')
    const [, , match] = assignColumns(tracker, ['关键任务', '计划开始时间', '本期任务负责人'].map(headerText))
    expect(match).toMatchObject({ match: 'fuzzy', column: { field: 'owner' } })
    expect(match?.confidence).toBeLessThan(0.9)
  })
})
