import type { ComparedPair } from '@yingce/contracts/metrics/calibration'
import { useTranslation } from 'react-i18next'

const LOOKS = {
  over: ['bad', '■'],
  within: ['ok', '●'],
  none: ['plain', '○'],
} as const

/** Within the tolerance, over it, or nothing to compare: a word with a shape and a colour. */
export function GapTag({ calibration }: Pick<ComparedPair['total'], 'calibration'>) {
  const { t } = useTranslation('calibration')
  const state = calibration === null ? 'none' : calibration.isOverTolerance ? 'over' : 'within'
  const [tone, shape] = LOOKS[state]
  return (
    <span className={`tag tag-${tone}`}>
      <span aria-hidden="true">{shape}</span> {t(`state.${state}`)}
    </span>
  )
}
