/** A task with the text of its dependency cell; rows as in the sheet. */
export interface DependentTask {
  readonly row: number
  readonly name: string
  readonly dependency: string | null
  /** Number that other rows refer to, in schedules of planning programs; null elsewhere. */
  readonly sourceId?: string | null
}

export const LINK_TYPES = ['FS', 'SS', 'FF', 'SF'] as const
export type LinkType = (typeof LINK_TYPES)[number]

export interface DependencyLink {
  /** Row of the task that has to be finished first. */
  readonly fromRow: number
  /** Row of the task that waits for it. */
  readonly toRow: number
  readonly type: LinkType
  /** Days between the two, negative when they overlap. */
  readonly lagDays: number
}

export interface DependencyReading {
  readonly links: readonly DependencyLink[]
  /** Parts of a dependency cell that name no task of the list: kept as text and shown. */
  readonly unmatched: readonly { readonly row: number; readonly text: string }[]
}

const SEPARATORS = /[,，、;；\n+&]|(?:\s和\s)|\sand\s/u

function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s《》"“”']/g, '')
}

/** Longest list in which names are also compared by likeness: every text against every name. */
const MAX_FOR_LIKENESS = 2_000

/** The tasks by what others may call them. */
interface TaskIndex {
  readonly bySourceId: ReadonlyMap<string, readonly DependentTask[]>
  readonly byName: ReadonlyMap<string, readonly DependentTask[]>
  /** Names long enough to be contained in a text, or to contain it. */
  readonly names: readonly { readonly name: string; readonly task: DependentTask }[]
}

function indexOf(tasks: readonly DependentTask[]): TaskIndex {
  const named = tasks.map((task) => ({ name: fold(task.name), task }))
  const numbered = tasks.filter(({ sourceId }) => typeof sourceId === 'string')
  const byName = Map.groupBy(named, ({ name }) => name)
  return {
    bySourceId: Map.groupBy(numbered, ({ sourceId }) => sourceId ?? ''),
    byName: new Map([...byName].map(([name, group]) => [name, group.map(({ task }) => task)])),
    names: tasks.length > MAX_FOR_LIKENESS ? [] : named.filter(({ name }) => name.length >= 4),
  }
}

/** The one task that a text names: word for word, else the only one that contains it or is contained in it. */
function taskNamed(text: string, index: TaskIndex, self: DependentTask): DependentTask | null {
  const wanted = fold(text)
  const exact = index.byName.get(wanted)?.find((task) => task.row !== self.row)
  if (exact !== undefined) return exact
  if (wanted.length < 4) return null
  const alike = index.names.filter(
    ({ name, task }) => task.row !== self.row && (name.includes(wanted) || wanted.includes(name)),
  )
  return alike.length === 1 ? (alike[0]?.task ?? null) : null
}

const NUMBERED =
  /^(?<id>\d+)(?<type>FS|SS|FF|SF)?(?:(?<lag>[+-]\d+(?:\.\d+)?)\s*(?:d|days?|天|个?工作日)?)?$/iu

/** "3", "3SS", "3FS+2d" by the numbers of the rows; null when the text is no such reference. */
function numberedLink(text: string, index: TaskIndex, self: DependentTask): DependencyLink | null {
  const parts = NUMBERED.exec(text)?.groups
  const before = index.bySourceId.get(parts?.['id'] ?? '')?.find((task) => task !== self)
  if (parts === undefined || before === undefined) return null
  return {
    fromRow: before.row,
    toRow: self.row,
    type: (parts['type']?.toUpperCase() ?? 'FS') as LinkType,
    lagDays: Math.round(Number(parts['lag'] ?? 0)),
  }
}

/**
 * Which tasks a dependency cell names. "活动页上线,KOL签约" makes two links; a
 * name that holds a comma itself is tried whole first. Text that names no task
 * ("预案审批通过", a document, an event) makes no link and is handed back, never
 * matched by likeness alone: one of the two texts must contain the other, and
 * only one task may fit; in lists of more than 2,000 tasks names count word for
 * word only. Schedules refer to row numbers ("3SS+2d"), which count
 * first where the rows have them.
 */
export function resolveDependencies(tasks: readonly DependentTask[]): DependencyReading {
  const links: DependencyLink[] = []
  const unmatched: { row: number; text: string }[] = []
  const known = new Set<string>()
  const add = (link: DependencyLink): void => {
    const key = `${link.fromRow}:${link.toRow}`
    if (known.has(key)) return
    known.add(key)
    links.push(link)
  }
  const index = indexOf(tasks)
  const hasNumbers = tasks.some((task) => typeof task.sourceId === 'string')
  for (const task of tasks) {
    if (task.dependency === null) continue
    const whole = taskNamed(task.dependency, index, task)
    const separators = hasNumbers ? /[,，、;；\n]/u : SEPARATORS
    const parts =
      whole === null
        ? task.dependency
            .split(separators)
            .map((part) => part.trim())
            .filter((part) => part !== '')
        : [task.dependency]
    for (const part of parts) {
      const numbered = hasNumbers ? numberedLink(part, index, task) : null
      const before = numbered === null ? (whole ?? taskNamed(part, index, task)) : null
      if (numbered !== null) add(numbered)
      else if (before !== null) add({ fromRow: before.row, toRow: task.row, type: 'FS', lagDays: 0 })
      else unmatched.push({ row: task.row, text: part })
    }
  }
  return { links, unmatched }
}
