import { readdirSync, readFileSync } from 'node:fs'

/** Kernel ticks per second as /proc counts them; 100 on every Linux that is in use. */
const TICKS_PER_SECOND = 100

interface Stat {
  readonly parent: number
  readonly ticks: number
}

/** The part behind the name, which may itself hold spaces and brackets. */
function statOf(pid: number): Stat | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
    // utime, stime, and those of children that have ended
    const ticks = [11, 12, 13, 14].reduce((sum, index) => sum + Number(fields[index]), 0)
    return { parent: Number(fields[1]), ticks }
  } catch {
    return null
  }
}

/** The process and all below it that still run; empty when it is gone. */
export function descendants(root: number): number[] {
  const children = new Map<number, number[]>()
  for (const name of readdirSync('/proc')) {
    const pid = Number(name)
    const stat = Number.isInteger(pid) ? statOf(pid) : null
    if (stat !== null) children.set(stat.parent, [...(children.get(stat.parent) ?? []), pid])
  }
  const found = statOf(root) === null ? [] : [root]
  for (let index = 0; index < found.length; index++) found.push(...(children.get(found[index]!) ?? []))
  return found
}

/** CPU time of the processes so far, their ended children included. */
export function cpuMillis(pids: readonly number[]): number {
  const ticks = pids.reduce((sum, pid) => sum + (statOf(pid)?.ticks ?? 0), 0)
  return (ticks * 1000) / TICKS_PER_SECOND
}

/** Proportional set size: a page that several processes share counts once in all. */
export function memoryMb(pids: readonly number[]): number {
  return pids.reduce((sum, pid) => sum + memoryOf(pid), 0)
}

function memoryOf(pid: number): number {
  try {
    const kilobytes = /^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1]
    return Number(kilobytes ?? 0) / 1024
  } catch {
    return 0
  }
}
