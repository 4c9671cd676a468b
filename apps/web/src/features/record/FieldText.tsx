import { recordRoutes } from '@yingce/contracts/record/record-routes'
import { ENTITIES, type Entity } from '@yingce/domain/records/entities'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { call } from '../../api/call.ts'
import { specOf, valueText } from './value-text.ts'

interface FieldTextProps {
  planId: string
  entity: Entity
  field: string
  value: unknown
}

/** A field's value as words; a reference is the name of the record that it points at. */
export function FieldText({ planId, entity, field, value }: FieldTextProps) {
  const spec = specOf(entity, field)
  if (spec?.kind === 'ref' && typeof value === 'string' && isEntity(spec.to))
    return <RefName planId={planId} entity={spec.to} id={value} />
  return valueText(entity, field, value)
}

function RefName({ planId, entity, id }: { planId: string; entity: Entity; id: string }) {
  const record = useQuery({
    queryKey: ['plan', planId, 'name', entity, id],
    queryFn: ({ signal }) =>
      call(recordRoutes(entity).get, { params: { planId, recordId: id }, signal }) as Promise<{
        values: Record<string, unknown>
      }>,
    retry: false,
  })
  // Until it is there, and of what was deleted since, the id.
  const name = String(record.data?.values['name'] ?? id)
  const address = { params: { planId }, search: { record: id } }
  if (record.data === undefined) return name
  if (entity === 'meeting')
    return (
      <Link to="/plans/$planId/meetings" {...address}>
        {name}
      </Link>
    )
  if (entity === 'task')
    return (
      <Link to="/plans/$planId/tracker" {...address}>
        {name}
      </Link>
    )
  return name
}

function isEntity(name: string | undefined): name is Entity {
  return name !== undefined && name in ENTITIES
}
