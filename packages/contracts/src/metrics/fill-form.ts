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

/** Days that can be filled in: today and those before it. */
export const FILL_DAYS = 8

const FillMetric = z.enum(FILL_METRICS)
const Pin = z.string().regex(/^\d{4,8}$/, '4 to 8 digits')

export const FillForm = z.object({
  id: Id,
  /** The store; its figures are facts of the source "store: NAME". */
  name: z.string(),
  channel: z.string().nullable(),
  planId: Id.nullable(),
  planName: z.string().nullable(),
  metrics: z.array(FillMetric),
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
  summary: 'Make a form that one store fills in by link, without an account; the link is shown this once',
  status: 201,
  isIdempotencyOff: true,
  body: z.strictObject({
    name: z.string().trim().min(1).max(100),
    channel: z.string().trim().min(1).max(120).optional(),
    planId: Id.optional(),
    metrics: z.array(FillMetric).min(1).max(FILL_METRICS.length),
    days: z.number().int().min(1).max(730).default(90),
    pin: Pin.optional(),
  }),
  response: z.object({ form: FillForm, url: z.string() }),
  errors: ['already_exists'],
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
  metrics: z.array(FillMetric),
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
