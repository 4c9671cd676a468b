import type { Command } from '../command.ts'
import { ENCODING_FLAG, encodingOf } from '../input/encoding-flag.ts'
import { runInThread } from '../long-work/run-in-thread.ts'
import type { AttributeInput, AttributeOutput } from './attribute-work.ts'
import { attributionJson } from './attribution-json.ts'
import { attributionText } from './attribution-text.ts'
import { readAttributionFlags } from './read-attribution-flags.ts'

/** `yingce attribute FILE`: which channels the conversions of a file of journeys are owed to. */
export const ATTRIBUTE: Command = {
  name: 'attribute',
  usage: 'FILE.csv [--model M …] [--order N]',
  argumentCount: 1,
  summary: {
    zh: '归因：把转化分给路径上的渠道，多个模型并列',
    en: 'attribute conversions to the channels before them, models side by side',
  },
  flags: {
    model: {
      type: 'string',
      value: 'M',
      multiple: true,
      help: {
        zh: '模型，可多次给出：first last last-non-direct linear linear-unique position time-decay markov shapley shapley-rate',
        en: 'model, may be repeated: first last last-non-direct linear linear-unique position time-decay markov shapley shapley-rate',
      },
    },
    order: {
      type: 'string',
      value: 'N',
      multiple: true,
      help: { zh: '马尔可夫阶数 1–4，或 auto', en: 'order of markov, 1 to 4, or auto' },
    },
    'half-life': {
      type: 'string',
      value: 'DAYS',
      help: { zh: 'time-decay 的半衰期，默认 7 天', en: 'half life of time-decay, 7 days by default' },
    },
    direct: {
      type: 'string',
      value: 'CHANNEL',
      multiple: true,
      help: {
        zh: 'last-non-direct 视为直接访问的渠道',
        en: 'channel that last-non-direct takes for direct',
      },
    },
    encoding: ENCODING_FLAG,
  },
  async run(call) {
    const { language, flags, surroundings } = call
    const input: AttributeInput = {
      ...readAttributionFlags(call),
      path: call.arguments[0] ?? '',
      encoding: encodingOf(call),
      language,
    }
    const job = new URL('./attribute-work.ts', import.meta.url)
    const output = await runInThread<AttributeInput, AttributeOutput>(job, input, call)
    if (flags['json'] !== true) return surroundings.write(attributionText(output, language))
    const answers = output.attributions.map((one) => attributionJson(one, output, language))
    surroundings.write(`${JSON.stringify(answers.length === 1 ? answers[0] : answers)}\n`)
  },
}
