import type { GroupSettings } from '@yingce/contracts/notice/channel'
import { Checkbox, Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'

type Hours = Pick<GroupSettings, 'digestAt' | 'quiet' | 'isWorkdaysOnly'>

/** The sending hours as a form has them: two empty times are no quiet hours. */
export interface HoursValues {
  digestAt: string
  quietFrom?: string
  quietTo?: string
  isWorkdaysOnly: boolean
}

export function hoursValues({ digestAt, quiet, isWorkdaysOnly }: Hours): HoursValues {
  return { digestAt, quietFrom: quiet?.from ?? '', quietTo: quiet?.to ?? '', isWorkdaysOnly }
}

export function hoursOf({ digestAt, quietFrom = '', quietTo = '', isWorkdaysOnly }: HoursValues): Hours {
  const quiet = quietFrom === '' || quietTo === '' ? null : { from: quietFrom, to: quietTo }
  return { digestAt, quiet, isWorkdaysOnly }
}

/** Times at which things may be sent: of me, or of a group. */
export function HoursFields() {
  const { t } = useTranslation('notice')
  return (
    <>
      <div className="notice-times">
        <Form.Item
          name="digestAt"
          label={t('hours.digestAt')}
          rules={[{ required: true, message: t('hours.needTime') }]}
        >
          <Input type="time" />
        </Form.Item>
        <Form.Item name="quietFrom" label={t('hours.quietFrom')}>
          <Input type="time" />
        </Form.Item>
        <Form.Item name="quietTo" label={t('hours.quietTo')}>
          <Input type="time" />
        </Form.Item>
      </div>
      <Form.Item name="isWorkdaysOnly" valuePropName="checked">
        <Checkbox>{t('hours.isWorkdaysOnly')}</Checkbox>
      </Form.Item>
    </>
  )
}
