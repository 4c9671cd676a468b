import type { BoardPeriod } from '@yingce/contracts/board/channel-board'
import { getComparison } from '@yingce/contracts/board/comparison'
import { BOARD_DIMENSIONS, type BoardDimension } from '@yingce/domain/board/board-layout'
import { COMPARED_METRICS, type ComparedMetric, usualMetric } from '@yingce/domain/board/compare-groups'
import { isInRange } from '@yingce/domain/records/field-range'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Checkbox, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { BoundedNumber } from '../../../ui/BoundedNumber.tsx'
import { call } from '../../../api/call.ts'
import { PageLoading } from '../../../ui/PageLoading.tsx'
import { ProblemNote } from '../../../ui/ProblemNote.tsx'
import { Comparison } from './Comparison.tsx'
import { PeriodPicker } from '../period/PeriodPicker.tsx'
import '../channel/channel-board.css'

const EFFECT_PERCENT = { min: 1, max: 500 }

/**
 * Two groups of the plan's figures against each other: creatives, contents, audiences (M9). It opens on
 * the first dimension by which there are two, and counts people where they are counted.
 */
export function ComparePanel({ planId }: { planId: string }) {
  const { t } = useTranslation('boards')
  const [period, setPeriod] = useState<BoardPeriod>({})
  const [by, setBy] = useState<BoardDimension>()
  const [askedMetric, setMetric] = useState<ComparedMetric>()
  const [picked, setPicked] = useState<readonly (string | undefined)[]>([])
  const [percent, setPercent] = useState(10)
  const [isSplitEven, setSplitEven] = useState(false)
  const question = by === undefined ? period : { ...period, by }
  const board = useQuery({
    queryKey: ['plan', planId, 'comparison', question],
    queryFn: ({ signal }) => call(getComparison, { params: { planId }, query: question, signal }),
    placeholderData: keepPreviousData,
  })
  if (board.isPending) return <PageLoading />
  if (board.isError)
    return (
      <div className="page">
        <ProblemNote error={board.error} />
      </div>
    )
  const { groups, dimension } = board.data
  const chosen = [0, 1].map((place) => groups.find(({ name }) => name === picked[place]) ?? groups[place])
  const [control, variant] = chosen
  const metric =
    askedMetric ?? (control === undefined || variant === undefined ? 'ctr' : usualMetric(control, variant))
  const picker = (place: 0 | 1) => (
    <label className="share-field">
      {t(place === 0 ? 'compare.control' : 'compare.variant')}
      <Select
        className="compare-select"
        showSearch={{ optionFilterProp: 'label' }}
        value={chosen[place]?.name ?? null}
        onChange={(name: string) => setPicked(place === 0 ? [name, variant?.name] : [control?.name, name])}
        options={groups.map(({ name }) => ({
          value: name,
          label: name,
          disabled: name === chosen[1 - place]?.name,
        }))}
      />
    </label>
  )
  return (
    <div className="page stack">
      <div className="board-bar">
        <PeriodPicker board={{ ...board.data, comparedTo: null }} onChange={setPeriod} />
      </div>
      <div className="card compare-form">
        <label className="share-field">
          {t('edit.dimension')}
          <Select
            className="board-select"
            value={dimension}
            onChange={setBy}
            options={BOARD_DIMENSIONS.map((value) => ({ value, label: t(`by.${value}`) }))}
          />
        </label>
        {picker(0)}
        {picker(1)}
        <label className="share-field">
          {t('edit.metric')}
          <Select
            className="board-select"
            value={metric}
            onChange={setMetric}
            options={COMPARED_METRICS.map((value) => ({ value, label: t(`compare.metric.${value}`) }))}
          />
        </label>
        <label className="share-field">
          {t('compare.effect')}
          <BoundedNumber
            bounds={EFFECT_PERCENT}
            value={percent}
            suffix="%"
            onChange={(value) => value !== null && isInRange(value, EFFECT_PERCENT) && setPercent(value)}
          />
        </label>
        <Checkbox checked={isSplitEven} onChange={(event) => setSplitEven(event.target.checked)}>
          {t('compare.even')}
        </Checkbox>
      </div>
      {control === undefined || variant === undefined ? (
        <p className="card empty">{t('compare.tooFew', { dimension: t(`by.${dimension}`) })}</p>
      ) : (
        <Comparison
          control={control}
          variant={variant}
          design={{ metric, effect: percent / 100, isSplitEven }}
        />
      )}
    </div>
  )
}
