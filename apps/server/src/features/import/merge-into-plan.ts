import type { confirmImport } from '@yingce/contracts/import/import'
import type { BodyOf } from '@yingce/contracts/route'
import type { FieldValue } from '@yingce/domain/history/field-value'
import type { Entity } from '@yingce/domain/records/entities'
import { PHASE_FIELD, type RowComparison } from '@yingce/domain/sheets/compare-rows'
import type { Scope } from '../../db/scope.ts'
import { Refusal } from '../../http/refusal.ts'
import { entityTable } from '../../records/entity-table.ts'
import { updateRecords } from '../../records/update-records.ts'
import { compareWithPlan, type ComparedRow, isUnreadable } from './compare-with-plan.ts'
import type { ImportBatch } from './import.store.ts'
import { fillPlanPeriod } from './plan-period.ts'
import { createRows, ensurePhases, type NewRow, rowKey, type Touched } from './write-import.ts'

type Decisions = NonNullable<BodyOf<typeof confirmImport>['decisions']>
type Different = Extract<RowComparison, { state: 'changed' | 'conflict' }>

interface Chosen {
  readonly row: ComparedRow
  readonly fields: ReadonlySet<string>
}

/**
 * Takes what was decided of a file into a plan that is there: new rows, and of
 * changed rows the accepted fields. Nothing is removed. A plan without a period
 * gets the file's.
 *
 * @returns what was done to each record
 */
export async function mergeIntoPlan(
  scope: Scope,
  batch: ImportBatch,
  planId: string,
  decisions: Decisions,
): Promise<Touched[]> {
  await lockForMerge(scope, batch, planId)
  const compared = await compareWithPlan(scope, batch, planId)
  const decided = new Map(decisions.rows.map((row) => [row.key, row]))
  const chosen = compared.flatMap((row): Chosen[] => {
    const fields = acceptedFields(row, decided.get(row.key), decisions.otherwise)
    return fields === null ? [] : [{ row, fields }]
  })
  const touched: Touched[] = []
  const added = chosen.flatMap(({ row }): NewRow[] =>
    row.comparison.state === 'added' ? [{ sheet: row.sheet, record: row.comparison.incoming }] : [],
  )
  const phaseIds = await ensurePhases(scope, planId, batch, phaseNames(chosen), touched)
  await createRows(scope, planId, batch, added, phaseIds, touched, linkableTasks(compared, chosen))
  const edits = chosen.flatMap(({ row, fields }) =>
    isDifferent(row.comparison) ? [{ comparison: row.comparison, fields }] : [],
  )
  for (const [entity, own] of Map.groupBy(edits, ({ comparison }) => comparison.existing.entity))
    touched.push(...(await updateRows(scope, planId, entity, own, phaseIds)))
  if (touched.length > 0) await fillPlanPeriod(scope, planId, batch.reading.period, touched)
  return touched
}

/**
 * Merges into a plan take turns, and its rows stay as they are compared until
 * the end: two files with the same new row make one, and no edit is written over
 * that nobody saw.
 */
async function lockForMerge(scope: Scope, batch: ImportBatch, planId: string): Promise<void> {
  const plans = await scope.rows('select from plan where workspace_id = $1 and id = $2 for no key update', [
    scope.workspaceId,
    planId,
  ])
  if (plans.length === 0) throw new Refusal('not_found')
  const entities = new Set(
    batch.reading.tables.flatMap(({ entity, isSelected }) =>
      entity === null || !isSelected ? [] : [entity],
    ),
  )
  for (const entity of [...entities].toSorted()) {
    await scope.run(
      `select from ${entityTable(entity).name} where workspace_id = $1 and plan_id = $2 order by id for no key update`,
      [scope.workspaceId, planId],
    )
  }
}

/** Fields to take from the file; null: nothing of this row. */
function acceptedFields(
  row: ComparedRow,
  decision: Decisions['rows'][number] | undefined,
  otherwise: Decisions['otherwise'],
): ReadonlySet<string> | null {
  const { comparison } = row
  if (comparison.state === 'unchanged' || comparison.state === 'missing') return null
  if (decision === undefined ? otherwise === 'skip' : !decision.accept) return null
  if (comparison.state === 'added') return new Set()
  const named = decision?.fields?.map((field) => (field === 'phase' ? PHASE_FIELD : field))
  const takesAll = decision !== undefined || otherwise === 'accept-all'
  const accepts = (field: string, side: string) =>
    named === undefined
      ? takesAll || (side !== 'conflict' && !isUnreadable(row, field))
      : named.includes(field)
  const fields = comparison.fields.filter(({ field, side }) => accepts(field, side)).map(({ field }) => field)
  return fields.length === 0 ? null : new Set(fields)
}

function phaseNames(chosen: readonly Chosen[]): Set<string> {
  const names = new Set<string>()
  for (const {
    row: { comparison },
    fields,
  } of chosen) {
    if (comparison.state === 'missing' || comparison.incoming.phaseName === null) continue
    if (comparison.state === 'added' || fields.has(PHASE_FIELD)) names.add(comparison.incoming.phaseName)
  }
  return names
}

/** Tasks of the plan that rows of the file stand for: new rows may wait for them, and they for others where their dependency was taken over. */
function linkableTasks(
  compared: readonly ComparedRow[],
  chosen: readonly Chosen[],
): { ids: Map<string, string>; waiting: Set<string> } {
  const ids = new Map<string, string>()
  for (const { sheet, comparison } of compared) {
    if (
      comparison.state === 'added' ||
      comparison.state === 'missing' ||
      comparison.existing.entity !== 'task'
    )
      continue
    ids.set(rowKey(sheet, comparison.incoming.row), comparison.existing.id)
  }
  const waiting = new Set(
    chosen.flatMap(({ row, fields }) =>
      isDifferent(row.comparison) && fields.has('dependency') ? [row.comparison.existing.id] : [],
    ),
  )
  return { ids, waiting }
}

function isDifferent(comparison: RowComparison): comparison is Different {
  return comparison.state === 'changed' || comparison.state === 'conflict'
}

async function updateRows(
  scope: Scope,
  planId: string,
  entity: Entity,
  edits: readonly { comparison: Different; fields: ReadonlySet<string> }[],
  phaseIds: ReadonlyMap<string, string>,
): Promise<Touched[]> {
  const changes = new Map(
    edits.map(({ comparison, fields }) => [comparison.existing.id, changeOf(comparison, fields, phaseIds)]),
  )
  const result = await updateRecords(
    scope,
    planId,
    entity,
    [...changes].map(([id, { values, unread }]) => ({
      id,
      version: 1,
      isOverwriting: true,
      values: values as never,
      unread,
    })),
  )
  return result.updated.flatMap((record): Touched[] => {
    const change = changes.get(record.id)
    return change === undefined
      ? []
      : [
          {
            entity,
            id: record.id,
            action: 'update',
            version: record.version,
            before: change.before,
            after: change.after,
          },
        ]
  })
}

/** Besides the values, `before` and `after` keep texts that could not be read, as `unread.<field>`. */
function changeOf(
  { existing, incoming, fields }: Different,
  accepted: ReadonlySet<string>,
  phaseIds: ReadonlyMap<string, string>,
) {
  const before: Record<string, FieldValue> = {}
  const values: Record<string, FieldValue> = {}
  const unread: Record<string, string | null> = {}
  const texts: Record<string, string | null> = {}
  for (const { field, theirs } of fields) {
    if (!accepted.has(field)) continue
    const stored = field === PHASE_FIELD ? 'phaseId' : field
    before[stored] = existing.values[stored] ?? null
    values[stored] = field === PHASE_FIELD ? (phaseIds.get(String(theirs)) ?? null) : theirs
    const was = existing.unread[field] ?? null
    const is = incoming.unread[field] ?? null
    if (was === is) continue
    unread[field] = is
    before[`unread.${field}`] = was
    texts[`unread.${field}`] = is
  }
  return { before, after: { ...values, ...texts }, values, unread }
}
