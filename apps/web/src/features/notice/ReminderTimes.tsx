import {
  getNoticeSetting,
  type NoticeSetting,
  updateNoticeSetting,
} from '@yingce/contracts/notice/preference'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Form, Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { call } from '../../api/call.ts'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { SaveRow } from '../../ui/SaveRow.tsx'

const NEVER = 0
const WEEK = [1, 2, 3, 4, 5, 6, 7] as const

type TimeValues = Omit<NoticeSetting, 'weeklyOn'> & { weeklyOn: number }

/** When everybody is reminded, by the clock of the workspace. */
export function ReminderTimes() {
  const { t } = useTranslation('notice')
  const client = useQueryClient()
  const standing = useQuery({
    queryKey: ['notice-setting'],
    queryFn: ({ signal }) => call(getNoticeSetting, { signal }),
  })
  const save = useMutation({
    mutationFn: (values: TimeValues) =>
      call(updateNoticeSetting, {
        body: { ...values, weeklyOn: values.weeklyOn === NEVER ? null : values.weeklyOn },
      }),
    onSuccess: (setting) => client.setQueryData(['notice-setting'], setting),
  })
  if (standing.isPending) return <div className="skeleton skeleton-card" />
  if (standing.isError) return <ProblemNote error={standing.error} />
  return (
    <section className="card" aria-labelledby="times-title">
      <div className="card-head">
        <h2 id="times-title">{t('times.title')}</h2>
        <small>{t('times.note')}</small>
      </div>
      <Form<TimeValues>
        name="notice-setting"
        layout="vertical"
        requiredMark={false}
        initialValues={{ ...standing.data, weeklyOn: standing.data.weeklyOn ?? NEVER }}
        onFinish={(values) => save.mutate(values)}
      >
        <div className="notice-times">
          <Form.Item
            name="morningAt"
            label={t('times.morningAt')}
            rules={[{ required: true, message: t('hours.needTime') }]}
          >
            <Input type="time" />
          </Form.Item>
          <Form.Item
            name="workEndsAt"
            label={t('times.workEndsAt')}
            rules={[{ required: true, message: t('hours.needTime') }]}
          >
            <Input type="time" />
          </Form.Item>
          <Form.Item name="weeklyOn" label={t('times.weeklyOn')}>
            <Select
              options={[
                ...WEEK.map((day) => ({ value: day as number, label: t(`weekday.${day}`) })),
                { value: NEVER, label: t('times.never') },
              ]}
            />
          </Form.Item>
        </div>
        <SaveRow save={save} saved={t('saved')} />
      </Form>
    </section>
  )
}
