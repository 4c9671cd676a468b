import { upsertMetricFacts } from '@yingce/contracts/metrics/metric-facts'
import { addDays } from '@yingce/domain/calendar/date-arithmetic'
import { describe, expect, test } from 'vitest'
import type { Person } from '../../../testing/test-server.ts'
import { eachInOwnWorkspace, importMetrics, query } from '../metrics.fixture.ts'

let owner: Person
eachInOwnWorkspace((given) => ({ owner } = given))

const CAMPAIGNS = 500
const DAYS = 100

interface Total {
  clicks: number
  cost: number
  /** Over the rows that have both. */
  costOfBoth: number
  clicksOfBoth: number
}

/** Fifty thousand facts, each a row of its own; every seventh has no cost, every eleventh no clicks. */
function manyFacts(): { csv: string; totals: Map<string, Total> } {
  const lines = ['date,campaign,clicks,cost']
  const totals = new Map<string, Total>()
  for (let campaign = 0; campaign < CAMPAIGNS; campaign++) {
    const total = { clicks: 0, cost: 0, costOfBoth: 0, clicksOfBoth: 0 }
    for (let day = 0; day < DAYS; day++) {
      const at = campaign * DAYS + day
      const clicks = at % 11 === 0 ? null : (at % 97) + 1
      const cost = at % 7 === 0 ? null : (at % 89) + 1
      lines.push([addDays('2025-03-01', day), `计划${campaign}`, clicks ?? '', cost ?? ''].join())
      total.clicks += clicks ?? 0
      total.cost += (cost ?? 0) * 100
      if (clicks === null || cost === null) continue
      total.costOfBoth += cost * 100
      total.clicksOfBoth += clicks
    }
    totals.set(`计划${campaign}`, total)
  }
  return { csv: [...lines, ''].join('\n'), totals }
}

const byCampaign = async () =>
  new Map(
    (await query(owner, { metrics: ['clicks', 'cost', 'cpc'], groupBy: ['campaign'] })).map(
      ({ names, values }) => [names['campaign'], values],
    ),
  )

const figuresOf = ({ clicks, cost, costOfBoth, clicksOfBoth }: Total) => ({
  clicks,
  cost,
  cpc: expect.closeTo(costOfBoth / clicksOfBoth, 9) as number,
})

describe('M1, M2: a question by campaign over 50,000 facts', () => {
  test('adds up each of them, and takes ratios over those that have both parts', async () => {
    const { csv, totals } = manyFacts()
    await importMetrics(owner, 'a.csv', csv, { source: '投放' })
    const found = await byCampaign()
    expect(found.size).toBe(CAMPAIGNS)
    for (const [campaign, total] of totals) expect(found.get(campaign)).toEqual(figuresOf(total))
    // Of two hours of a day one has the clicks and one the cost: together they are a row that has both.
    const keys = { campaign: '计划3' }
    const { problem } = await owner.call(upsertMetricFacts, {
      body: {
        source: '投放',
        rows: [
          { day: '2025-07-01', hour: 5, keys, values: { clicks: 40 } },
          { day: '2025-07-01', hour: 6, keys, values: { cost: 8000 } },
        ],
      },
    })
    expect(problem).toBeUndefined()
    const total = totals.get('计划3')!
    expect((await byCampaign()).get('计划3')).toEqual(
      figuresOf({
        clicks: total.clicks + 40,
        cost: total.cost + 8000,
        clicksOfBoth: total.clicksOfBoth + 40,
        costOfBoth: total.costOfBoth + 8000,
      }),
    )
  })
})
