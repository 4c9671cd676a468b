import type { Call, Command } from '../command.ts'
import type { Language } from '../language.ts'
import { readText } from '../input/read-text.ts'
import { runInThread } from '../long-work/run-in-thread.ts'
import { Refusal } from '../refusal.ts'
import { simulationText } from './simulation-text.ts'
import type { SimulationJson, SimulationOrder } from './simulate-work.ts'

const USUAL_DRAWS = 100_000
const MOST_DRAWS = 1_000_000
const USUAL_SEED = 1

/** `yingce simulate FILE`: what-if with ranges, and which input matters most. */
export const SIMULATE: Command = {
  name: 'simulate',
  usage: 'FILE.json [--seed N] [--draws N]',
  argumentCount: 1,
  summary: {
    zh: '情景推演：基准、P10/P50/P90、敏感度（龙卷风）与盈亏平衡',
    en: 'what-if: base, P10/P50/P90, which input matters most, break-even',
  },
  flags: {
    seed: {
      type: 'string',
      value: 'N',
      help: {
        zh: `随机种子，同种子同结果，默认 ${USUAL_SEED}`,
        en: `seed of the draws, ${USUAL_SEED} by default`,
      },
    },
    draws: {
      type: 'string',
      value: 'N',
      help: { zh: `抽样次数，默认 ${USUAL_DRAWS}`, en: `how many draws, ${USUAL_DRAWS} by default` },
    },
  },
  async run(call) {
    const {
      arguments: [path = ''],
      flags,
      language,
      surroundings,
    } = call
    const order: SimulationOrder = {
      seed: wholeNumber(flags, 'seed', USUAL_SEED, [0, Number.MAX_SAFE_INTEGER], language),
      draws: wholeNumber(flags, 'draws', USUAL_DRAWS, [1, MOST_DRAWS], language),
      file: { text: await readText(path, language), path, language },
    }
    const found = await runInThread<SimulationOrder, SimulationJson>(
      new URL('./simulate-work.ts', import.meta.url),
      order,
      call,
    )
    surroundings.write(
      flags['json'] === true ? `${JSON.stringify(found)}\n` : simulationText(found, language),
    )
  },
}

function wholeNumber(
  flags: Call['flags'],
  name: string,
  usual: number,
  [least, most]: readonly [number, number],
  language: Language,
): number {
  const given = flags[name]
  if (typeof given !== 'string') return usual
  const value = Number(given)
  if (/^\d+$/.test(given) && value >= least && value <= most) return value
  throw new Refusal(
    'usage',
    language === 'zh'
      ? `--${name} 应是 ${least} 到 ${most} 的整数，现为 ${given}`
      : `--${name} takes a whole number from ${least} to ${most}, not ${given}`,
  )
}
