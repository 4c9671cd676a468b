import { type BoardPeriod, getChannelBoard } from '@yingce/contracts/board/channel-board'
import { BOARD_DIMENSIONS, type BoardDimension } from '@yingce/domain/board/board-layout'
import { COMPARED_METRICS, type ComparedMetric } from '@yingce/domain/board/compare-groups'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Checkbox, InputNumber, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../api/call.ts'
import { PageLoading } from '../../ui/PageLoading.tsx'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { Comparison } from './Comparison.tsx'
import { PeriodPicker } from './PeriodPicker.tsx'
import './channel-board.css'

/** Two groups of the plan's figures against each other: creatives, contents, audiences (M9). */
export function ComparePanel({ planId }: { planId: string }) {
  const { t } = useTranslation('boards')
  const [period, setPeriod] = useState<BoardPeriod>({})
  const [by, setBy] = useState<BoardDimension>('content')
  const [metric, setMetric] = useState<ComparedMetric>('ctr')
  const [picked, setPicked] = useState<readonly (string | undefined)[]>([])
  const [percent, setPercent] = useState(10)
  const [isSplitEven, setSplitEven] = useState(false)
  const board = useQuery({
    queryKey: ['plan', planId, 'channel-board', { ...period, by }],
    queryFn: ({ signal }) => call(getChannelBoard, { params: { planId }, query: { ...period, by }, signal }),
    placeholderData: keepPreviousData,
  })
  if (board.isPending) return <PageLoading />
  if (board.isError)
    return (
      <div className="page">
        <ProblemNote error={board.error} />
      </div>
    )
  const groups = board.data.channels
  const chosen = [0, 1].map(
    (place) => groups.find(({ channel }) => channel === picked[place]) ?? groups[place],
  )
  const [control, variant] = chosen
  const picker = (place: 0 | 1) => (
    <label className="share-field">
      {t(place === 0 ? 'compare.control' : 'compare.variant')}
      <Select
        className="compare-select"
        showSearch={{ optionFilterProp: 'label' }}
        value={chosen[place]?.channel ?? null}
        onChange={(name: string) =>
          setPicked(place === 0 ? [name, variant?.channel] : [control?.channel, name])
        }
        options={groups.map(({ channel }) => ({
          value: channel,
          label: channel || t('noGroup'),
          disabled: channel === chosen[1 - place]?.channel,
        }))}
      />
    </label>
  )
  return (
    <div className="page stack">
      <div className="board-bar">
        <PeriodPicker board={board.data} onChange={setPeriod} />
      </div>
      <div className="card compare-form">
        <label className="share-field">
          {t('edit.dimension')}
          <Select
            className="board-select"
            value={by}
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
            options={COMPARED_METRICS.map((value) => ({ value, label: t(`metric.${value}`) }))}
          />
        </label>
        <label className="share-field">
          {t('compare.effect')}
          <InputNumber
            min={1}
            max={500}
            value={percent}
            suffix="%"
            onChange={(value) => value !== null && setPercent(value)}
          />
        </label>
        <Checkbox checked={isSplitEven} onChange={(event) => setSplitEven(event.target.checked)}>
          {t('compare.even')}
        </Checkbox>
      </div>
      {control === undefined || variant === undefined ? (
        <p className="card empty">{t('compare.tooFew', { dimension: t(`by.${by}`) })}</p>
      ) : (
        <Comparison
          control={{ name: control.channel || t('noGroup'), values: control.values }}
          variant={{ name: variant.channel || t('noGroup'), values: variant.values }}
          design={{ metric, effect: percent / 100, isSplitEven }}
        />
      )}
    </div>
  )
}
