import fastJsonStringify from 'fast-json-stringify'
import { z } from 'zod'

type JsonSchema = { [key: string]: unknown }

const cache = new WeakMap<z.ZodType, (value: unknown) => string>()

/**
 * Compiled JSON writer of a contract's schema. It writes what the contract
 * declares and nothing else: a column that somebody adds to a query does not leak.
 */
export function serializerOf(schema: z.ZodType): (value: unknown) => string {
  let write = cache.get(schema)
  if (write === undefined) {
    const json = z.toJSONSchema(schema, {
      io: 'output',
      unrepresentable: 'any',
      target: 'draft-7',
      reused: 'inline',
    }) as JsonSchema
    write = fastJsonStringify(forWriting(json) as fastJsonStringify.AnySchema) as (value: unknown) => string
    cache.set(schema, write)
  }
  return write
}

/** Keywords that steer the writing; the others only restrict values, which our own code made. */
const KEPT = new Set(['type', 'properties', 'required', 'additionalProperties', 'items', 'anyOf', 'nullable'])

function forWriting(schema: JsonSchema): JsonSchema {
  const either = schema['anyOf'] as JsonSchema[] | undefined
  if (either !== undefined) {
    const rest = either.filter((option) => option['type'] !== 'null')
    if (rest.length === 1) return { ...forWriting(rest[0]!), nullable: true }
  }
  const kept: JsonSchema = {}
  for (const [key, value] of Object.entries(schema)) {
    if (!KEPT.has(key)) continue
    if (key === 'properties')
      kept[key] = Object.fromEntries(
        Object.entries(value as Record<string, JsonSchema>).map(([name, inner]) => [name, forWriting(inner)]),
      )
    else if (key === 'items' || (key === 'additionalProperties' && typeof value === 'object'))
      kept[key] = forWriting(value as JsonSchema)
    else if (key === 'anyOf') kept[key] = (value as JsonSchema[]).map(forWriting)
    // Integers are written as numbers: no rounding, no check per value.
    else if (key === 'type' && value === 'integer') kept[key] = 'number'
    else kept[key] = value
  }
  return kept
}
