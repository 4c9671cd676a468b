/**
 * Alert rules on the server: hundreds of rules of one plan, judged on its facts as
 * after every import. What each figure means: bench/README.md.
 *
 * Run: node scripts/run.mjs bench/server-rules.bench.ts [rules …] [--write]
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { table } from './server/figures.ts'
import { type HttpClient, setUpOwner } from './server/http-client.ts'
import { type MeasuredServer, startServer } from './server/measured-server.ts'
import { median } from './server/statistics.ts'

const DAYS = 118
const CHANNELS = 20
const ROUNDS = 9
const METRICS = ['ctr', 'cpa', 'roas', 'impressions', 'cost'] as const

async function fillFacts(client: HttpClient, planId: string): Promise<void> {
  const today = Date.now()
  for (let day = DAYS; day > 0; day--) {
    const date = new Date(today - day * 86_400_000).toISOString().slice(0, 10)
    const items = Array.from({ length: CHANNELS }, (_, channel) => ({
      values: {
        day: date,
        channel: `渠道${channel}`,
        impressions: 10_000 + day * 10,
        clicks: 200 + ((day * 7 + channel * 13) % 90),
        conversions: 10 + ((day + channel) % 9),
        cost: 100_000 + day * 100,
        revenue: 300_000,
      },
    }))
    await client.json('POST', `/api/plans/${planId}/metric-facts/bulk`, { items })
  }
}

/** A third of them about sudden changes, which look 120 days back; the others about thresholds. None of them fires. */
function ruleOf(index: number): object {
  const metric = METRICS[index % METRICS.length]
  return {
    name: `规则${index}`,
    condition:
      index % 3 === 0
        ? {
            type: 'change',
            metric,
            direction: 'fall',
            deviations: 6,
            minimumChange: 0.5,
            minimumSample: null,
          }
        : {
            type: 'threshold',
            metric,
            comparator: 'lt',
            value: 0.0001,
            breaches: 2,
            days: 2,
            minimumSample: null,
          },
    policy: { severity: 'warning', cooldownDays: 3, repeats: false },
    scope: { channel: `渠道${index % CHANNELS}`, campaign: null, taskId: null },
    recipients: [],
    isOn: true,
    riskId: null,
  }
}

async function measure(server: MeasuredServer, client: HttpClient, rules: number) {
  const { id } = await client.json<{ id: string }>('POST', '/api/plans', { name: `${rules} 条规则` })
  await fillFacts(client, id)
  for (let index = 0; index < rules; index++)
    await client.json('POST', `/api/plans/${id}/alert-rules`, ruleOf(index))
  const times: number[] = []
  const cpu = server.cpuMs()
  for (let round = 0; round < ROUNDS; round++)
    times.push((await client.send('POST', `/api/plans/${id}/alert-rules/evaluate`, {})).milliseconds)
  return { rules, medianMs: median(times), cpuMs: (server.cpuMs() - cpu) / ROUNDS }
}

const sizes = process.argv
  .slice(2)
  .map(Number)
  .filter((size) => size > 0)
const folder = mkdtempSync(join(tmpdir(), 'yingce-bench-rules-'))
const load = loadavg()[0] ?? 0
const server = await startServer(folder)
try {
  const client = await setUpOwner(server.origin)
  const rows: string[][] = []
  for (const size of sizes.length === 0 ? [5, 50, 500] : sizes) {
    const { rules, medianMs, cpuMs } = await measure(server, client, size)
    rows.push([String(rules), medianMs.toFixed(0), cpuMs.toFixed(0)])
  }
  const text = `${table(['rules', 'p50 ms', 'CPU ms'], rows)}\nload of the machine at the start: ${load.toFixed(1)}\n`
  console.log(text)
  if (process.argv.includes('--write'))
    writeFileSync(new URL('results/server-rules.md', import.meta.url), text)
} finally {
  await server.stop('SIGTERM')
  rmSync(folder, { recursive: true, force: true })
}
