import type { HeaderText } from './header-text.ts'
import { foldText } from './header-text.ts'
import { isSummedMetric, type MetricField } from './metric-field.ts'
import type { MetricPreset } from './metric-preset.ts'
import { METRIC_PRESETS } from './metric-presets.ts'
import { UTM_COLUMNS } from './metric-presets/utm.ts'

export interface MetricColumnMatch {
  readonly field: MetricField
  /** Factor from the file's number to the plain one: 0.000001 for millionths. */
  readonly isMicros: boolean
  /** Several columns of the same field that add up. */
  readonly isPart: boolean
}

export interface MetricMatch {
  readonly preset: MetricPreset
  /** By position in the headers. */
  readonly columns: readonly (MetricColumnMatch | null)[]
  readonly hits: number
}

interface PresetWords {
  /** Of several headers of one field in a file the one of the lowest rank is taken. */
  readonly fields: ReadonlyMap<string, { readonly field: MetricField; readonly rank: number }>
  readonly signatures: readonly (readonly string[])[]
  readonly micros: ReadonlySet<string>
  readonly parts: ReadonlyMap<MetricField, readonly string[]>
}
const presetWords = new WeakMap<MetricPreset, PresetWords>()

function wordsOf(preset: MetricPreset): PresetWords {
  const known = presetWords.get(preset)
  if (known !== undefined) return known
  const fields = new Map<string, { field: MetricField; rank: number }>()
  for (const columns of [preset.columns, UTM_COLUMNS]) {
    for (const [field, headers] of Object.entries(columns)) {
      for (const header of headers)
        if (!fields.has(foldText(header)))
          fields.set(foldText(header), { field: field as MetricField, rank: fields.size })
    }
  }
  const words = {
    fields,
    signatures: preset.signatures.map((group) => group.map(foldText)),
    micros: new Set((preset.micros ?? []).map(foldText)),
    parts: new Map(
      Object.entries(preset.partsAdd ?? {}).map(([field, headers]) => [
        field as MetricField,
        headers.map(foldText),
      ]),
    ),
  }
  presetWords.set(preset, words)
  return words
}

/** The columns of one platform in a header row, whether or not its signature is there. */
export function matchPreset(preset: MetricPreset, headers: readonly (HeaderText | null)[]): MetricMatch {
  const { fields, micros, parts } = wordsOf(preset)
  const found = headers.map((header) => {
    const known = header === null ? undefined : (fields.get(header.folded) ?? fields.get(header.named))
    if (header === null || known === undefined) return null
    const isPart =
      parts.get(known.field)?.some((part) => part === header.folded || part === header.named) ?? false
    return { ...known, header, isPart }
  })
  const columns = found.map((entry, position) => {
    if (entry === null) return null
    const isBeaten = found.some(
      (other, at) =>
        other !== null &&
        at !== position &&
        other.field === entry.field &&
        !(other.isPart && entry.isPart) &&
        (other.rank < entry.rank || (other.rank === entry.rank && at < position)),
    )
    return isBeaten
      ? null
      : {
          field: entry.field,
          isPart: entry.isPart,
          isMicros: micros.has(entry.header.folded) || micros.has(entry.header.named),
        }
  })
  return { preset, columns, hits: columns.filter((column) => column !== null).length }
}

/** Facts among the matched columns, each counted once. */
function factCount(match: MetricMatch): number {
  return new Set(
    match.columns.flatMap((column) =>
      column !== null && isSummedMetric(column.field) ? [column.field] : [],
    ),
  ).size
}

/**
 * Is this header row one of an advertising or shop export, and of which
 * platform? A platform is taken when one of its signatures is complete and the
 * most of its headers are there; without a signature a row still counts as
 * channel figures when it has a day or a campaign and two facts.
 */
export function matchMetrics(headers: readonly (HeaderText | null)[]): MetricMatch | null {
  const words = new Set(headers.flatMap((header) => (header === null ? [] : [header.folded, header.named])))
  let best: MetricMatch | null = null
  for (const preset of METRIC_PRESETS) {
    const { signatures } = wordsOf(preset)
    const isSigned = signatures.some((group) => group.every((word) => words.has(word)))
    if (signatures.length > 0 && !isSigned) continue
    if (signatures.length === 0 && best !== null) continue
    const match = matchPreset(preset, headers)
    const fields = new Set(match.columns.map((column) => column?.field))
    const hasKey = ['day', 'campaign', 'campaignId', 'account', 'content', 'contentId'].some((key) =>
      fields.has(key as MetricField),
    )
    if (signatures.length === 0 && !(hasKey && factCount(match) >= 2)) continue
    if (match.hits >= 2 && match.hits > (best?.hits ?? 0)) best = match
  }
  return best
}
