import { z } from 'zod'
import { CurrencyCode, Id, LocalDate } from '../common.ts'
import { defineRoute } from '../route.ts'
import { FactKeys, FactMetricName } from './fact-fields.ts'

export const MAX_FACTS = 100_000
/** A request of that many rows. */
export const MAX_FACT_BYTES = 48 * 1024 * 1024

export const MetricFactRow = z.strictObject({
  day: LocalDate,
  /** 0–23; absent or null: the whole day. */
  hour: z.number().int().min(0).max(23).nullish(),
  /** What the figures are of. Ids are text; where one is given it tells rows apart, and the name is only shown. */
  keys: FactKeys,
  /** Money in fen of the source's currency, fractions allowed; counts as numbers. Absent or null: missing, not zero. */
  values: z.partialRecord(FactMetricName, z.number().min(-1e15).max(1e15).nullable()),
})

export const upsertMetricFacts = defineRoute({
  method: 'POST',
  path: '/api/metrics/facts',
  operationId: 'upsertMetricFacts',
  tag: 'metrics',
  permission: 'import.run',
  summary:
    'Write up to 100,000 facts, all or none. A fact of the same source, keys and day is replaced; the same request again changes nothing',
  maxBodyBytes: MAX_FACT_BYTES,
  body: z.strictObject({
    /** Name of the source; made when it is not there. */
    source: z.string().trim().min(1).max(120),
    /** Of a new source; of one that is there it has to be the same. */
    currency: CurrencyCode.optional(),
    /** Channel of rows without one, for a new source. */
    channel: z.string().trim().min(1).max(120).optional(),
    rows: z.array(MetricFactRow).min(1).max(MAX_FACTS),
  }),
  response: z.object({
    /** The push as an import: it can be inspected and undone. */
    importId: Id,
    sourceId: Id,
    written: z.number().int(),
    replaced: z.number().int(),
    unchanged: z.number().int(),
  }),
  errors: ['rule_violated'],
})
