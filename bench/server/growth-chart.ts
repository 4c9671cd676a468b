interface GrowthLine {
  readonly name: string
  readonly points: readonly { readonly tasks: number; readonly milliseconds: number }[]
}

const WIDTH = 720
const HEIGHT = 420
const LEFT = 70
const RIGHT = 190
const TOP = 30
const BOTTOM = 50
const COLOURS = ['#3d5afe', '#00897b', '#f4511e', '#8e24aa', '#6d4c41']

/** Both axes in powers of ten: work that grows with the rows is a straight rising line, work that does not is level. */
export function growthChart(lines: readonly GrowthLine[]): string {
  const points = lines.flatMap((line) => line.points)
  const [minX, maxX] = range(points.map(({ tasks }) => tasks))
  const [minY, maxY] = range(points.map(({ milliseconds }) => milliseconds))
  const x = (tasks: number): number =>
    LEFT + ((Math.log10(tasks) - minX) / (maxX - minX)) * (WIDTH - LEFT - RIGHT)
  const y = (milliseconds: number): number =>
    HEIGHT - BOTTOM - ((Math.log10(milliseconds) - minY) / (maxY - minY)) * (HEIGHT - TOP - BOTTOM)
  const parts = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="12">`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>`,
    `<text x="${LEFT}" y="18" font-size="13">Milliseconds by number of tasks in the plan</text>`,
  ]
  for (let power = minY; power <= maxY; power++) {
    const at = y(10 ** power)
    parts.push(
      `<path d="M${LEFT} ${at.toFixed(1)}H${WIDTH - RIGHT}" stroke="#ddd"/><text x="${LEFT - 8}" y="${(at + 4).toFixed(1)}" text-anchor="end">${(10 ** power).toLocaleString('en')}</text>`,
    )
  }
  for (let power = minX; power <= maxX; power++) {
    parts.push(
      `<text x="${x(10 ** power).toFixed(1)}" y="${HEIGHT - BOTTOM + 20}" text-anchor="middle">${(10 ** power).toLocaleString('en')}</text>`,
    )
  }
  lines.forEach(({ name, points: of }, index) => {
    const colour = COLOURS[index % COLOURS.length]
    const path = of
      .map(
        ({ tasks, milliseconds }, at) =>
          `${at === 0 ? 'M' : 'L'}${x(tasks).toFixed(1)} ${y(milliseconds).toFixed(1)}`,
      )
      .join('')
    parts.push(`<path d="${path}" fill="none" stroke="${colour}" stroke-width="2"/>`)
    for (const { tasks, milliseconds } of of)
      parts.push(
        `<circle cx="${x(tasks).toFixed(1)}" cy="${y(milliseconds).toFixed(1)}" r="3" fill="${colour}"/>`,
      )
    const last = of.at(-1)!
    parts.push(
      `<text x="${WIDTH - RIGHT + 10}" y="${(y(last.milliseconds) + 4).toFixed(1)}" fill="${colour}">${name}</text>`,
    )
  })
  return `${parts.join('\n')}\n</svg>\n`
}

/** Whole powers of ten around the values. */
function range(values: readonly number[]): readonly [number, number] {
  return [Math.floor(Math.log10(Math.min(...values))), Math.ceil(Math.log10(Math.max(...values)))]
}
