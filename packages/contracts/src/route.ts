import type { z } from 'zod'
import type { RefusalCode } from './error.ts'
import type { Permission } from './permission.ts'

export type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE'

/** What leaves a route that answers with a file or a stream instead of JSON. */
export interface BinaryAnswer {
  readonly contentType: string
  readonly description: string
}

/**
 * A route as data: the server mounts it, the web and the CLI call it and the
 * OpenAPI document is emitted from it. The generics are on the schema types
 * (value types would cost five times the compile time).
 */
export interface Route<
  P extends z.ZodType = z.ZodType,
  Q extends z.ZodType = z.ZodType,
  B extends z.ZodType = z.ZodType,
  R extends z.ZodType = z.ZodType,
> {
  readonly method: Method
  /** OpenAPI style: `/api/plans/{planId}`. */
  readonly path: string
  readonly operationId: string
  readonly summary: string
  readonly tag: string
  /** Required, so that no route can be forgotten: who may call it at all. */
  readonly permission: Permission
  readonly params?: P
  readonly query?: Q
  readonly body?: B
  /** The body is `multipart/form-data` with one part named `file` plus text parts given by `body`. */
  readonly upload?: { readonly maxBytes: number }
  /** Of a JSON body that may be larger than usual. */
  readonly maxBodyBytes?: number
  readonly response?: R
  readonly binary?: BinaryAnswer
  /** Success status; default 200, 204 where there is no response. */
  readonly status?: number
  /** Refusals beside the general ones (401, 403, 404, 422, 429). */
  readonly errors?: readonly RefusalCode[]
  /** POST with an `Idempotency-Key` header is answered once and replayed after (default true for POST). */
  readonly isIdempotencyOff?: boolean
  /** POST that only asks, with a question too long for an address: the database refuses to write in it. */
  readonly isQuestion?: boolean
}

/** Declares a route; the identity function exists for its types. */
export function defineRoute<
  P extends z.ZodType = z.ZodUndefined,
  Q extends z.ZodType = z.ZodUndefined,
  B extends z.ZodType = z.ZodUndefined,
  R extends z.ZodType = z.ZodUndefined,
>(route: Route<P, Q, B, R>): Route<P, Q, B, R> {
  return route
}

export type ParamsOf<T> = T extends Route<infer P, infer _Q, infer _B, infer _R> ? z.infer<P> : never
export type QueryOf<T> = T extends Route<infer _P, infer Q, infer _B, infer _R> ? z.infer<Q> : never
export type QueryInputOf<T> = T extends Route<infer _P, infer Q, infer _B, infer _R> ? z.input<Q> : never
export type BodyOf<T> = T extends Route<infer _P, infer _Q, infer B, infer _R> ? z.infer<B> : never
export type BodyInputOf<T> = T extends Route<infer _P, infer _Q, infer B, infer _R> ? z.input<B> : never
export type AnswerOf<T> = T extends Route<infer _P, infer _Q, infer _B, infer R> ? z.infer<R> : never
