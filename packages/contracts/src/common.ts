import { z } from 'zod'

export const Id = z.uuid()
export const LocalDate = z.iso.date()
/** Wall clock without zone, to the minute: `2025-06-05T18:00`. */
export const LocalDateTime = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d$/, 'YYYY-MM-DDTHH:mm')
/** Moment with zone, ISO 8601. */
export const Instant = z.string()
/** Integer minor units (fen). */
export const Fen = z.number().int().min(-9_007_199_254_740_991).max(9_007_199_254_740_991)
/** 1 = 100 %. */
export const Ratio = z.number()
export const CurrencyCode = z.string().regex(/^[A-Z]{3}$/, 'ISO 4217 code')
export const LocaleCode = z.enum(['zh-CN', 'en'])
export type LocaleCode = z.infer<typeof LocaleCode>

/** Query flag: `true` or `false`, nothing else. */
export const QueryFlag = z.enum(['true', 'false']).transform((text) => text === 'true')

/** One page of a list: `nextCursor` null on the last; `total` counts all that fit the filter. */
export function pageOf<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), nextCursor: z.string().nullable(), total: z.number().int() })
}

export const PageQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(1000).default(100),
  cursor: z.string().max(2000).optional(),
})
