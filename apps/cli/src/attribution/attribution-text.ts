import type { Attribution, ChannelCredit } from '@yingce/domain/attribution/attribution-model'
import type { Language, Words } from '../language.ts'
import { textTable } from '../text-table.ts'
import type { AttributeOutput } from './attribute-work.ts'
import { warningsOf } from './attribution-warnings.ts'
import { MODEL_WORDS } from './attribution-words.ts'

const CONVERSIONS: Words = { zh: '转化', en: 'conversions' }
const VALUE: Words = { zh: '金额', en: 'value' }
const REMOVAL: Words = { zh: '移除效应', en: 'removal effect' }
const TOTAL: Words = { zh: '合计', en: 'total' }

/** The models side by side for a terminal: conversions, then value, then removal effects; largest channel first. */
export function attributionText(output: AttributeOutput, language: Language): string {
  const { attributions, criteria } = output
  const chains = attributions.filter(({ model }) => model === 'markov')
  const number = (amount: number | null): string => (amount === null ? '—' : amount.toFixed(2))
  const percent = (part: number | null): string => (part === null ? '—' : `${(part * 100).toFixed(2)}%`)
  const parts = [sideBySide(attributions, CONVERSIONS, (credit) => number(credit.conversions), language)]
  if (attributions.some(({ value }) => value !== null))
    parts.push(sideBySide(attributions, VALUE, (credit) => number(credit.value), language))
  if (chains.length > 0)
    parts.push(sideBySide(chains, REMOVAL, (credit) => percent(credit.removalEffect), language))
  const notes = attributions.flatMap((attribution) =>
    warningsOf(attribution, output.unattributed, language).map(({ message }) => `! ${message}`),
  )
  const [first] = chains
  if (first !== undefined)
    notes.unshift(
      language === 'zh'
        ? `转化概率 ${percent(first.conversionProbability)}`
        : `probability of conversion ${percent(first.conversionProbability)}`,
    )
  if (criteria !== null)
    notes.push(`BIC: ${criteria.map(({ order, bic }) => `${order} → ${bic.toFixed(1)}`).join(', ')}`)
  return `${[...parts, [...new Set(notes)].join('\n')].filter((part) => part !== '').join('\n\n')}\n`
}

function sideBySide(
  attributions: readonly Attribution[],
  title: Words,
  cell: (credit: ChannelCredit) => string,
  language: Language,
): string {
  const [leading] = attributions
  if (leading === undefined) return ''
  const order = [...leading.channels.keys()].toSorted(
    (a, b) => (leading.channels[b]?.conversions ?? 0) - (leading.channels[a]?.conversions ?? 0),
  )
  const heads = attributions.map(({ model, order: chain }) =>
    chain === null ? MODEL_WORDS[model][language] : `${MODEL_WORDS[model][language]} ${chain}`,
  )
  const rows = order.map((index) => [
    leading.channels[index]?.channel ?? '',
    ...attributions.map(({ channels }) => {
      const credit = channels[index]
      return credit === undefined ? '' : cell(credit)
    }),
  ])
  const total =
    title === REMOVAL
      ? []
      : [
          [
            TOTAL[language],
            ...attributions.map(({ conversions, value }) =>
              title === VALUE ? (value?.toFixed(2) ?? '—') : conversions.toFixed(2),
            ),
          ],
        ]
  return textTable([[title[language], ...heads], ...rows, ...total])
}
