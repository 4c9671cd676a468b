import type { DayEntry } from '@yingce/contracts/my-day/my-day'
import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Attachments } from '../attachment/Attachments.tsx'
import { doneValues, returnedValues } from './day-values.ts'

interface AcceptFormProps {
  item: DayEntry
  today: string
  onEntry: (values: Readonly<Record<string, unknown>>) => Promise<void>
}

/** What was handed in beside what it is held against, and the two answers to it; sending back says why. */
export function AcceptForm({ item, today, onEntry }: AcceptFormProps) {
  const { t } = useTranslation('day')
  const id = useId()
  const [reason, setReason] = useState<string | null>(null)
  const [isMissing, setMissing] = useState(false)
  const { values: task } = item.task
  const facts = [
    ['owner', task.owner],
    ['standard', task.standard],
    ['reached', task.reached],
    ['remark', task.remark],
  ] as const
  const sendBack = () => {
    const text = (reason ?? '').trim()
    if (text === '') return setMissing(true)
    void onEntry(returnedValues(task, t('returnLine', { date: today, reason: text })))
  }
  return (
    <div className="day-accept">
      <dl>
        {facts
          .filter(([, text]) => (text ?? '') !== '')
          .map(([field, text]) => (
            <div key={field}>
              <dt>{t(`accept.${field}`)}</dt>
              <dd>{text}</dd>
            </div>
          ))}
      </dl>
      <Attachments
        planId={item.planId}
        entity="task"
        recordId={item.task.id}
        count={item.attachmentCount}
        canAdd={false}
      />
      {reason !== null && (
        <div>
          <label htmlFor={`${id}-reason`}>{t('accept.why')}</label>
          <Input.TextArea
            id={`${id}-reason`}
            autoFocus
            autoSize={{ minRows: 1, maxRows: 4 }}
            value={reason}
            onChange={(event) => {
              setReason(event.target.value)
              setMissing(false)
            }}
            {...(isMissing ? { status: 'error' as const, 'aria-invalid': true } : {})}
          />
          {isMissing && (
            <p className="day-wrong" role="alert">
              {t('wrong.return')}
            </p>
          )}
        </div>
      )}
      <div className="day-actions">
        {reason === null ? (
          <>
            <Button type="primary" onClick={() => void onEntry(doneValues(task, today))}>
              {t('accept.accept')}
            </Button>
            <Button onClick={() => setReason('')}>{t('accept.return')}</Button>
          </>
        ) : (
          <>
            <Button type="primary" onClick={sendBack}>
              {t('accept.return')}
            </Button>
            <Button onClick={() => setReason(null)}>{t('cancel')}</Button>
          </>
        )}
      </div>
    </div>
  )
}
