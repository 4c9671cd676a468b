import type { takeEffectFacts } from '@yingce/contracts/board/effect-facts'
import type { AnswerOf, BodyOf } from '@yingce/contracts/route'
import { changesRow } from '@yingce/domain/review/effect-from-facts'
import type { Scope } from '../../db/scope.ts'
import { createRecords } from '../../records/create-records.ts'
import { updateRecords } from '../../records/update-records.ts'
import { readComputedEffects } from './effect-facts.read.ts'

/**
 * Writes the computed figures into the named rows, and makes rows for the named channels,
 * as changes of the person who takes them. They are computed now, not taken from the page.
 *
 * @throws Refusal `not_found`
 */
export async function takeEffects(
  scope: Scope,
  planId: string,
  { recordIds, channels }: BodyOf<typeof takeEffectFacts>,
): Promise<AnswerOf<typeof takeEffectFacts>> {
  const { computed, versions } = await readComputedEffects(scope, planId)
  const wanted = new Set(recordIds.map((id) => id.toLowerCase()))
  const taken = computed.filter((one) => changesRow(one))
  const edits = taken.flatMap(({ row, computed: figures }) =>
    row === null || !wanted.has(row.id)
      ? []
      : [{ id: row.id, version: versions.get(row.id) ?? 1, values: known(figures), isOverwriting: true }],
  )
  const fresh = taken.filter(({ row, channel }) => row === null && channels.includes(channel))
  if (edits.length > 0) await updateRecords(scope, planId, 'channel_effect', edits)
  if (fresh.length > 0)
    await createRecords(
      scope,
      planId,
      'channel_effect',
      fresh.map(({ channel, computed: figures }) => ({ values: { channel, ...known(figures) } })),
    )
  return { updated: edits.length, created: fresh.length }
}

/** Only what the facts have. */
function known<T extends object>(figures: T): Partial<T> {
  return Object.fromEntries(Object.entries(figures).filter(([, value]) => value !== null)) as Partial<T>
}
