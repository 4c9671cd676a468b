/** 16:9 in inches, as PowerPoint has it. */
export const SLIDE = { width: 13.333, height: 7.5 }
/** Where content stands, under the title and above the foot. */
export const CONTENT = { left: 0.6, top: 1.3, width: 12.13, height: 5.5 }
/** Points. */
export const SIZE = { title: 24, body: 14, figure: 26, label: 11, table: 11, caption: 12, note: 9 }
/** On a machine without it, Windows and macOS put their own Chinese font (PingFang) in its place. */
export const FONT = 'Microsoft YaHei'
/** A line is this many times its size high. */
export const LINE = 1.38
/** In tables programs make lines higher. */
export const TABLE_LINE = 1.55
export const GAP = 0.18
export const CELL_PADDING = { x: 0.08, y: 0.05 }
export const CALLOUT_PADDING = { x: 0.2, y: 0.13 }

export function inches(points: number): number {
  return points / 72
}
