import { Problem } from '@yingce/contracts/error'
import { SessionView } from '@yingce/contracts/identity/session'
import { ImportSummary, ImportView } from '@yingce/contracts/import/import'
import { PlanBoard } from '@yingce/contracts/plan/board'
import { PlanView, TemplateView } from '@yingce/contracts/plan/plan'
import { Dependency } from '@yingce/contracts/record/dependency'
import { HistoryEntry } from '@yingce/contracts/record/history'
import { LedgerEntry } from '@yingce/contracts/record/ledger'
import { TaskGroup } from '@yingce/contracts/record/task-summary'
import { ApiToken } from '@yingce/contracts/workspace/api-token'
import { Invitation } from '@yingce/contracts/workspace/invitation'
import { Member } from '@yingce/contracts/workspace/member'
import { Workspace } from '@yingce/contracts/workspace/workspace'
import { z } from 'zod'

/** Schemas that the document names once and refers to. */
const NAMED = {
  Problem,
  SessionView,
  ImportView,
  ImportSummary,
  PlanBoard,
  PlanView,
  TemplateView,
  Dependency,
  HistoryEntry,
  LedgerEntry,
  TaskGroup,
  ApiToken,
  Invitation,
  Member,
  Workspace,
}

export type JsonSchema = { [key: string]: unknown }

/** Writes schemas for the OpenAPI document and keeps the named ones for its components. */
export class SchemaWriter {
  readonly components: Record<string, JsonSchema> = {}
  readonly #names = z.registry<{ id: string }>()

  constructor(more: Readonly<Record<string, z.ZodType>> = {}) {
    for (const [id, schema] of Object.entries({ ...NAMED, ...more })) this.#names.add(schema, { id })
  }

  /** `input`: what a caller sends, where a field with a default may be left out; `output`: what comes back. */
  write(schema: z.ZodType, io: 'input' | 'output'): JsonSchema {
    const json = z.toJSONSchema(schema, {
      io,
      metadata: this.#names,
      unrepresentable: 'any',
      target: 'draft-2020-12',
    }) as JsonSchema
    const { $defs, $schema: _schema, id: _id, ...rest } = json
    for (const [name, inner] of Object.entries(($defs ?? {}) as Record<string, JsonSchema>))
      this.components[name] ??= clean(inner)
    return this.#named(schema, rest) ?? clean(rest)
  }

  #named(schema: z.ZodType, json: JsonSchema): JsonSchema | null {
    const id = this.#names.get(schema)?.id
    if (id === undefined) return null
    this.components[id] ??= clean(json)
    return { $ref: `#/components/schemas/${id}` }
  }
}

/** References go to the components, and what only Zod knows is left out. */
function clean(value: unknown): JsonSchema {
  return walk(value) as JsonSchema
}

function walk(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(walk)
  if (value === null || typeof value !== 'object') return value
  const entries = Object.entries(value as JsonSchema).filter(
    ([key, inner]) => !isNoise(key, inner, value as JsonSchema),
  )
  return Object.fromEntries(
    entries.map(([key, inner]) => [
      key,
      key === '$ref' ? String(inner).replace('#/$defs/', '#/components/schemas/') : walk(inner),
    ]),
  )
}

/** Names that became references, patterns that only spell out a format, and the limits of every safe integer. */
function isNoise(key: string, value: unknown, schema: JsonSchema): boolean {
  if (key === 'id') return typeof value === 'string'
  if (key === 'pattern') return typeof schema['format'] === 'string'
  if (key === 'propertyNames') return true
  return (key === 'minimum' || key === 'maximum') && Math.abs(Number(value)) === Number.MAX_SAFE_INTEGER
}
