import { ENTITIES, type Entity, type RecordValues } from '@yingce/domain/records/entities'
import type { FieldSet, FieldSpec } from '@yingce/domain/records/field'
import { z } from 'zod'
import { Fen, Id, Instant, LocalDate, LocalDateTime } from '../common.ts'

const MAX_TEXT = 500
const MAX_LONG_TEXT = 20_000

function fieldSchema(spec: FieldSpec): z.ZodType {
  switch (spec.kind) {
    case 'text':
    case 'person':
    case 'quantity':
      return spec.required ? z.string().trim().min(1).max(MAX_TEXT) : z.string().max(MAX_TEXT)
    case 'longText':
    case 'targets':
      return z.string().max(MAX_LONG_TEXT)
    case 'date':
      return LocalDate
    case 'dateTime':
      return LocalDateTime
    case 'money':
      return Fen
    case 'ratio':
    case 'number':
      return z.number()
    case 'count':
      return z.number().int()
    case 'flag':
      return z.boolean()
    case 'choice':
      return z.enum(spec.choices as [string, ...string[]])
    case 'ref':
      return Id
  }
}

function isNullable(spec: FieldSpec): boolean {
  return spec.required !== true && spec.initial === undefined
}

function shapeOf(fields: FieldSet, wrap: (schema: z.ZodType, spec: FieldSpec) => z.ZodType) {
  return Object.fromEntries(
    Object.entries(fields).map(([name, spec]) => {
      const schema = fieldSchema(spec)
      return [name, wrap(isNullable(spec) ? schema.nullable() : schema, spec)]
    }),
  )
}

/** Text of cells that could not be read, by field name. */
const Unread = z.record(z.string(), z.string().max(MAX_LONG_TEXT))

export interface RecordView<E extends Entity> {
  id: string
  planId: string
  position: number
  version: number
  unread: Record<string, string>
  createdAt: string
  updatedAt: string
  values: RecordValues<E>
}

/** Values as sent on create: required fields must be there, the rest may be left out. */
export type RecordInput<E extends Entity> = Partial<RecordValues<E>>

// The shapes are computed from the field registry, where the compiler cannot follow; the
// types beside them come from the same registry, hence the one cast in each function.

/** What a client may send on create. */
export function createValuesSchema<E extends Entity>(entity: E): z.ZodType<RecordInput<E>> {
  const shape = shapeOf(ENTITIES[entity], (schema, spec) => (spec.required ? schema : schema.optional()))
  return z.strictObject(shape) as unknown as z.ZodType<RecordInput<E>>
}

/** What a client may send on update: any subset of the fields. */
export function patchValuesSchema<E extends Entity>(entity: E): z.ZodType<RecordInput<E>> {
  return z.strictObject(shapeOf(ENTITIES[entity], (schema) => schema.optional())) as unknown as z.ZodType<
    RecordInput<E>
  >
}

/** A record as it leaves the server. */
export function recordViewSchema<E extends Entity>(entity: E): z.ZodType<RecordView<E>> {
  return z.object({
    id: Id,
    planId: Id,
    position: z.number(),
    version: z.number().int(),
    unread: Unread,
    createdAt: Instant,
    updatedAt: Instant,
    values: z.object(shapeOf(ENTITIES[entity], (schema) => schema)),
  }) as unknown as z.ZodType<RecordView<E>>
}

export const UnreadCells = Unread
