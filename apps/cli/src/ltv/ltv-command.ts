import { parseLocalDate } from '@yingce/domain/calendar/local-date'
import type { LifetimeValues } from '@yingce/domain/ltv/estimate-lifetime-values'
import type { Command } from '../command.ts'
import type { Language } from '../language.ts'
import { runInThread } from '../long-work/run-in-thread.ts'
import { Refusal } from '../refusal.ts'
import { ltvJson } from './ltv-json.ts'
import { ltvText } from './ltv-text.ts'
import type { LtvOrder } from './ltv-work.ts'
import { readCustomerFile } from './read-customer-file.ts'

const WORK = new URL('./ltv-work.ts', import.meta.url)

/** `yingce ltv FILE.csv --horizon N`: what each customer will still buy, and is worth. */
export const LTV: Command = {
  name: 'ltv',
  usage: 'FILE.csv --horizon N [--margin SHARE] [--until DATE]',
  argumentCount: 1,
  summary: {
    zh: '客户生命周期价值：预期购买、仍活跃概率、价值（BG/NBD、Gamma-Gamma）',
    en: 'customer lifetime value: purchases to come, chance to be active, value (BG/NBD, Gamma-Gamma)',
  },
  flags: {
    horizon: {
      type: 'string',
      value: 'N',
      help: {
        zh: '往后看多久，单位与 recency、T 相同；逐笔购买为周',
        en: 'how far to look ahead, in the unit of recency and T; weeks for single purchases',
      },
    },
    margin: {
      type: 'string',
      value: 'SHARE',
      help: { zh: '毛利率，如 0.4；不写为 1（收入）', en: 'gross margin, e.g. 0.4; 1 (revenue) without it' },
    },
    until: {
      type: 'string',
      value: 'DATE',
      help: {
        zh: '逐笔购买的观察期末，默认最后一笔的日期',
        en: 'last day observed, for single purchases; the day of the last one without it',
      },
    },
  },
  async run(call) {
    const {
      arguments: [path = ''],
      flags,
      language,
      surroundings,
    } = call
    const terms = {
      horizon: readHorizon(flags['horizon'], language),
      margin: readMargin(flags['margin'], language),
    }
    const file = await readCustomerFile(path, readUntil(flags['until'], language), language)
    const order: LtvOrder = { customers: file.customers, ...terms, path, language }
    const found = await runInThread<LtvOrder, LifetimeValues>(WORK, order, call)
    const json = ltvJson(file, found, terms)
    surroundings.write(flags['json'] === true ? `${JSON.stringify(json)}\n` : ltvText(json, language))
  },
}

type Given = string | boolean | undefined

function readHorizon(given: Given, language: Language): number {
  const horizon = typeof given === 'string' && given.trim() !== '' ? Number(given) : Number.NaN
  if (horizon > 0 && Number.isFinite(horizon)) return horizon
  throw new Refusal(
    'usage',
    language === 'zh' ? '--horizon 须为大于 0 的数' : '--horizon takes a number above 0',
    {
      advice:
        language === 'zh'
          ? '单位与文件里的 recency、T 相同，例如周：--horizon 52。'
          : 'In the unit of recency and T in the file, weeks for example: --horizon 52.',
    },
  )
}

function readMargin(given: Given, language: Language): number {
  if (given === undefined) return 1
  const percent = typeof given === 'string' ? /^(.+)%$/.exec(given.trim())?.[1] : undefined
  const margin = percent === undefined ? Number(given) : Number(percent) / 100
  if (margin > 0 && margin <= 1) return margin
  throw new Refusal(
    'usage',
    language === 'zh' ? `--margin 须在 0 与 1 之间：${given}` : `--margin lies between 0 and 1: ${given}`,
  )
}

function readUntil(given: Given, language: Language): string | null {
  if (typeof given !== 'string') return null
  const date = parseLocalDate(given)
  if (date !== null) return date
  throw new Refusal('usage', language === 'zh' ? `不是日期：${given}` : `no date: ${given}`)
}
