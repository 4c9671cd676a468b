import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import {
  estimateLifetimeValues,
  type ObservedCustomer,
} from '../packages/domain/src/ltv/estimate-lifetime-values.ts'
import { fitBgNbd } from '../packages/domain/src/ltv/fit-bg-nbd.ts'
import { fitGammaGamma } from '../packages/domain/src/ltv/fit-gamma-gamma.ts'
import { seededRandom } from '../packages/domain/src/ltv/random.fixture.ts'
import { simulatedCustomers } from '../packages/domain/src/ltv/simulated-customers.fixture.ts'
import { growthChart } from './chart/growth-chart.ts'

/**
 * Lifetime values by number of customers. Run on an idle machine:
 *   node bench/ltv.bench.ts
 *
 * Customers are simulated with parameters like those of CDNOW and times that are all different, so that no
 * two can be counted together; real files in days are quicker. Where the CDNOW file is at hand its 2,357
 * customers are fitted too.
 */
const RUNS = 5
const CDNOW = new URL('../../shared/data/ltv/cdnow_customers_summary.csv', import.meta.url)

function simulated(count: number): ObservedCustomer[] {
  const random = seededRandom(20_260_618)
  return simulatedCustomers({ r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 }, count, 39, random).map((one) => ({
    ...one,
    meanValue:
      one.frequency === 0
        ? null
        : random.gamma(6.25 * one.frequency, random.gamma(3.74, 15.44)) / one.frequency,
  }))
}

function cdnow(): ObservedCustomer[] {
  return readFileSync(CDNOW, 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => {
      const [, frequency = 0, recency = 0, age = 0] = line.split(',').map(Number)
      return { frequency, recency, age, meanValue: null }
    })
}

function measured(work: () => unknown): { best: number; median: number } {
  work()
  const times = Array.from({ length: RUNS }, () => {
    const begin = performance.now()
    work()
    return performance.now() - begin
  }).toSorted((a, b) => a - b)
  const rounded = (ms: number | undefined): number => Math.round((ms ?? 0) * 10) / 10
  return { best: rounded(times[0]), median: rounded(times[Math.floor(RUNS / 2)]) }
}

const rows = [1_000, 3_000, 10_000, 30_000, 100_000].map((count) => {
  const customers = simulated(count)
  return {
    customers: count,
    bgNbd: measured(() => fitBgNbd(customers)),
    gammaGamma: measured(() => fitGammaGamma(customers)),
    everything: measured(() => estimateLifetimeValues(customers, { horizon: 39, margin: 1 })),
    fitted: fitBgNbd(customers),
  }
})

const results = {
  machine: `${cpus().length} × ${cpus()[0]?.model ?? '?'}, Node ${process.version}`,
  load: Math.round((loadavg()[0] ?? 0) * 10) / 10,
  cdnow: existsSync(CDNOW) ? { ...measured(() => fitBgNbd(cdnow())), fitted: fitBgNbd(cdnow()) } : null,
  rows,
}
console.log(JSON.stringify(results, null, 2))
const folder = new URL('results/', import.meta.url)
writeFileSync(new URL('ltv.json', folder), `${JSON.stringify(results, null, 2)}\n`)
writeFileSync(
  new URL('ltv.svg', folder),
  growthChart('Lifetime value: milliseconds by number of customers', [
    { name: 'BG/NBD fit', points: rows.map((row) => ({ x: row.customers, y: row.bgNbd.median })) },
    { name: 'Gamma-Gamma fit', points: rows.map((row) => ({ x: row.customers, y: row.gammaGamma.median })) },
    {
      name: 'fits and each customer',
      points: rows.map((row) => ({ x: row.customers, y: row.everything.median })),
    },
  ]),
)
