import type { CalibrationPair, ComparedPair } from '@yingce/contracts/metrics/calibration'
import { isMoneyMetric } from '@yingce/domain/sheets/metric-field'
import { sourceName } from '../metric-name.ts'
import { formatFen, formatNumber, formatRatio, MISSING } from '../../../ui/format.ts'

/** Money in the main unit, counts as they are. */
export function calibrationFigure(metric: CalibrationPair['metric'], value: number | null): string {
  return isMoneyMetric(metric) ? formatFen(value) : formatNumber(value, 2)
}

/** With its sign: plus where the platform counts more. */
export function gapText(calibration: ComparedPair['total']['calibration']): string {
  if (calibration === null) return MISSING
  return `${calibration.gap > 0 ? '+' : ''}${formatRatio(calibration.gap)}`
}

/** How far apart in the unit of the metric, with its sign. */
export function differenceText(
  metric: CalibrationPair['metric'],
  calibration: ComparedPair['total']['calibration'],
): string {
  if (calibration === null) return MISSING
  const { difference } = calibration
  return `${difference > 0 ? '+' : ''}${calibrationFigure(metric, difference)}`
}

/** Two sources by the names that people read: what is filled in by hand has none of its own. */
export function withSourceNames<T extends { readonly firstName: string; readonly secondName: string }>(
  item: T,
): T {
  return { ...item, firstName: sourceName(item.firstName), secondName: sourceName(item.secondName) }
}
