import type { Command } from '../command.ts'
import { runInThread } from '../long-work/run-in-thread.ts'
import type { DetectOrder } from './detect-work.ts'

const WORK = new URL('./detect-work.ts', import.meta.url)

/** `yingce detect FILE.csv`: an anomaly score for each point of a series. */
export const DETECT: Command = {
  name: 'detect',
  usage: 'FILE.csv [--value COLUMN]',
  argumentCount: 1,
  summary: {
    zh: '时间序列异常检测（timestamp,value），每点一个 0–1 的分数',
    en: 'anomalies in a series (timestamp,value): a score from 0 to 1 for each point',
  },
  flags: {
    value: {
      type: 'string',
      value: 'COLUMN',
      help: {
        zh: '数值列的名称，有多列数值时需要',
        en: 'name of the value column, needed when several hold numbers',
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
    const order: DetectOrder = {
      path,
      valueColumn: typeof flags['value'] === 'string' ? flags['value'] : null,
      isJson: flags['json'] === true,
      language,
    }
    for (const part of await runInThread<DetectOrder, string[]>(WORK, order, call)) surroundings.write(part)
  },
}
