import type { DayEntry } from '@yingce/contracts/my-day/my-day'
import { Link } from '@tanstack/react-router'
import { App, Button, Input } from 'antd'
import { type FormEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { fenOfText } from '../../ui/fen-of-text.ts'
import { Attachments } from '../attachment/Attachments.tsx'
import { formatDay, formatFen } from '../../ui/format.ts'
import { StatusTag } from '../../ui/StatusTag.tsx'
import { DayFigures } from './DayFigures.tsx'
import { AcceptForm } from './AcceptForm.tsx'
import {
  doneValues,
  handedInValues,
  isSpendLower,
  readInputs,
  startedValues,
  type DayInputs,
} from './day-values.ts'
import type { KeptEntry } from './kept-entries.ts'
import type { KeptPhoto } from './kept-photos.ts'
import { PostponeDialog } from './PostponeDialog.tsx'
import { WaitingPhotos } from './WaitingPhotos.tsx'

interface DayCardProps {
  item: DayEntry
  today: string
  /** What waits on the phone for this task. */
  kept: KeptEntry | null
  onEntry: (values: Readonly<Record<string, unknown>>) => Promise<void>
  /** Photos of this task that the server does not have yet. */
  photos: readonly KeptPhoto[]
  onPhoto: (file: File) => Promise<void>
  onDropPhoto: (id: string) => void
}

type Task = DayEntry['task']['values']
const TONES = {
  accept: 'warn',
  overdue: 'bad',
  due: 'warn',
  late_start: 'warn',
  starts: 'accent',
  running: 'accent',
  waiting: 'plain',
}

function inputsOf(task: Task): DayInputs {
  return {
    spent: task.spent === null ? '' : formatFen(task.spent),
    progress: task.progress === null ? '' : `${Number((task.progress * 100).toFixed(2))}%`,
    reached: task.reached ?? '',
    issue: task.issue ?? '',
    reason: '',
  }
}

/** One task of the day: how it stands, what to fill in, and the two taps that end or move it. */
export function DayCard({ item, today, kept, onEntry, photos, onPhoto, onDropPhoto }: DayCardProps) {
  const { t } = useTranslation('day')
  const { message } = App.useApp()
  const id = useId()
  const task = { ...item.task.values, ...kept?.values } as Task
  const [draft, setDraft] = useState<DayInputs | null>(null)
  const [wrong, setWrong] = useState<'spent' | 'progress' | 'reason' | null>(null)
  const [isPostponing, setPostponing] = useState(false)
  const inputs = draft ?? inputsOf(task)
  const type = (part: Partial<DayInputs>) => {
    setDraft({ ...inputs, ...part })
    setWrong(null)
  }
  const enter = async (values: Readonly<Record<string, unknown>>) => {
    setDraft(null)
    await onEntry(values)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    // A reached value that is computed may have moved while the form was open: it is not this person's to write.
    const isTyped = item.asks.includes('reached')
    const reading = readInputs(isTyped ? inputs : { ...inputs, reached: task.reached ?? '' }, task, today)
    if (!reading.ok) return setWrong(reading.field)
    if (Object.keys(reading.values).length === 0) return void message.info(t('nothingNew'))
    void enter(reading.values).then(() => message.success(t('saved')))
  }
  const lower = isSpendLower(fenOfText(inputs.spent) ?? null, task)
  const isStale = (field: string) => item.stale.find((stale) => stale.field === field)
  const label = (field: 'spent' | 'progress' | 'reached' | 'issue') => {
    const stale = isStale(field)
    return (
      <label htmlFor={`${id}-${field}`}>
        {t(`field.${field}`)}
        {stale !== undefined && (
          <span className="tag tag-warn day-stale">
            <span aria-hidden="true">▲</span>{' '}
            {t(field === 'spent' || field === 'progress' ? 'staleWorkdays' : 'staleDays', {
              count: stale.days,
            })}
          </span>
        )}
      </label>
    )
  }
  return (
    <article className="card day-card" aria-labelledby={`${id}-name`}>
      <div className="day-card-head">
        <h2 id={`${id}-name`}>
          <Link
            to="/plans/$planId/tracker"
            params={{ planId: item.planId }}
            search={{ record: item.task.id }}
          >
            {task.name}
          </Link>
        </h2>
        <span className={`tag tag-${TONES[item.reason]}`}>{t(`reason.${item.reason}`)}</span>
        {kept !== null && <span className="tag tag-warn">{t('waits')}</span>}
      </div>
      <div className="figure-note">
        {item.planName}
        {item.phaseName !== null && ` · ${item.phaseName}`}
        {task.plannedEnd !== null && ` · ${t('until', { date: formatDay(task.plannedEnd, today) })}`}
      </div>
      <DayFigures item={item} />
      {item.reason === 'waiting' && <StatusTag status="pending_acceptance" />}
      {item.reason === 'accept' && <AcceptForm item={item} today={today} onEntry={enter} />}
      {item.reason !== 'waiting' && item.reason !== 'accept' && (
        <form onSubmit={submit} noValidate>
          {task.status !== 'not_started' && (
            <>
              <div className="day-inputs">
                {item.asks.includes('spent') && (
                  <div>
                    {label('spent')}
                    <Input
                      id={`${id}-spent`}
                      inputMode="decimal"
                      value={inputs.spent}
                      onChange={(event) => type({ spent: event.target.value })}
                      {...(wrong === 'spent' ? { status: 'error' as const, 'aria-invalid': true } : {})}
                    />
                  </div>
                )}
                <div>
                  {label('progress')}
                  <Input
                    id={`${id}-progress`}
                    inputMode="decimal"
                    value={inputs.progress}
                    onChange={(event) => type({ progress: event.target.value })}
                    {...(wrong === 'progress' ? { status: 'error' as const, 'aria-invalid': true } : {})}
                  />
                </div>
                {item.asks.includes('reached') && (
                  <div>
                    {label('reached')}
                    <Input
                      id={`${id}-reached`}
                      value={inputs.reached}
                      placeholder={task.kpi ?? ''}
                      onChange={(event) => type({ reached: event.target.value })}
                    />
                  </div>
                )}
              </div>
              {lower && (
                <div>
                  <label htmlFor={`${id}-reason`}>{t('field.reason')}</label>
                  <Input
                    id={`${id}-reason`}
                    value={inputs.reason}
                    onChange={(event) => type({ reason: event.target.value })}
                    {...(wrong === 'reason' ? { status: 'error' as const, 'aria-invalid': true } : {})}
                  />
                </div>
              )}
              <div>
                {label('issue')}
                <Input.TextArea
                  id={`${id}-issue`}
                  autoSize={{ minRows: 1, maxRows: 4 }}
                  value={inputs.issue}
                  onChange={(event) => type({ issue: event.target.value })}
                />
              </div>
              {wrong !== null && (
                <p className="day-wrong" role="alert">
                  {t(`wrong.${wrong}`)}
                </p>
              )}
            </>
          )}
          {task.status !== 'not_started' && (
            <div>
              <Attachments
                planId={item.planId}
                entity="task"
                recordId={item.task.id}
                count={item.attachmentCount}
                canAdd
                onFile={onPhoto}
              />
              <WaitingPhotos photos={photos} onDrop={onDropPhoto} />
            </div>
          )}
          <div className="day-actions">
            {task.status === 'not_started' ? (
              <Button type="primary" onClick={() => void enter(startedValues(today))}>
                {t('start')}
              </Button>
            ) : (
              <>
                <Button type="primary" htmlType="submit">
                  {t('save')}
                </Button>
                {item.handsIn ? (
                  <Button onClick={() => void enter(handedInValues(task, today))}>{t('handIn')}</Button>
                ) : (
                  <Button onClick={() => void enter(doneValues(task, today))}>{t('done')}</Button>
                )}
              </>
            )}
            <Button onClick={() => setPostponing(true)}>{t('postpone')}</Button>
          </div>
        </form>
      )}
      {isPostponing && (
        <PostponeDialog
          task={task}
          today={today}
          onCancel={() => setPostponing(false)}
          onPostpone={(values) => {
            setPostponing(false)
            void enter(values)
          }}
        />
      )}
    </article>
  )
}
