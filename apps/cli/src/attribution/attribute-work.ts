import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { attribute } from '@yingce/domain/attribution/attribute'
import type { Attribution, AttributionModel } from '@yingce/domain/attribution/attribution-model'
import { AttributionRefusal } from '@yingce/domain/attribution/attribution-refusal'
import type { Journeys } from '@yingce/domain/attribution/journeys'
import { type OrderCriterion, suggestOrder } from '@yingce/domain/attribution/suggest-order'
import { type LongWork, partOfWork } from '@yingce/domain/computation/long-work'
import type { TextEncoding } from '@yingce/domain/sheets/workbook'
import { JourneyFileError } from '@yingce/office/journeys/journey-file-error'
import { readJourneys, type ReadJourneys } from '@yingce/office/journeys/read-journeys'
import { OfficeFileError } from '@yingce/office/office-file-error'
import { diskRefusal, officeRefusal } from '../inspect/read-file.ts'
import type { Language } from '../language.ts'
import type { ThreadWork } from '../long-work/run-in-thread.ts'
import { Refusal } from '../refusal.ts'
import { fillWords } from '../words/problem-words.ts'
import { ATTRIBUTION_REFUSALS, JOURNEY_FILE_REFUSALS } from './attribution-words.ts'
import type { AttributionFlags } from './read-attribution-flags.ts'

export interface AttributeInput extends AttributionFlags {
  readonly path: string
  readonly encoding: TextEncoding | null
  readonly language: Language
}

export interface AttributeOutput {
  readonly attributions: readonly Attribution[]
  /** With `--order auto`: what was chosen by. */
  readonly criteria: readonly OrderCriterion[] | null
  /** Conversions without a touch. */
  readonly unattributed: number
}

/** What is shown side by side when nobody names a model. */
const USUAL_MODELS: readonly AttributionModel[] = [
  'first',
  'last',
  'last-non-direct',
  'linear',
  'linear-unique',
  'position',
  'time-decay',
  'markov',
]

/** Reads the file and attributes it, in a thread of its own. */
export const work: ThreadWork<AttributeInput, AttributeOutput> = (input, long) => {
  const { path, language } = input
  try {
    const { journeys, unattributed } = readFrom(path, input.encoding, language, partOfWork(long, 0, 0.5))
    return { ...answersOf(journeys, input, partOfWork(long, 0.5, 1)), unattributed }
  } catch (error) {
    if (error instanceof OfficeFileError) throw officeRefusal(error, path, language)
    if (error instanceof JourneyFileError) {
      const words = JOURNEY_FILE_REFUSALS[error.code]
      throw new Refusal(error.code, fillWords(words.message[language], error.params), {
        file: path,
        line: error.line,
        column: error.column,
        advice: words.advice[language],
      })
    }
    if (!(error instanceof AttributionRefusal)) throw error
    const words = ATTRIBUTION_REFUSALS[error.code]
    throw new Refusal(error.code, fillWords(words.message[language], error.params), {
      file: path,
      advice: words.advice[language],
    })
  }
}

function answersOf(journeys: Journeys, input: AttributeInput, long: LongWork) {
  const { orders, halfLifeDays, direct } = input
  const canDecay = journeys.daysBefore !== null
  const models = input.models ?? USUAL_MODELS.filter((model) => model !== 'time-decay' || canDecay)
  const suggestion =
    orders === 'auto' && models.includes('markov') ? suggestOrder(journeys, partOfWork(long, 0, 0.3)) : null
  const chosen = orders === 'auto' ? [suggestion?.order ?? 1] : orders
  const options = { models, orders: chosen, halfLifeDays, direct }
  const part = suggestion === null ? long : partOfWork(long, 0.3, 1)
  return { attributions: attribute(journeys, options, part), criteria: suggestion?.criteria ?? null }
}

function readFrom(
  path: string,
  encoding: TextEncoding | null,
  language: Language,
  long: LongWork,
): ReadJourneys {
  const onDisk = <Answer>(ask: () => Answer): Answer => {
    try {
      return ask()
    } catch (error) {
      throw diskRefusal(error, path, language)
    }
  }
  const file = onDisk(() => openSync(path, 'r'))
  try {
    const bytes = onDisk(() => fstatSync(file).size)
    const source = (into: Uint8Array, at: number): number =>
      onDisk(() => readSync(file, into, at, into.length - at, null))
    return readJourneys(source, encoding, bytes, long)
  } finally {
    closeSync(file)
  }
}
