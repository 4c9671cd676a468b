import type { LocalDate } from '../calendar/local-date.ts'
import type { Fen } from '../money/fen.ts'
import { ENTITIES } from '../records/entities.ts'
import type { Entity, RecordValues } from '../records/entities.ts'
import type { FieldSet } from '../records/field.ts'

/** A record that has no id yet. */
export interface RecordDraft<E extends Entity> {
  /** Unique among the drafts of its entity. */
  readonly key: string
  /** A field of kind `ref` holds the `key` of the draft it points at; whoever stores the drafts puts ids there. */
  readonly values: RecordValues<E>
}

/** A whole plan ready to be stored: from a template, or the sample. */
export interface PlanDraft {
  readonly name: string
  readonly startDate: LocalDate
  /** Last day, included. */
  readonly endDate: LocalDate
  /** Reserve included; null when nobody has named a sum. */
  readonly totalBudget: Fen | null
  /** Drafts by entity, each list in the order of the plan; an entity without drafts is absent. */
  readonly records: { readonly [E in Entity]?: readonly RecordDraft<E>[] }
}

/** Values with every field of the entity: those given, else its initial value, else null. */
export function completeValues<E extends Entity>(
  entity: E,
  given: Partial<RecordValues<E>>,
): RecordValues<E> {
  const fields: FieldSet = ENTITIES[entity]
  const blank = Object.fromEntries(Object.entries(fields).map(([name, spec]) => [name, spec.initial ?? null]))
  return { ...blank, ...given } as RecordValues<E>
}
