/**
 * The same reading, looked up where the text was read before. Cells repeat, and
 * a board reads all of them again after every change; the result may not depend
 * on anything but the text, and nobody may change it.
 *
 * @param most texts kept at least; up to twice as many, after which the ones not asked for lately go
 * @param longest letters of a text that is kept
 */
export function rememberReadings<T>(
  read: (text: string) => T,
  most: number,
  longest: number,
): (text: string) => T {
  let recent = new Map<string, T>()
  let earlier = new Map<string, T>()
  return (text) => {
    const known = recent.get(text)
    if (known !== undefined) return known
    const reading = earlier.get(text) ?? read(text)
    if (text.length > longest) return reading
    if (recent.size >= most) {
      earlier = recent
      recent = new Map()
    }
    recent.set(text, reading)
    return reading
  }
}
