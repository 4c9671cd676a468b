import { compareGroups, type ComparedGroup, type ComparisonDesign } from '@yingce/domain/board/compare-groups'
import { wilsonInterval } from '@yingce/domain/experiment/compare-rates'
import type { JudgedTest } from '@yingce/domain/experiment/judge-test'
import { useTranslation } from 'react-i18next'
import { formatFixed, formatNumber, formatRatio } from '../../../ui/format.ts'
import { DifferenceInterval } from './DifferenceInterval.tsx'

interface ComparisonProps {
  control: ComparedGroup
  variant: ComparedGroup
  design: ComparisonDesign
}

/** Tone of a verdict: by word first, the colour only repeats it. */
function toneOf({ verdict }: JudgedTest): string {
  switch (verdict.kind) {
    case 'winner':
      return 'tag tag-ok'
    case 'control_wins':
    case 'split_broken':
      return 'tag tag-bad'
    case 'no_difference':
    case 'not_enough_data':
      return 'tag'
  }
}

/** The verdict as a sentence, the interval of the difference drawn, and both groups with their counts. */
export function Comparison({ control, variant, design }: ComparisonProps) {
  const { t } = useTranslation('boards')
  const found = compareGroups(control, variant, design)
  if (typeof found === 'string')
    return (
      <p className="card empty">
        {t(`compare.gap.${found}`, { metric: t(`compare.metric.${design.metric}`) })}
      </p>
    )
  const { judged, needed, people, conversions, unit, done } = found
  const { verdict } = judged
  const [result] = judged.variants
  const said = {
    control: control.name,
    variant: variant.name,
    metric: t(`compare.metric.${design.metric}`),
    unit: t(`compare.unit.${unit}`),
    done: t(`compare.done.${done}`),
    needed: formatNumber(needed),
    people: formatNumber(Math.min(...people)),
    effect: formatRatio(design.effect),
    rate: formatRatio(judged.control.rate, 2),
    other: formatRatio(result?.rate ?? null, 2),
    lift: formatRatio(result?.lift === undefined || result.lift === null ? null : Math.abs(result.lift)),
  }
  const kind = verdict.kind === 'not_enough_data' ? `${verdict.kind}.${verdict.reason}` : verdict.kind
  return (
    <section className="card stack" aria-label={t('compare.result')}>
      <p className="compare-verdict" role="status">
        <span className={toneOf(judged)}>{t(`compare.short.${verdict.kind}`)}</span>{' '}
        {t(`compare.verdict.${kind}`, said)}
      </p>
      <p className="figure-note">
        {t(unit === 'visitors' || unit === 'users' ? 'compare.ofPeople' : 'compare.ofCounts', said)}
        {unit !== 'visitors' &&
          unit !== 'users' &&
          (control.isPeopleSplit || variant.isPeopleSplit) &&
          ` ${t('compare.peopleSplit')}`}
      </p>
      {judged.warnings.map((warning) => (
        <p key={warning} className="figure-note">
          {t(`compare.warning.${warning}`)}
        </p>
      ))}
      {result !== undefined && (
        <DifferenceInterval
          difference={result.difference}
          interval={result.interval}
          label={t('compare.interval', {
            ...said,
            difference: formatFixed(result.difference * 100),
            low: formatFixed(result.interval.low * 100),
            high: formatFixed(result.interval.high * 100),
          })}
        />
      )}
      <div className="table-scroll" tabIndex={0} role="region" aria-label={t('compare.groups')}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t('compare.group')}</th>
              {[said.unit, said.done, said.metric, t('compare.range')].map((name) => (
                <th key={name} scope="col" className="number">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {[control, variant].map(({ name }, place) => {
              const outcome = { people: people[place] ?? 0, conversions: conversions[place] ?? 0 }
              const range = outcome.people === 0 ? null : wilsonInterval(outcome, 1 - judged.alpha)
              return (
                <tr key={name}>
                  <th scope="row">{name}</th>
                  <td className="number">{formatNumber(outcome.people)}</td>
                  <td className="number">{formatNumber(outcome.conversions)}</td>
                  <td className="number">
                    {formatRatio(outcome.people === 0 ? null : outcome.conversions / outcome.people, 2)}
                  </td>
                  <td className="number">
                    {range === null ? '—' : `${formatRatio(range.low, 2)} – ${formatRatio(range.high, 2)}`}
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
      <p className="figure-note">
        {needed === null ? t('compare.noSize') : t('compare.size', said)}
        {!design.isSplitEven && ` ${t('compare.notRandom')}`}
      </p>
    </section>
  )
}
