import { answerJob } from '../read/answer-job.ts'
import { readInput } from '../read/read-input.ts'
import { factParts } from './fact-parts.ts'
import { readMetrics } from './read-metrics.ts'
import type { MetricsAnswer, MetricsJob } from './read-metrics-in-child.ts'
import type { FactPart } from './fact-parts.ts'

// Started by readMetricsInChild: gives the facts in parts, then answers with the rest.
answerJob<MetricsJob, FactPart, MetricsAnswer>(async ({ size, options }, give) => {
  const { metrics, ...reading } = await readMetrics(readInput(size), options)
  for (const part of factParts(metrics.facts)) await give(part)
  const { facts, unmergeable, ...rest } = metrics
  let from: string | null = null
  let to: string | null = null
  for (const { day } of facts.moments) {
    if (from === null || day < from) from = day
    if (to === null || day > to) to = day
  }
  return {
    ...reading,
    ...rest,
    unmergeable: [...unmergeable],
    factCount: facts.size,
    span: { from, to },
  }
})
