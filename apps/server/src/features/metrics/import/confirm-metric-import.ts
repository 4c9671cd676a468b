import { foldText } from '@yingce/domain/sheets/header-text'
import { METRIC_PRESETS } from '@yingce/domain/sheets/metric-presets'
import type { Scope } from '../../../db/scope.ts'
import { Refusal } from '../../../http/refusal.ts'
import { applyFacts, type AppliedCounts } from './apply-facts.store.ts'
import { lockMetricImport, markApplied, type MetricImportRow } from './metric-import.store.ts'
import { currencyOf, questionsOf, sourceNameOf } from './metric-import-view.ts'
import { findSource, openSource, saveMapping } from '../source/metric-source.store.ts'

/** Columns that the person chose, by header word, for the next file of this source. */
function chosenMapping({ choices, reading }: MetricImportRow): Record<string, string | null> {
  return Object.fromEntries(
    (reading?.tables ?? []).flatMap(({ sheet, columns }) => {
      const chosen = choices.tables?.[sheet]?.columns ?? {}
      return columns.flatMap(({ index, header }) =>
        index in chosen ? [[foldText(header), chosen[index] ?? null] as const] : [],
      )
    }),
  )
}

/**
 * Writes the facts of a draft into its source, all of them or none.
 *
 * @throws Refusal `wrong_state` when it is no draft any more; `import_question_open` while rows
 *   have no day or the file names several currencies; `rule_violated` when its currency is not the source's
 */
export async function confirmMetricImport(
  scope: Scope,
  id: string,
  ids: () => string,
  signal?: AbortSignal,
): Promise<AppliedCounts> {
  const row = await lockMetricImport(scope, id, 'draft')
  const questions = questionsOf(row)
  if (questions.length > 0) throw new Refusal('import_question_open', { params: { questions } })
  const name = sourceNameOf(row)
  const before = await findSource(scope, name)
  const { currency } = currencyOf(row, before?.currency ?? null)
  const preset = row.reading?.preset ?? null
  const source = await openSource(scope, {
    id: ids(),
    name,
    kind: 'file',
    preset,
    channel: METRIC_PRESETS.find((known) => known.id === preset && known.signatures.length > 0)?.zh ?? null,
    currency,
  })
  if (source.currency !== currency)
    throw new Refusal('rule_violated', {
      issues: [
        {
          path: 'body.currency',
          code: 'currency_differs',
          message: `The source counts in ${source.currency}, the file in ${currency}: name another source`,
          params: { source: source.currency, file: currency },
        },
      ],
    })
  const counts = await applyFacts(scope, source.id, id, row.reading?.metrics ?? [])
  const mapping = chosenMapping(row)
  if (Object.keys(mapping).length > 0) await saveMapping(scope, source.id, mapping)
  await markApplied(scope, id, source.id, counts)
  // Whoever cancelled meanwhile gets nothing written: the transaction is taken back.
  signal?.throwIfAborted()
  return counts
}
