import {
  getNoticePreference,
  type NoticePreferenceBody,
  updateNoticePreference,
} from '@yingce/contracts/notice/preference'
import { sendTestNotice } from '@yingce/contracts/notice/notice'
import { NOTICE_MODES, OFFERED_NOTICE_KINDS } from '@yingce/domain/notice/notice-kinds'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Checkbox, Form, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { call } from '../../api/call.ts'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { SaveRow } from '../../ui/SaveRow.tsx'
import { HoursFields, type HoursValues, hoursOf, hoursValues } from './HoursFields.tsx'
import { addressesOf, type AddressValues, addressValues, RobotFields } from './RobotFields.tsx'

type PreferenceValues = HoursValues &
  Pick<NoticePreferenceBody, 'locale' | 'kinds'> & {
    addresses: AddressValues
    /** Empty: none. */
    personalRobot: string
  }

/** What I want to hear, in the inbox, by mail and by a group's robot that calls me, and when. */
export function PreferenceForm() {
  const { t } = useTranslation('notice')
  const client = useQueryClient()
  const [form] = Form.useForm<PreferenceValues>()
  const robot = Form.useWatch('personalRobot', form) ?? ''
  const standing = useQuery({
    queryKey: ['notice-preference'],
    queryFn: ({ signal }) => call(getNoticePreference, { signal }),
  })
  const save = useMutation({
    mutationFn: ({ locale, kinds, addresses, personalRobot, ...hours }: PreferenceValues) =>
      call(updateNoticePreference, {
        body: {
          locale,
          kinds,
          addresses: addressesOf(addresses),
          personalRobot: personalRobot === '' ? null : personalRobot,
          ...hoursOf(hours),
        },
      }),
    onSuccess: (view) => client.setQueryData(['notice-preference'], view),
  })
  const test = useMutation({
    mutationFn: () => call(sendTestNotice, {}),
    onSuccess: () => client.invalidateQueries({ queryKey: ['notices'] }),
  })
  if (standing.isPending) return <div className="skeleton skeleton-block" />
  if (standing.isError) return <ProblemNote error={standing.error} />
  const { preference, hasMail, email, robots } = standing.data
  return (
    <section className="card" aria-labelledby="preference-title">
      <div className="card-head">
        <h2 id="preference-title">{t('preference.title')}</h2>
        <small>{hasMail ? t('preference.mailTo', { email }) : t('preference.noMail')}</small>
      </div>
      <Form<PreferenceValues>
        form={form}
        name="notice-preference"
        layout="vertical"
        requiredMark={false}
        initialValues={{
          ...hoursValues(preference),
          locale: preference.locale,
          kinds: preference.kinds,
          addresses: addressValues(preference.addresses),
          personalRobot: preference.personalRobot ?? '',
        }}
        // Also what is not shown: kinds that are not offered, robots while none is chosen.
        onFinish={() => save.mutate(form.getFieldsValue(true) as PreferenceValues)}
      >
        <div className="table-scroll" tabIndex={0} role="group" aria-labelledby="preference-title">
          <table className="table notice-kinds">
            <thead>
              <tr>
                <th scope="col">{t('preference.kind')}</th>
                <th scope="col">{t('preference.inbox')}</th>
                <th scope="col">{t('preference.mail')}</th>
                {robot !== '' && <th scope="col">{t('robot.column')}</th>}
              </tr>
            </thead>
            <tbody>
              {OFFERED_NOTICE_KINDS.map((kind) => (
                <tr key={kind}>
                  <td>{t(`kind.${kind}`)}</td>
                  <td>
                    <Form.Item name={['kinds', kind, 'isInInbox']} valuePropName="checked" noStyle>
                      <Checkbox aria-label={t('preference.inboxOf', { kind: t(`kind.${kind}`) })} />
                    </Form.Item>
                  </td>
                  <td>
                    <Form.Item name={['kinds', kind, 'mail']} noStyle>
                      <Select
                        className="notice-mode"
                        aria-label={t('preference.mailOf', { kind: t(`kind.${kind}`) })}
                        options={NOTICE_MODES.map((value) => ({ value, label: t(`mode.${value}`) }))}
                      />
                    </Form.Item>
                  </td>
                  {robot !== '' && (
                    <td>
                      <Form.Item name={['kinds', kind, 'robot']} noStyle>
                        <Select
                          className="notice-mode"
                          aria-label={t('robot.of', { kind: t(`kind.${kind}`) })}
                          options={NOTICE_MODES.map((value) => ({ value, label: t(`mode.${value}`) }))}
                        />
                      </Form.Item>
                    </td>
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        <p className="figure-note">{t('preference.criticalNote')}</p>
        <HoursFields />
        <RobotFields robots={robots} />
        <Form.Item name="locale" label={t('preference.locale')}>
          <Select
            options={[
              { value: 'zh-CN', label: '中文' },
              { value: 'en', label: 'English' },
            ]}
          />
        </Form.Item>
        <SaveRow save={save} saved={t('saved')} isPrimary>
          {' '}
          <Button loading={test.isPending} onClick={() => test.mutate()}>
            {t('preference.test')}
          </Button>
          {test.isError && <ProblemNote error={test.error} />}
        </SaveRow>
      </Form>
    </section>
  )
}
