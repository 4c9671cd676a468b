import { writeFileSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import type { AlertCondition, AlertRule } from '../packages/domain/src/alerting/alert-rule.ts'
import { backTest } from '../packages/domain/src/alerting/back-test.ts'
import { evaluateRule } from '../packages/domain/src/alerting/evaluate-rule.ts'
import { festivalMask } from '../packages/domain/src/alerting/festival-mask.ts'
import type { RuleContext } from '../packages/domain/src/alerting/rule-context.ts'
import { eachDay } from '../packages/domain/src/calendar/date-arithmetic.ts'
import { CN_WORK_CALENDAR } from '../packages/domain/src/calendar/work-calendar.ts'
import { growthChart } from './chart/growth-chart.ts'

/**
 * Alert rules of all kinds, each over a year of its own daily series, by number of rules: what they say of
 * the last day, and the back-test of all 365 days. Run on an idle machine:
 *   node bench/alert-rules.bench.ts
 */
const RUNS = 7
const LIMIT_CPU_MS = 2_000
const PERIOD = { from: '2025-01-01', to: '2025-12-31' }
const DAYS = eachDay(PERIOD.from, PERIOD.to)
const CONDITIONS: readonly AlertCondition[] = [
  {
    type: 'threshold',
    metric: 'ctr',
    comparator: 'lt',
    value: 0.015,
    breaches: 2,
    days: 2,
    minimumSample: 1_000,
  },
  {
    type: 'threshold',
    metric: 'ctr',
    comparator: 'lt',
    value: 0.015,
    breaches: 3,
    days: 7,
    minimumSample: null,
  },
  {
    type: 'change',
    metric: 'ctr',
    direction: 'either',
    deviations: 3.5,
    minimumChange: 0.2,
    minimumSample: null,
  },
  { type: 'pacing', metric: 'cost', band: 0.1 },
  { type: 'overspend', metric: 'cost', basis: 'day', tolerance: 0 },
  { type: 'missing_data', metric: 'cost', days: 2 },
  { type: 'stalled_task', workingDays: 3 },
]

function sampleRules(count: number): { readonly rule: AlertRule; readonly context: RuleContext }[] {
  let seed = 20_260_618
  const random = (): number => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0
    return seed / 2 ** 32
  }
  const isFestival = festivalMask(CN_WORK_CALENDAR)
  return Array.from({ length: count }, (_unused, index) => ({
    rule: {
      condition: CONDITIONS[index % CONDITIONS.length] as AlertCondition,
      policy: { severity: 'warning', cooldownDays: 3, repeats: true },
    },
    context: {
      days: DAYS.map((date) => ({
        date,
        value: random() < 0.05 ? null : 0.012 + 0.01 * random(),
        sample: Math.floor(5_000 * random()),
        isImported: random() >= 0.03,
      })),
      plan: { start: PERIOD.from, end: PERIOD.to, plannedOn: () => 0.017 },
      task: { start: PERIOD.from, movedOn: DAYS.filter(() => random() < 0.3), doneOn: null },
      calendar: CN_WORK_CALENDAR,
      isFestival,
    },
  }))
}

function cpuMs(work: () => unknown): { readonly best: number; readonly median: number } {
  work()
  const times = Array.from({ length: RUNS }, () => {
    const before = process.cpuUsage()
    work()
    const { user, system } = process.cpuUsage(before)
    return (user + system) / 1000
  }).toSorted((a, b) => a - b)
  const rounded = (ms: number | undefined): number => Math.round((ms ?? NaN) * 100) / 100
  return { best: rounded(times[0]), median: rounded(times[Math.floor(RUNS / 2)]) }
}

const rows = [5, 50, 500, 5_000].map((count) => {
  const rules = sampleRules(count)
  return {
    rules: count,
    lastDay: cpuMs(() => rules.map(({ rule, context }) => evaluateRule(rule.condition, context, PERIOD.to))),
    backTest: cpuMs(() => rules.map(({ rule, context }) => backTest(rule, context, PERIOD))),
    alerts: rules.reduce((sum, { rule, context }) => sum + backTest(rule, context, PERIOD).length, 0),
  }
})

const results = {
  machine: `${cpus().length} × ${cpus()[0]?.model ?? '?'}, Node ${process.version}`,
  load: Math.round((loadavg()[0] ?? 0) * 10) / 10,
  limits: { backTestCpuMsAt500: LIMIT_CPU_MS },
  rows,
}
console.log(JSON.stringify(results, null, 2))
const folder = new URL('results/', import.meta.url)
writeFileSync(new URL('alert-rules.json', folder), `${JSON.stringify(results, null, 2)}\n`)
writeFileSync(
  new URL('alert-rules.svg', folder),
  growthChart('Alert rules: CPU milliseconds by number of rules, a year each', [
    {
      name: 'the last day',
      points: rows.map((row) => ({ x: row.rules, y: Math.max(0.01, row.lastDay.median) })),
    },
    { name: 'back-test of 365 days', points: rows.map((row) => ({ x: row.rules, y: row.backTest.median })) },
  ]),
)
if ((rows.find((row) => row.rules === 500)?.backTest.median ?? Infinity) > LIMIT_CPU_MS) process.exitCode = 1
