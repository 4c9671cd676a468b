import { describe, expect, test } from 'vitest'
import { DEFAULT_POLICY } from '../../objective/status-policy.ts'
import { effectReviewRows } from './effect-review-rows.ts'

const ROW = {
  strategy: '达人种草',
  target: '曝光量500万',
  actual: '480万',
  statedAttainment: null,
  gap: null,
  improvement: '加投',
  owner: '甲',
  reviewDate: '2025-07-01',
}

describe('R2: rows of the effect review', () => {
  test.each([
    ['曝光量500万', '480万', 0.96, 'missed'],
    ['转化率2%', '1.5%', 0.75, 'missed'],
    ['转化率≥5%', '6.2%', 1.24, 'met'],
  ])('target %s, actual %s: attainment %d, %s', (target, actual, attainment, status) => {
    const [row] = effectReviewRows([{ ...ROW, target, actual }], '2025-06-20', DEFAULT_POLICY)
    expect(row?.attainment).toBeCloseTo(attainment, 10)
    expect(row?.status).toBe(status)
  })

  test('two targets of a cell are two rows; without a target or a result there is no figure', () => {
    const two = effectReviewRows(
      [{ ...ROW, target: '阅读量≥5万,点赞≥1万', actual: '阅读量6万,点赞0.8万' }],
      '2025-06-20',
      DEFAULT_POLICY,
    )
    expect(two.map(({ status }) => status)).toEqual(['met', 'missed'])
    expect(two.map(({ actualText }) => actualText)).toEqual(['6万', '0.8万'])
    expect(effectReviewRows([{ ...ROW, target: null }], '2025-06-20', DEFAULT_POLICY)).toMatchObject([
      { targetText: '—', attainment: null, status: 'no_data' },
    ])
    expect(effectReviewRows([{ ...ROW, actual: null }], '2025-06-20', DEFAULT_POLICY)[0]?.status).toBe(
      'no_data',
    )
  })
})
