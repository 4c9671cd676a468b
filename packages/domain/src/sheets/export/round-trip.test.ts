import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { PLAN_TEMPLATES } from '../../plan/templates/plan-templates.ts'
import { instantiateTemplate } from '../../plan/templates/instantiate-template.ts'
import { samplePlan } from '../../plan/sample/sample-plan.ts'
import { ENTITIES, type Entity } from '../../records/entities.ts'
import type { FieldSpec } from '../../records/field.ts'
import { TEAM_EFFECTS } from '../../review/team-effects.fixture.ts'
import { addDays } from '../../calendar/date-arithmetic.ts'
import { documentAsSource } from './document-as-source.ts'
import { comeBack, countStates, exportOfDraft, planExportOf } from './export.fixture.ts'
import type { DocumentLocale, ExportRecord, PlanExport } from './plan-export.ts'
import { workbookDocumentOf } from './workbook-document-of.ts'

const LOCALES: readonly DocumentLocale[] = ['zh-CN', 'en']

function brought(plan: PlanExport, locale: DocumentLocale = 'zh-CN', now: PlanExport = plan) {
  return comeBack(plan, documentAsSource(workbookDocumentOf(plan, { locale, exportId: 'e1' })), now, locale)
}

/** Records that a workbook carries: phases stand in their tasks' rows, daily facts make no records. */
function carried(plan: PlanExport): number {
  return Object.entries(plan.records).reduce(
    (sum, [entity, own]) => sum + (entity === 'phase' || entity === 'metric_fact' ? 0 : own.length),
    0,
  )
}

describe('C2: an exported workbook that nobody touched changes nothing when it comes back', () => {
  test.each(LOCALES)('the sample plan, %s', (locale) => {
    const plan = exportOfDraft(samplePlan({ today: '2026-06-10', locale }))
    expect(countStates(brought(plan, locale))).toEqual({ unchanged: carried(plan) })
  })

  test.each(Object.keys(PLAN_TEMPLATES) as (keyof typeof PLAN_TEMPLATES)[])(
    'a plan from the template %s',
    (id) => {
      for (const locale of LOCALES) {
        const draft = instantiateTemplate(PLAN_TEMPLATES[id], {
          start: '2026-03-02',
          totalBudgetFen: 1_234_567_89,
          locale,
        })
        const plan = exportOfDraft(draft)
        expect(countStates(brought(plan, locale))).toEqual({ unchanged: carried(plan) })
      }
    },
  )

  test('an effect table whose stated figures are rounded, missing or wrong', () => {
    const rows = TEAM_EFFECTS.map((row, index): ExportRecord => ({
      id: `e${index}`,
      version: 1,
      values: { ...row },
      unread: {},
    }))
    const plan = planExportOf('p', null, { channel_effect: rows })
    expect(countStates(brought(plan))).toEqual({ unchanged: rows.length })
  })

  test.each(['#', '# 春茶', '#-1'])('a plan named %s, whose titles look like comment lines', (name) => {
    const rows: ExportRecord[] = [{ id: 'e0', version: 1, values: { metric: '曝光量' }, unread: {} }]
    const plan = planExportOf(name, null, { effect_evaluation: rows })
    for (const locale of LOCALES) expect(countStates(brought(plan, locale))).toEqual({ unchanged: 1 })
  })

  const RISKY = [
    '=1+1',
    '@SUM(A1)',
    '-',
    '—',
    '无',
    '/',
    'N/A',
    '6.1',
    '7.10',
    '100%',
    '22万',
    '合计',
    '总计',
    '小计',
    '注: 说明',
    '*号开头',
    '第一行\n第二行',
    'a\r\nb',
    '  两端空格  ',
    '\t',
    '😀👍🏽',
    '_x0041_',
    '#N/A',
    '#REF!',
    '关键任务',
    '推广阶段',
    'TRUE',
    '1e5',
    '=',
    '#',
    "'",
    '"引号"',
    '阶段:爆发期',
    '(推广周期:2020年1月1日-2020年2月1日)',
    '延期',
    '已完成',
    '已取消',
    '\u0000\u0007控制',
    '\ud800',
    '2025年5月1日-2025年6月20日',
  ]
  const text = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...RISKY) },
    fc.string({ unit: 'grapheme', maxLength: 12 }),
  )
  const day = fc.integer({ min: 0, max: 4000 }).map((days) => addDays('2020-01-01', days))

  function arbitraryOf(
    spec: FieldSpec,
    phaseIds: readonly string[],
  ): fc.Arbitrary<string | number | boolean | null> {
    const some = ((): fc.Arbitrary<string | number | boolean> => {
      switch (spec.kind) {
        case 'date':
          return day
        case 'dateTime':
          return fc
            .tuple(day, fc.constantFrom('09:30', '00:00', '23:59', '18:00'))
            .map(([date, time]) => `${date}T${time}`)
        case 'money':
          return fc.oneof(fc.integer({ min: -1e9, max: 1e9 }), fc.maxSafeInteger())
        case 'count':
          return fc.oneof(fc.nat({ max: 5_000_000 }), fc.maxSafeNat())
        case 'ratio':
        case 'number':
          return fc.oneof(fc.double({ min: 0, max: 3, noNaN: true }), fc.constantFrom(0, 0.5, 1, 0.333, 1.01))
        case 'flag':
          return fc.boolean()
        case 'choice':
          return fc.constantFrom(...(spec.choices ?? []))
        case 'ref':
          return fc.constantFrom(...phaseIds)
        default:
          return spec.required === true ? text.map((one) => (one.trim() === '' ? '名' : one)) : text
      }
    })()
    const isNullable = spec.required !== true && spec.initial === undefined
    return isNullable ? fc.option(some, { nil: null, freq: 4 }) : some
  }

  function recordsOf(entity: Entity, phaseIds: readonly string[]): fc.Arbitrary<ExportRecord[]> {
    const fields = ENTITIES[entity] as Readonly<Record<string, FieldSpec>>
    const values = fc.record(
      Object.fromEntries(Object.entries(fields).map(([name, spec]) => [name, arbitraryOf(spec, phaseIds)])),
    )
    const unreadable = Object.entries(fields)
      .filter(
        ([, spec]) =>
          spec.required !== true && ['money', 'count', 'date', 'ratio', 'number'].includes(spec.kind),
      )
      .map(([name]) => name)
    const unread =
      unreadable.length === 0
        ? fc.constant({})
        : fc.dictionary(
            fc.constantFrom(...unreadable),
            fc.constantFrom('约5万', '待定', '月底前', '??', '13月40日'),
            { maxKeys: 2 },
          )
    return fc.array(fc.tuple(values, unread), { maxLength: 5 }).map((rows) =>
      rows.map(([own, texts], index) => ({
        id: `${entity}-${index}`,
        version: index + 1,
        // Where a text could not be read, the value is null.
        values: { ...own, ...Object.fromEntries(Object.keys(texts).map((field) => [field, null])) },
        unread: texts,
      })),
    )
  }

  const PHASES = ['f1', 'f2', 'f3']
  const plans = fc
    .tuple(
      text,
      fc.option(fc.tuple(day, day)),
      fc.tuple(text, text, text),
      ...(
        [
          'task',
          'execution_step',
          'channel_effect',
          'allocation',
          'effect_review',
          'target',
          'budget_line',
          'risk',
          'effect_evaluation',
          'metric_fact',
        ] as const
      ).map((entity) => recordsOf(entity, PHASES).map((own) => [entity, own] as const)),
    )
    .map(([name, period, phaseNames, ...entities]) => {
      const phase = PHASES.map((id, index): ExportRecord => ({
        id,
        version: 1,
        values: { name: `${phaseNames[index]}${index}`, startDate: null, endDate: null },
        unread: {},
      }))
      const days = period?.toSorted()
      return planExportOf(
        name,
        days === undefined ? null : { from: days[0] ?? '', to: days[1] ?? '' },
        Object.fromEntries([['phase', phase], ...entities]),
      )
    })

  test('any plan, whatever its texts and figures are', () => {
    fc.assert(
      fc.property(plans, fc.constantFrom(...LOCALES), (plan, locale) => {
        const rows = brought(plan, locale)
        expect(rows.filter(({ state }) => state !== 'unchanged')).toEqual([])
        expect(rows).toHaveLength(carried(plan))
      }),
      { numRuns: 100 },
    )
  }, 60_000)
})
