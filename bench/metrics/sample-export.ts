const DAYS = 365
const CHANNELS = 20

/** Numbers that look random and are the same in every run. */
function* numbers(): Generator<number> {
  let state = 12_345
  for (;;) {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31
    yield state
  }
}

/** An export of a platform: a year of days, 20 channels, as many campaigns as the rows need, five figures each. */
export function sampleExport(rows: number, year: number): Buffer {
  const next = numbers()
  const number = (below: number): number => Number(next.next().value) % below
  const perDay = Math.ceil(rows / DAYS)
  const lines = ['日期,渠道,计划ID,计划名称,展示数,点击数,消耗,转化数,成交金额']
  for (let row = 0; row < rows; row++) {
    const day = new Date(Date.UTC(year, 0, 1 + Math.floor(row / perDay))).toISOString().slice(0, 10)
    const campaign = row % perDay
    const impressions = 100 + number(90_000)
    const clicks = number(Math.ceil(impressions / 20))
    const cost = (clicks * number(300)) / 100
    lines.push(
      `${day},渠道${campaign % CHANNELS},18345678901${String(campaign).padStart(8, '0')},计划${campaign},${impressions},${clicks},${cost.toFixed(2)},${number(clicks + 1)},${(cost * 3).toFixed(2)}`,
    )
  }
  return Buffer.from(`${lines.join('\n')}\n`)
}
