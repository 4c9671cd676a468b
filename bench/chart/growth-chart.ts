interface Curve {
  readonly name: string
  readonly points: readonly { readonly x: number; readonly y: number }[]
}

const WIDTH = 640
const HEIGHT = 400
const MARGIN = 60
const COLOURS = ['#1f6feb', '#c2410c', '#15803d', '#7c3aed', '#6d4c41']

/** Curves over size with both axes logarithmic: a straight line at 45° is proportional growth. */
export function growthChart(title: string, curves: readonly Curve[]): string {
  const points = curves.flatMap((curve) => curve.points)
  const across = scale(
    points.map(({ x }) => x),
    MARGIN,
    WIDTH - 20,
  )
  const up = scale(
    points.map(({ y }) => y),
    HEIGHT - MARGIN,
    40,
  )
  const ticksX = decades(points.map(({ x }) => x)).map(
    (x) => `<text x="${across(x)}" y="${HEIGHT - MARGIN + 20}" text-anchor="middle">${x}</text>`,
  )
  const ticksY = decades(points.map(({ y }) => y)).map(
    (y) =>
      `<text x="${MARGIN - 8}" y="${up(y) + 4}" text-anchor="end">${y}</text><line x1="${MARGIN}" x2="${WIDTH - 20}" y1="${up(y)}" y2="${up(y)}" stroke="#ddd"/>`,
  )
  const lines = curves.map((curve, index) => {
    const colour = COLOURS[index % COLOURS.length]
    const path = curve.points.map(({ x, y }) => `${across(x)},${up(y)}`).join(' ')
    return `<polyline points="${path}" fill="none" stroke="${colour}" stroke-width="2"/><text x="${MARGIN + 10}" y="${56 + index * 18}" fill="${colour}">${curve.name}</text>`
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="12"><rect width="100%" height="100%" fill="#fff"/><text x="${MARGIN}" y="24" font-size="14">${title}</text>${ticksX.join('')}${ticksY.join('')}${lines.join('')}</svg>\n`
}

function scale(values: readonly number[], from: number, to: number): (value: number) => number {
  const marks = decades(values)
  const low = marks[0] ?? 1
  const high = marks.at(-1) ?? 10
  return (value) =>
    Math.round(
      (from + ((Math.log(value) - Math.log(low)) / (Math.log(high) - Math.log(low))) * (to - from)) * 10,
    ) / 10
}

/** Powers of ten around the values. */
function decades(values: readonly number[]): number[] {
  const first = Math.floor(Math.log10(Math.min(...values)))
  const last = Math.ceil(Math.log10(Math.max(...values)))
  return Array.from({ length: last - first + 1 }, (_unused, index) => Number(`1e${first + index}`))
}
