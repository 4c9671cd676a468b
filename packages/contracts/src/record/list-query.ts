import { ENTITIES, type Entity } from '@yingce/domain/records/entities'
import { z } from 'zod'
import { PageQuery, QueryFlag } from '../common.ts'

/**
 * Query of a record list, computed from the entity's fields; every other key is a 400.
 *
 * | key              | for kinds                              | meaning                            |
 * |------------------|-----------------------------------------|------------------------------------|
 * | `<field>`        | choice, ref, person, text, flag          | equal to one of the comma-separated |
 * | `<field>Contains`| text kinds                               | contains, ignoring case            |
 * | `<field>From/To` | date, dateTime, money, ratio, count, number | lower / upper bound, both inclusive |
 * | `<field>Empty`   | all                                      | true: no value; false: has one     |
 * | `q`              |                                          | any text field contains it          |
 * | `sort`           |                                          | `-budget,plannedStart`; default `position` |
 * | `limit` ≤ 5,000, `cursor` |                                 | paging                              |
 * | `total`          |                                          | false leaves the count out (null)   |
 */
export function listQuerySchema(entity: Entity) {
  const keys: Record<string, z.ZodType> = {}
  for (const [name, spec] of Object.entries(ENTITIES[entity])) {
    keys[`${name}Empty`] = QueryFlag.optional()
    switch (spec.kind) {
      case 'choice':
      case 'ref':
        keys[name] = z.string().max(4000).optional()
        break
      case 'flag':
        keys[name] = QueryFlag.optional()
        break
      case 'text':
      case 'person':
        keys[name] = z.string().max(4000).optional()
        keys[`${name}Contains`] = z.string().max(200).optional()
        break
      case 'longText':
      case 'targets':
      case 'quantity':
        keys[`${name}Contains`] = z.string().max(200).optional()
        break
      case 'date':
      case 'dateTime':
        keys[`${name}From`] = z.string().max(16).optional()
        keys[`${name}To`] = z.string().max(16).optional()
        break
      case 'money':
      case 'ratio':
      case 'count':
      case 'number':
        keys[`${name}From`] = z.coerce.number().optional()
        keys[`${name}To`] = z.coerce.number().optional()
        break
    }
  }
  return z.strictObject({
    ...keys,
    q: z.string().max(200).optional(),
    sort: z.string().max(200).optional(),
    limit: z.coerce.number().int().min(1).max(5000).default(100),
    cursor: PageQuery.shape.cursor,
    total: QueryFlag.default(true),
  }) as unknown as z.ZodType<ListQuery, ListQueryInput>
}

/** A parsed list query: paging and sorting, plus one key per filter. */
export interface ListQuery {
  limit: number
  cursor?: string | undefined
  sort?: string | undefined
  q?: string | undefined
  total: boolean
  [filter: string]: string | number | boolean | undefined
}
export type ListQueryInput = { [key: string]: string | number | boolean | undefined }
