import type { LongWork } from '@yingce/domain/computation/long-work'
import { OUTCOME_NAMES, type Outcome, type OutcomeName } from '@yingce/domain/simulation/scenario'
import { simulateScenario, type Simulation } from '@yingce/domain/simulation/simulate-scenario'
import type { Summary } from '@yingce/domain/simulation/summarise'
import { JsonFields, type JsonFile } from '../input/json-fields.ts'
import type { ThreadWork } from '../long-work/run-in-thread.ts'
import { readScenario } from './read-scenario.ts'

export interface SimulationOrder {
  readonly file: JsonFile
  readonly draws: number
  readonly seed: number
}

type Figures = Readonly<Record<OutcomeName, number | null>>

export interface SimulationJson {
  readonly seed: number
  readonly draws: number
  readonly generator: 'xoshiro128**'
  readonly base: Outcome & { readonly channels: Simulation['channels'] }
  readonly mean: Figures
  readonly sd: Figures
  readonly p10: Figures
  readonly p50: Figures
  readonly p90: Figures
  readonly lossProbability: number | null
  /** The figure that the tornado explains. */
  readonly outcome: OutcomeName
  readonly tornado: Simulation['tornado']
  readonly breakEven: Simulation['breakEven']
  readonly bounded?: Simulation['bounded']
}

/** Reads a scenario file and computes it. */
export const work: ThreadWork<SimulationOrder, SimulationJson> = ({ file, draws, seed }, long: LongWork) => {
  const { channels, outcome, by } = readScenario(JsonFields.ofFile(file))
  const found = simulateScenario(channels, { draws, seed, outcome, by }, long)
  return {
    seed,
    draws,
    generator: 'xoshiro128**',
    base: { ...found.base, channels: found.channels },
    mean: figures(found, 'mean'),
    sd: figures(found, 'sd'),
    p10: figures(found, 'p10'),
    p50: figures(found, 'p50'),
    p90: figures(found, 'p90'),
    lossProbability: found.lossProbability,
    outcome,
    tornado: found.tornado,
    breakEven: found.breakEven,
    ...(found.bounded.length === 0 ? {} : { bounded: found.bounded }),
  }
}

function figures({ summaries }: Simulation, part: Exclude<keyof Summary, 'n'>): Figures {
  return Object.fromEntries(OUTCOME_NAMES.map((name) => [name, summaries[name][part]])) as Figures
}
