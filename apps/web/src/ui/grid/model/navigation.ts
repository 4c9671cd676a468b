import type { CellPosition } from './selection.ts'

/** What moving needs to know of the grid. */
export interface Terrain {
  readonly lines: number
  readonly columns: number
  /** Lines of one page. */
  readonly page: number
  /** Does the cell hold something? Group lines answer null: edges run through them. */
  readonly isFilled: (line: number, column: number) => boolean | null
}

export type Move =
  | 'up'
  | 'down'
  | 'left'
  | 'right'
  | 'edgeUp'
  | 'edgeDown'
  | 'edgeLeft'
  | 'edgeRight'
  | 'rowStart'
  | 'rowEnd'
  | 'gridStart'
  | 'gridEnd'
  | 'pageUp'
  | 'pageDown'

const clamp = (value: number, max: number): number => Math.max(0, Math.min(value, max))

/**
 * Ctrl+arrow: to the last filled cell of the block when the next cell is filled,
 * else to the next filled cell, else to the edge of the grid.
 */
function dataEdge(from: CellPosition, terrain: Terrain, dLine: number, dColumn: number): CellPosition {
  const last = dLine === 0 ? terrain.columns - 1 : terrain.lines - 1
  const at = (index: number): CellPosition =>
    dLine === 0 ? { ...from, column: index } : { ...from, line: index }
  const step = dLine + dColumn
  const filled = (index: number): boolean | null => terrain.isFilled(at(index).line, at(index).column)
  let index = dLine === 0 ? from.column : from.line
  const skip = (start: number): number => {
    let next = start
    while (next >= 0 && next <= last && filled(next) === null) next += step
    return next
  }
  let next = skip(index + step)
  if (next < 0 || next > last) return at(clamp(index + step, last))
  const inBlock = filled(index) === true && filled(next) === true
  while (next >= 0 && next <= last) {
    const isFilled = filled(next) === true
    if (inBlock && !isFilled) break
    index = next
    if (!inBlock && isFilled) break
    next = skip(next + step)
  }
  return at(index)
}

/** Where a move leads; never outside the grid. */
export function moved(from: CellPosition, move: Move, terrain: Terrain): CellPosition {
  const lastLine = terrain.lines - 1
  const lastColumn = terrain.columns - 1
  switch (move) {
    case 'up':
      return { ...from, line: clamp(from.line - 1, lastLine) }
    case 'down':
      return { ...from, line: clamp(from.line + 1, lastLine) }
    case 'left':
      return { ...from, column: clamp(from.column - 1, lastColumn) }
    case 'right':
      return { ...from, column: clamp(from.column + 1, lastColumn) }
    case 'pageUp':
      return { ...from, line: clamp(from.line - terrain.page, lastLine) }
    case 'pageDown':
      return { ...from, line: clamp(from.line + terrain.page, lastLine) }
    case 'rowStart':
      return { ...from, column: 0 }
    case 'rowEnd':
      return { ...from, column: lastColumn }
    case 'gridStart':
      return { line: 0, column: 0 }
    case 'gridEnd':
      return { line: lastLine, column: lastColumn }
    case 'edgeUp':
      return dataEdge(from, terrain, -1, 0)
    case 'edgeDown':
      return dataEdge(from, terrain, 1, 0)
    case 'edgeLeft':
      return dataEdge(from, terrain, 0, -1)
    case 'edgeRight':
      return dataEdge(from, terrain, 0, 1)
  }
}

/** Tab at the end of a row goes on in the next one; Shift+Tab the other way. */
export function tabbed(from: CellPosition, step: 1 | -1, terrain: Terrain): CellPosition {
  const column = from.column + step
  if (column >= 0 && column < terrain.columns) return { ...from, column }
  const line = from.line + step
  if (line < 0 || line >= terrain.lines) return from
  return { line, column: step === 1 ? 0 : terrain.columns - 1 }
}
