/** "A", "Z", "AA" … of a column counted from 1. */
export function columnLetters(column: number): string {
  let rest = column
  let letters = ''
  while (rest > 0) {
    const digit = (rest - 1) % 26
    letters = String.fromCharCode(65 + digit) + letters
    rest = (rest - 1 - digit) / 26
  }
  return letters
}

/** "C5" of row 5 and column 3, both counted from 1. */
export function cellAddress(row: number, column: number): string {
  return `${columnLetters(column)}${row}`
}

/** "A2:C9" of a block, rows and columns counted from 1, both ends included. */
export function rangeAddress(top: number, left: number, bottom: number, right: number): string {
  return `${cellAddress(top, left)}:${cellAddress(bottom, right)}`
}
