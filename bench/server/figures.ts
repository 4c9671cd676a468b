/** One line of the table: ours, what is to be reached, and what NocoDB needs for the same work on the same machine. */
export interface Figure {
  readonly name: string
  readonly unit: string
  readonly ours: number
  readonly goal: number | null
  /** Lower and upper end of what was seen; null where it cannot do the work or was not measured. */
  readonly peer: readonly [number, number] | null
}

const number = (value: number): string =>
  value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2)

/** As a Markdown table, which reads well in a terminal too. */
export function figureTable(figures: readonly Figure[]): string {
  const rows = figures.map(({ name, unit, ours, goal, peer }) => [
    name,
    `${number(ours)} ${unit}`,
    goal === null ? '' : `≤ ${number(goal)} ${unit}`,
    goal === null ? '' : ours <= goal ? 'reached' : 'missed',
    peer === null
      ? ''
      : `${peer[0] === peer[1] ? number(peer[0]) : `${number(peer[0])}–${number(peer[1])}`} ${unit}`,
    peer === null ? '' : `${number(peer[0] / ours)} ×`,
  ])
  return table(['', 'ours', 'goal', '', 'peer', 'peer / ours'], rows)
}

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, index) =>
    Math.max(3, title.length, ...rows.map((row) => row[index]?.length ?? 0)),
  )
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, index) => (index === 0 ? cell.padEnd(widths[index]!) : cell.padStart(widths[index]!))).join(' | ')} |`
  const rule = `|${widths.map((width, index) => (index === 0 ? `${'-'.repeat(width + 2)}` : `${'-'.repeat(width + 1)}:`)).join('|')}|`
  return [line(head), rule, ...rows.map(line)].join('\n')
}
