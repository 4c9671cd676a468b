import { describe, expect, test } from 'vitest'
import { HAS_NUMERAL, NUMERAL } from './numeral.ts'

const WHOLE = new RegExp(`^${NUMERAL}$`, 'iu')

describe('what is looked for first finds every numeral', () => {
  test.each(['5', '50,000', '1.5万', '1亿2000万', '3万5000', '500k', '2 million', '五百万', '两千', '十万'])(
    '%s is a numeral, or none where it is not found',
    (text) => {
      expect(HAS_NUMERAL.test(`约${text}人`)).toBe(WHOLE.test(text))
    },
  )

  test.each(['提升新品认知', '每天三次', '不少于上月', 'at least as many as last year'])(
    '"%s" has none, whatever it begins with',
    (text) => {
      expect(HAS_NUMERAL.test(text)).toBe(false)
    },
  )
})
