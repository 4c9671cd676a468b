import { writeFileSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { allocate } from '../packages/domain/src/allocation/allocate.ts'
import type { AllocationChannel } from '../packages/domain/src/allocation/allocation-request.ts'
import { leastBudgetFor } from '../packages/domain/src/allocation/least-budget.ts'
import type { ResponseCurve } from '../packages/domain/src/response/curve.ts'
import { growthChart } from './chart/growth-chart.ts'
import { processorTime } from './timing/processor-time.ts'

/**
 * The best allocation by number of channels, in milliseconds of the processor. Run on an idle machine:
 *   node scripts/run.mjs bench/allocation.bench.ts
 *
 * Concave: logarithms, powers and roots. S-shaped: Hill curves with alpha 1.5 to 3, which need the global
 * search; alike: the same with parameters within 1 % of each other, its hardest case. Steps: concave with
 * amounts in thousands. Target: the least budget that brings what a concave allocation brings.
 */
const RUNS = 5
const BUDGET_A_CHANNEL = 100_000

function random(): (from: number, to: number) => number {
  let seed = 20_260_618
  return (from, to) => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0
    return from + (seed / 2 ** 32) * (to - from)
  }
}

type Between = ReturnType<typeof random>

function channelsOf(
  count: number,
  curve: (between: Between, index: number) => ResponseCurve,
  step: number | null = null,
): AllocationChannel[] {
  const between = random()
  return Array.from({ length: count }, (_unused, index) => ({
    name: `channel ${index}`,
    curve: curve(between, index),
    min: 0,
    max: index % 3 === 0 ? 3 * BUDGET_A_CHANNEL : null,
    locked: null,
    step,
  }))
}

function concave(between: Between, index: number): ResponseCurve {
  if (index % 3 === 0) return { form: 'sqrt', a: between(200, 900) }
  if (index % 3 === 1) return { form: 'log', a: between(1e5, 4e5), b: between(1e4, 2e5) }
  return { form: 'power', a: between(50, 100), p: between(0.5, 0.7) }
}

function hill(spread: number): (between: Between) => ResponseCurve {
  return (between) => ({
    form: 'hill',
    coef: 5e5 * between(1 - spread, 1 + spread),
    alpha: 2.25 * between(1 - spread / 3, 1 + spread / 3),
    inflexion: 1.5e5 * between(1 - spread, 1 + spread),
    carryover: 0,
  })
}

const request = (channels: readonly AllocationChannel[]) => ({
  budget: BUDGET_A_CHANNEL * channels.length,
  channels,
  unitsPerOne: 100,
})

const rows = [2, 5, 10, 20, 50].map((count) => {
  const plain = request(channelsOf(count, concave))
  const target = allocate(plain).response
  return {
    channels: count,
    concave: processorTime(RUNS, () => allocate(plain)),
    sShaped: processorTime(RUNS, () => allocate(request(channelsOf(count, hill(0.6))))),
    alike: processorTime(RUNS, () => allocate(request(channelsOf(count, hill(0.005))))),
    steps: processorTime(RUNS, () => allocate(request(channelsOf(count, concave, 1_000)))),
    target: processorTime(RUNS, () => leastBudgetFor(target, plain)),
  }
})

const results = {
  machine: `${cpus().length} × ${cpus()[0]?.model ?? '?'}, Node ${process.version}`,
  load: Math.round((loadavg()[0] ?? 0) * 10) / 10,
  rows,
}
console.log(JSON.stringify(results, null, 2))
const folder = new URL('results/', import.meta.url)
writeFileSync(new URL('allocation.json', folder), `${JSON.stringify(results, null, 2)}\n`)
writeFileSync(
  new URL('allocation.svg', folder),
  growthChart(
    'Allocation: milliseconds by number of channels',
    (['concave', 'sShaped', 'alike', 'steps', 'target'] as const).map((name) => ({
      name,
      points: rows.map((row) => ({ x: row.channels, y: row[name].median })),
    })),
  ),
)
