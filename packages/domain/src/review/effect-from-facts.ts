import { matchChannel } from './channel-match.ts'
import { type EffectFacts, effectTotals } from './effect-analysis.ts'

/** Names by which a content may stand in the facts; tried in this order where several fit equally well. */
export const CONTENT_NAMES = ['content', 'ad', 'adGroup', 'campaign', 'creator'] as const
export type ContentName = (typeof CONTENT_NAMES)[number]

/** Sums of the facts of a plan per channel, or per channel and one kind of name. */
export interface FactSums extends EffectFacts {
  readonly channel: string
  readonly name: string | null
}

export interface PlanFactSums {
  readonly channels: readonly FactSums[]
  readonly named: Readonly<Partial<Record<ContentName, readonly FactSums[]>>>
}

export interface EffectRow extends EffectFacts {
  readonly id: string
  readonly channel: string
  readonly content: string | null
}

/** What the facts say of one row; `row` null = a channel with facts that has no row yet. */
export interface ComputedEffect {
  readonly row: EffectRow | null
  readonly channel: string
  readonly computed: EffectFacts
}

const FIGURES = ['impressions', 'clicks', 'conversions', 'cost', 'revenue'] as const

const same = (text: string) => text.trim().toLowerCase()

/**
 * Rows of the effect table (T3) as the facts assigned to the plan have them (M12).
 *
 * A row without content is its channel, unless the channel has several rows: then its
 * part of the channel is not known. A row with content is what stands in the facts under
 * that name; all rows of a channel are read by one kind of name, the one under which most
 * of them are found, because campaigns and their ads hold the same money. A channel of the
 * facts is matched to the sheet's channels as money is (`matchChannel`), never guessed.
 *
 * @returns rows that the facts say something of, then channels that have no row
 */
export function effectFromFacts(rows: readonly EffectRow[], facts: PlanFactSums): ComputedEffect[] {
  const channels = [...new Set(rows.map(({ channel }) => channel))]
  const placeOf = (channel: string): string | null => {
    const exact = channels.find((own) => same(own) === same(channel))
    return exact ?? matchChannel(channel, channels).channel
  }
  const computed = [...Map.groupBy(rows, ({ channel }) => channel)].flatMap(([channel, own]) => {
    const isHere = (sums: FactSums) => placeOf(sums.channel) === channel
    const named = bestNames(own, facts.named, isHere)
    return own.flatMap((row): ComputedEffect[] => {
      const found =
        row.content === null
          ? own.length === 1
            ? facts.channels.filter(isHere)
            : []
          : named.filter(({ name }) => name !== null && same(name) === same(row.content ?? ''))
      return found.length === 0 ? [] : [{ row, channel, computed: effectTotals(found) }]
    })
  })
  const fresh = facts.channels.filter(({ channel }) => placeOf(channel) === null)
  return [
    ...rows.flatMap((row) => computed.find((one) => one.row === row) ?? []),
    ...[...Map.groupBy(fresh, ({ channel }) => channel)].map(([channel, sums]) => ({
      row: null,
      channel,
      computed: effectTotals(sums),
    })),
  ]
}

/** Sums of the channel under the kind of name that finds most of its rows. */
function bestNames(
  rows: readonly EffectRow[],
  named: PlanFactSums['named'],
  isHere: (sums: FactSums) => boolean,
): readonly FactSums[] {
  let best: { readonly found: number; readonly sums: readonly FactSums[] } = { found: 0, sums: [] }
  for (const kind of CONTENT_NAMES) {
    const sums = (named[kind] ?? []).filter(isHere)
    const names = new Set(sums.flatMap(({ name }) => (name === null ? [] : [same(name)])))
    const found = rows.filter(({ content }) => content !== null && names.has(same(content))).length
    if (found > best.found) best = { found, sums }
  }
  return best.sums
}

/** Does taking the computed figures change the row? Figures that the facts do not have stay as they are. */
export function changesRow({ row, computed }: ComputedEffect): boolean {
  return FIGURES.some((figure) => computed[figure] !== null && computed[figure] !== (row?.[figure] ?? null))
}
