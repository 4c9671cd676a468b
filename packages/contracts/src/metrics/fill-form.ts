import { OWN_COUNTS, OWN_LEVELS } from '@yingce/domain/metrics/own-metric'
import type { FactMetric } from '@yingce/domain/sheets/metric-field'
import { z } from 'zod'
import { CurrencyCode, Id, Instant, LocalDate } from '../common.ts'
import { defineRoute } from '../route.ts'

/** Figures that shop staff count by hand; each adds up over days. */
export const FILL_METRICS = [
  'storeVisits',
  'orders',
  'revenue',
  'units',
  'newCustomers',
  'customers',
  'couponsIssued',
  'couponsRedeemed',
  'leads',
  'cost',
  'refunds',
  'complaints',
  'ugcItems',
] as const satisfies readonly FactMetric[]

/** How long a link to a form may last. */
export const FORM_DAYS = { min: 1, max: 730 } as const

/** Days that can be filled in: today and those before it. */
export const FILL_DAYS = 8

/** Those, and what the workspace counts by hand under names of its own. */
const FillMetric = z.enum([...FILL_METRICS, ...OWN_COUNTS, ...OWN_LEVELS])
const Pin = z.string().regex(/^\d{4,8}$/, '4 to 8 digits')

export const FillForm = z.object({
  id: Id,
  /** The store; its figures are facts of the source "store: NAME". */
  name: z.string(),
  channel: z.string().nullable(),
  planId: Id.nullable(),
  planName: z.string().nullable(),
  /** Own metrics stand by their field. */
  metrics: z.array(FillMetric),
  /** Those as the metrics that the form was made for; not asked: that metric has left the field, whatever took it since. */
  ownMetrics: z.array(z.object({ metric: FillMetric, zh: z.string(), en: z.string(), isAsked: z.boolean() })),
  currency: CurrencyCode,
  hasPin: z.boolean(),
  state: z.enum(['open', 'expired', 'revoked']),
  expiresAt: Instant,
  createdAt: Instant,
  /** Moment of the last entry. */
  filledAt: Instant.nullable(),
})
export type FillForm = z.infer<typeof FillForm>

export const listFillForms = defineRoute({
  method: 'GET',
  path: '/api/metrics/fill-forms',
  operationId: 'listFillForms',
  tag: 'metrics',
  permission: 'import.run',
  summary: 'Fill-in forms of stores, newest first',
  response: z.object({ items: z.array(FillForm) }),
})

export const createFillForm = defineRoute({
  method: 'POST',
  path: '/api/metrics/fill-forms',
  operationId: 'createFillForm',
  tag: 'metrics',
  permission: 'import.run',
  // Its answer holds a secret, which a stored answer would keep.
  summary:
    'Make a form that one store fills in by link, without an account; the link is shown this once. Own metrics (ownCount1 …) are asked as long as the metric that names them now still takes them',
  status: 201,
  isIdempotencyOff: true,
  body: z.strictObject({
    name: z.string().trim().min(1).max(100),
    channel: z.string().trim().min(1).max(120).optional(),
    planId: Id.optional(),
    metrics: z.array(FillMetric).min(1).max(FillMetric.options.length),
    days: z.number().int().min(FORM_DAYS.min).max(FORM_DAYS.max).default(90),
    pin: Pin.optional(),
  }),
  response: z.object({ form: FillForm, url: z.string() }),
  errors: ['already_exists', 'rule_violated'],
})

export const revokeFillForm = defineRoute({
  method: 'DELETE',
  path: '/api/metrics/fill-forms/{formId}',
  operationId: 'revokeFillForm',
  tag: 'metrics',
  permission: 'import.run',
  summary: 'Make the link of a form worthless; its figures stay',
  params: z.strictObject({ formId: Id }),
})

const Values = z.partialRecord(FillMetric, z.number().min(0).max(1e12).nullable())

/** What the holder of a link sees: the store and its own entries, nothing else. */
export const FillSheet = z.object({
  name: z.string(),
  /** What is asked today; empty: only own metrics were asked, and none means what it was asked for. */
  metrics: z.array(FillMetric),
  /** Own metrics among them, as the dictionary names them now. */
  ownMetrics: z.array(
    z.object({
      metric: FillMetric,
      zh: z.string(),
      en: z.string(),
      definitionZh: z.string(),
      definitionEn: z.string(),
    }),
  ),
  currency: CurrencyCode,
  today: LocalDate,
  /** Today first. Money in fen. */
  days: z.array(z.object({ day: LocalDate, values: Values })),
})
export type FillSheet = z.infer<typeof FillSheet>

const Token = z.strictObject({ token: z.string().min(20).max(200) })

export const openFillSheet = defineRoute({
  method: 'POST',
  path: '/api/fill/{token}',
  operationId: 'openFillSheet',
  tag: 'metrics',
  permission: 'public',
  summary: 'Open a form by its link; without the PIN that it asks for nothing of it is told',
  isIdempotencyOff: true,
  params: Token,
  body: z.strictObject({ pin: Pin.optional() }),
  response: FillSheet,
  errors: ['not_found', 'pin_needed', 'rate_limited'],
})

export const saveFillDay = defineRoute({
  method: 'PUT',
  path: '/api/fill/{token}',
  operationId: 'saveFillDay',
  tag: 'metrics',
  permission: 'public',
  summary: "Write one day of the store; the day's figures are replaced, so sending twice changes nothing",
  params: Token,
  body: z.strictObject({ pin: Pin.optional(), day: LocalDate, values: Values }),
  response: FillSheet,
  errors: ['not_found', 'pin_needed', 'rule_violated', 'rate_limited'],
})
