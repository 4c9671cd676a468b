import { recordRoutes } from '@yingce/contracts/record/record-routes'
import type { Entity } from '@yingce/domain/records/entities'
import type { Person } from './person.ts'

export interface PlainRecord {
  readonly id: string
  readonly version: number
  readonly values: Readonly<Record<string, unknown>>
  readonly unread: Readonly<Record<string, string>>
}

/** Records of a plan as the server holds them, in order. */
export async function recordsOf(person: Person, planId: string, entity: Entity): Promise<PlainRecord[]> {
  const answer = await person.call(recordRoutes(entity).list, {
    params: { planId } as never,
    query: { limit: 500 } as never,
  })
  return (answer as unknown as { items: PlainRecord[] }).items
}

/** The task of this name as the server holds it; throws when there is none. */
export async function taskNamed(person: Person, planId: string, name: string): Promise<PlainRecord> {
  const found = (await recordsOf(person, planId, 'task')).find((task) => task.values['name'] === name)
  if (found === undefined) throw new Error(`no task ${name}`)
  return found
}

/** New records, written in one request. */
export async function createRecords(
  person: Person,
  planId: string,
  entity: Entity,
  values: readonly Readonly<Record<string, unknown>>[],
): Promise<void> {
  await person.call(recordRoutes(entity).createMany, {
    params: { planId } as never,
    body: { items: values.map((each) => ({ values: each })) } as never,
  })
}

/** One field of a record, as another person would write it. */
export async function setField(
  person: Person,
  planId: string,
  record: PlainRecord,
  field: string,
  value: unknown,
): Promise<void> {
  await person.call(recordRoutes('task').update, {
    params: { planId, recordId: record.id } as never,
    body: { version: record.version, values: { [field]: value } } as never,
  })
}
