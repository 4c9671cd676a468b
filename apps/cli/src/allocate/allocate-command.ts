import type { Command } from '../command.ts'
import type { JsonFile } from '../input/json-fields.ts'
import { readText } from '../input/read-text.ts'
import { runInThread } from '../long-work/run-in-thread.ts'
import type { AllocationJson } from './allocate-work.ts'
import { allocationText } from './allocation-text.ts'

/** `yingce allocate FILE`: a budget over channels by their marginal returns. */
export const ALLOCATE: Command = {
  name: 'allocate',
  usage: 'FILE.json',
  argumentCount: 1,
  summary: {
    zh: '按边际回报分配预算（响应曲线，下限、上限、锁定、步长；或求达成目标的最小预算）',
    en: 'distribute a budget by marginal return, or find the least budget for a target',
  },
  flags: {},
  async run(call) {
    const {
      arguments: [path = ''],
      flags,
      language,
      surroundings,
    } = call
    const file: JsonFile = { text: await readText(path, language), path, language }
    const found = await runInThread<JsonFile, AllocationJson>(
      new URL('./allocate-work.ts', import.meta.url),
      file,
      call,
    )
    surroundings.write(
      flags['json'] === true ? `${JSON.stringify(found)}\n` : allocationText(found, language),
    )
  },
}
