import { writeFileSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import type { Distribution } from '../packages/domain/src/simulation/distribution.ts'
import type { ScenarioChannel } from '../packages/domain/src/simulation/scenario.ts'
import { simulateScenario } from '../packages/domain/src/simulation/simulate-scenario.ts'
import { growthChart } from './chart/growth-chart.ts'
import { processorTime } from './timing/processor-time.ts'

/**
 * A what-if of 100,000 draws by number of channels, and of 20 channels by number of draws, in milliseconds of
 * the processor. Run on an idle machine:
 *   node scripts/run.mjs bench/simulation.bench.ts
 *
 * Every channel has four uncertain inputs, one of each distribution; sums, ratios, percentiles, tornado and
 * break-even are included.
 */
const RUNS = 9
const LIMIT_MS = 500

function sampleChannels(count: number): ScenarioChannel[] {
  const fixed = (value: number): Distribution => ({ kind: 'fixed', value })
  return Array.from({ length: count }, (_unused, index) => ({
    name: `channel ${index}`,
    spend: fixed(10_000 * (index + 1)),
    buying: { by: 'cpc', cpc: { kind: 'lognormal', mean: 1.5, sd: 0.3 } },
    cvr: { kind: 'triangular', low: 0.01, mode: 0.015, high: 0.03 },
    aov: { kind: 'normal', mean: 200, sd: 20 },
    margin: { kind: 'uniform', low: 0.3, high: 0.5 },
  }))
}

function measuredFor(channels: number, draws: number) {
  const sample = sampleChannels(channels)
  return processorTime(RUNS, () => simulateScenario(sample, { draws, seed: 7, outcome: 'revenue', by: null }))
}

const byChannels = [1, 2, 5, 10, 20, 50].map((channels) => ({ channels, ...measuredFor(channels, 100_000) }))
const byDraws = [1_000, 10_000, 100_000, 1_000_000].map((draws) => ({ draws, ...measuredFor(20, draws) }))

const results = {
  machine: `${cpus().length} × ${cpus()[0]?.model ?? '?'}, Node ${process.version}`,
  load: Math.round((loadavg()[0] ?? 0) * 10) / 10,
  limits: { msAt20ChannelsAnd100kDraws: LIMIT_MS },
  byChannels,
  byDraws,
}
console.log(JSON.stringify(results, null, 2))
const folder = new URL('results/', import.meta.url)
writeFileSync(new URL('simulation.json', folder), `${JSON.stringify(results, null, 2)}\n`)
writeFileSync(
  new URL('simulation.svg', folder),
  growthChart('Simulation: milliseconds by channels × draws', [
    {
      name: '100,000 draws, 1–50 channels',
      points: byChannels.map((row) => ({ x: row.channels * 100_000, y: row.median })),
    },
    {
      name: '20 channels, 1,000–1,000,000 draws',
      points: byDraws.map((row) => ({ x: row.draws * 20, y: row.median })),
    },
  ]),
)
const twenty = byChannels.find((row) => row.channels === 20)?.median ?? Infinity
if (twenty > LIMIT_MS) process.exitCode = 1
