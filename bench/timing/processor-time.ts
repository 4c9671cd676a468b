import { cpuUsage } from 'node:process'

export interface Measure {
  readonly best: number
  readonly median: number
}

/** Milliseconds of the processor, which other work on the machine lengthens less than those of the clock. */
export function processorTime(runs: number, work: () => unknown): Measure {
  work()
  const times = Array.from({ length: runs }, () => {
    const begin = cpuUsage()
    work()
    const { user, system } = cpuUsage(begin)
    return (user + system) / 1000
  }).toSorted((a, b) => a - b)
  const rounded = (ms: number | undefined): number => Math.round((ms ?? 0) * 100) / 100
  return { best: rounded(times[0]), median: rounded(times[Math.floor(runs / 2)]) }
}
