import type { getNoticePreference, NoticePreferenceBody } from '@yingce/contracts/notice/preference'
import type { AnswerOf } from '@yingce/contracts/route'
import {
  ADDRESS_FORMS,
  type AddressForm,
  FORMS_OF_PLATFORM,
  ROBOT_PLATFORMS,
  robotAddressProblem,
  type RobotPlatform,
} from '@yingce/domain/notice/robot-address'
import { Form, Input, Select, Space } from 'antd'
import { useTranslation } from 'react-i18next'

/** An address as the form has it: an empty value is none. */
export type AddressValues = Record<RobotPlatform, { by: AddressForm; value: string }>

type Addresses = NoticePreferenceBody['addresses']
type Robots = AnswerOf<typeof getNoticePreference>['robots']

const NO_ROBOT = ''

export function addressValues(addresses: Addresses): AddressValues {
  return Object.fromEntries(
    ROBOT_PLATFORMS.map((platform) => [
      platform,
      addresses[platform] ?? { by: FORMS_OF_PLATFORM[platform][0] ?? ADDRESS_FORMS[0], value: '' },
    ]),
  ) as AddressValues
}

export function addressesOf(values: AddressValues): Addresses {
  const one = (platform: RobotPlatform) => {
    const { by, value } = values[platform]
    return value.trim() === '' ? null : { by, value: value.trim() }
  }
  return { wecom: one('wecom'), dingtalk: one('dingtalk'), feishu: one('feishu') }
}

/** How the robots of each platform call me, and whether one of them tells me what is for me alone. */
export function RobotFields({ robots }: { robots: Robots }) {
  const { t } = useTranslation('notice')
  return (
    <fieldset className="notice-robots">
      <legend>{t('robot.title')}</legend>
      <p className="figure-note">{t('robot.note')}</p>
      <div className="notice-times">
        {ROBOT_PLATFORMS.map((platform) => (
          <AddressField key={platform} platform={platform} />
        ))}
      </div>
      <Form.Item
        name="personalRobot"
        label={t('robot.personal')}
        extra={robots.length === 0 ? t('robot.none') : t('robot.personalNote')}
        dependencies={ROBOT_PLATFORMS.map((platform) => ['addresses', platform, 'value'])}
        rules={[
          ({ getFieldValue }) => ({
            validator(_rule, id: string) {
              const platform = robots.find((robot) => robot.id === id)?.platform
              const isNamed =
                platform === undefined || getFieldValue(['addresses', platform, 'value']).trim() !== ''
              return isNamed
                ? Promise.resolve()
                : Promise.reject(new Error(t('errors:issue.no_address_there')))
            },
          }),
        ]}
      >
        <Select
          disabled={robots.length === 0}
          options={[
            { value: NO_ROBOT, label: t('robot.nobody') },
            ...robots.map(({ id, platform, name }) => ({
              value: id,
              label: `${name} · ${t(`robot.platform.${platform}`)}`,
            })),
          ]}
        />
      </Form.Item>
    </fieldset>
  )
}

function AddressField({ platform }: { platform: RobotPlatform }) {
  const { t } = useTranslation('notice')
  const forms = FORMS_OF_PLATFORM[platform]
  const name = t(`robot.platform.${platform}`)
  return (
    <Form.Item label={name} htmlFor={`notice-preference_addresses_${platform}_value`}>
      <Space.Compact block>
        <Form.Item name={['addresses', platform, 'by']} noStyle>
          <Select
            className="notice-address-form"
            aria-label={t('robot.formOf', { name })}
            disabled={forms.length === 1}
            options={forms.map((value) => ({ value, label: t(`robot.form.${value}`) }))}
          />
        </Form.Item>
        <Form.Item
          name={['addresses', platform, 'value']}
          noStyle
          dependencies={[['addresses', platform, 'by']]}
          rules={[
            ({ getFieldValue }) => ({
              validator(_rule, value: string) {
                const by = getFieldValue(['addresses', platform, 'by']) as AddressForm
                const text = value.trim()
                const problem = text === '' ? null : robotAddressProblem(platform, { by, value: text })
                return problem === null
                  ? Promise.resolve()
                  : Promise.reject(new Error(t(`errors:issue.${problem}`)))
              },
            }),
          ]}
        >
          <Input autoComplete="off" maxLength={80} placeholder={t(`robot.example.${platform}`)} />
        </Form.Item>
      </Space.Compact>
    </Form.Item>
  )
}
