import { MEETING_LENGTH, MeetingRhythm, setMeetingRhythm } from '@yingce/contracts/meeting/meeting'
import { MEETING_MINUTES } from '@yingce/domain/meeting/agenda'
import { useMutation } from '@tanstack/react-query'
import { Checkbox, Input, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { BoundedNumber } from '../../ui/BoundedNumber.tsx'
import { call } from '../../api/call.ts'
import { useAbility } from '../../api/use-session.ts'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { Dialog } from '../../ui/Dialog.tsx'

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
  const body = { items: rows.filter(({ isOn }) => isOn).map(({ isOn: _isOn, ...row }) => row) }
  const save = useMutation({
    mutationFn: () => call(setMeetingRhythm, { params: { planId }, body }),
    onSuccess: onClose,
  })
  // What the server would refuse is said at its field.
  const isSound = body.items.every((item) => MeetingRhythm.safeParse(item).success)
  const change = (kind: string, part: Partial<(typeof rows)[number]>) =>
    setRows(rows.map((row) => (row.kind === kind ? { ...row, ...part } : row)))
  return (
    <Dialog
      title={t('rhythm.title')}
      okText={t('rhythm.save')}
      cancelText={t('rhythm.cancel')}
      okButtonProps={{ disabled: !canSet || !isSound, loading: save.isPending }}
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
          <BoundedNumber
            aria-label={t('rhythm.minutes')}
            bounds={MEETING_LENGTH}
            value={minutes}
            suffix={t('rhythm.unit')}
            onChange={(value) => change(kind, { minutes: value ?? minutes })}
          />
          {isOn && (days.length === 0 || time === '') && (
            <span className="bounded-wrong" role="alert">
              {t(days.length === 0 ? 'rhythm.noDays' : 'rhythm.noTime')}
            </span>
          )}
        </fieldset>
      ))}
      {save.isError && <ProblemNote error={save.error} />}
    </Dialog>
  )
}
