/** A task with the text of its dependency cell; rows as in the sheet. */
export interface DependentTask {
  readonly row: number
  readonly name: string
  readonly dependency: string | null
}

export interface DependencyLink {
  /** Row of the task that has to be finished first. */
  readonly fromRow: number
  /** Row of the task that waits for it. */
  readonly toRow: number
}

export interface DependencyReading {
  readonly links: readonly DependencyLink[]
  /** Parts of a dependency cell that name no task of the list: kept as text and shown. */
  readonly unmatched: readonly { readonly row: number; readonly text: string }[]
}

const SEPARATORS = /[,，、;；\n+&]|(?:\s和\s)|\sand\s/u

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase().replaceAll(/[\s《》"“”']/g, '')
}

/** The one task that a text names: word for word, else the only one that contains it or is contained in it. */
function taskNamed(text: string, tasks: readonly DependentTask[], self: DependentTask): DependentTask | null {
  const wanted = fold(text)
  const others = tasks.filter((task) => task.row !== self.row)
  const exact = others.find((task) => fold(task.name) === wanted)
  if (exact !== undefined) return exact
  if (wanted.length < 4) return null
  const alike = others.filter((task) => {
    const name = fold(task.name)
    return name.length >= 4 && (name.includes(wanted) || wanted.includes(name))
  })
  return alike.length === 1 ? (alike[0] ?? null) : null
}

/**
 * Which tasks a dependency cell names. "活动页上线,KOL签约" makes two links; a
 * name that holds a comma itself is tried whole first. Text that names no task
 * ("预案审批通过", a document, an event) makes no link and is handed back, never
 * matched by likeness alone: one of the two texts must contain the other, and
 * only one task may fit.
 */
export function resolveDependencies(tasks: readonly DependentTask[]): DependencyReading {
  const links: DependencyLink[] = []
  const unmatched: { row: number; text: string }[] = []
  for (const task of tasks) {
    if (task.dependency === null) continue
    const whole = taskNamed(task.dependency, tasks, task)
    const parts = whole === null ? task.dependency.split(SEPARATORS).map((part) => part.trim()).filter((part) => part !== '') : [task.dependency]
    for (const part of parts) {
      const before = whole ?? taskNamed(part, tasks, task)
      if (before === null) unmatched.push({ row: task.row, text: part })
      else if (!links.some((link) => link.fromRow === before.row && link.toRow === task.row)) links.push({ fromRow: before.row, toRow: task.row })
    }
  }
  return { links, unmatched }
}
