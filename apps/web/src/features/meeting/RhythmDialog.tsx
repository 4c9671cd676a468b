import { type MeetingRhythm, setMeetingRhythm } from '@yingce/contracts/meeting/meeting'
import { MEETING_MINUTES } from '@yingce/domain/meeting/agenda'
import { useMutation } from '@tanstack/react-query'
import { Checkbox, Input, InputNumber, Modal, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../api/call.ts'
import { useAbility } from '../../api/use-session.ts'
import { ProblemNote } from '../../ui/ProblemNote.tsx'

const USUAL: readonly MeetingRhythm[] = [
  { kind: 'stand_up', days: [1, 2, 3, 4, 5], time: '09:00', minutes: MEETING_MINUTES.stand_up },
  { kind: 'weekly', days: [5], time: '16:00', minutes: MEETING_MINUTES.weekly },
  { kind: 'monthly', days: [28], time: '14:00', minutes: MEETING_MINUTES.monthly },
]

interface RhythmDialogProps {
  planId: string
  items: readonly MeetingRhythm[]
  onClose: () => void
}

/** Days and times at which the plan meets. */
export function RhythmDialog({ planId, items, onClose }: RhythmDialogProps) {
  const { t } = useTranslation('meeting')
  const canSet = useAbility('plan.update')
  const [rows, setRows] = useState(
    USUAL.map((usual) => {
      const standing = items.find(({ kind }) => kind === usual.kind)
      return { ...(standing ?? usual), isOn: standing !== undefined }
    }),
  )
  const save = useMutation({
    mutationFn: () =>
      call(setMeetingRhythm, {
        params: { planId },
        body: { items: rows.filter(({ isOn }) => isOn).map(({ isOn: _isOn, ...row }) => row) },
      }),
    onSuccess: onClose,
  })
  const change = (kind: string, part: Partial<(typeof rows)[number]>) =>
    setRows(rows.map((row) => (row.kind === kind ? { ...row, ...part } : row)))
  return (
    <Modal
      open
      title={t('rhythm.title')}
      okText={t('rhythm.save')}
      cancelText={t('rhythm.cancel')}
      okButtonProps={{ disabled: !canSet, loading: save.isPending }}
      onCancel={onClose}
      onOk={() => save.mutate()}
    >
      {rows.map(({ kind, days, time, minutes, isOn }) => (
        <fieldset key={kind} className="rhythm-row">
          <legend>
            <Checkbox checked={isOn} onChange={(event) => change(kind, { isOn: event.target.checked })}>
              {t(`open.${kind}`)}
            </Checkbox>
          </legend>
          <Select
            mode="multiple"
            aria-label={t('rhythm.days')}
            value={[...days]}
            onChange={(value: number[]) => change(kind, { days: value })}
            options={Array.from({ length: kind === 'monthly' ? 31 : 7 }, (_unused, index) => ({
              value: index + 1,
              label: t(kind === 'monthly' ? 'rhythm.monthDay' : `rhythm.day.${index + 1}`, {
                day: index + 1,
              }),
            }))}
          />
          <Input
            type="time"
            aria-label={t('rhythm.time')}
            value={time}
            onChange={(event) => change(kind, { time: event.target.value })}
          />
          <InputNumber
            aria-label={t('rhythm.minutes')}
            min={5}
            max={480}
            value={minutes}
            suffix={t('rhythm.unit')}
            onChange={(value) => change(kind, { minutes: value ?? minutes })}
          />
        </fieldset>
      ))}
      {save.isError && <ProblemNote error={save.error} />}
    </Modal>
  )
}
