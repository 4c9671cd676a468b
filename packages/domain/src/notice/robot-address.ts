/** Platforms whose group robots can call a person of the group. */
export const ROBOT_PLATFORMS = ['wecom', 'dingtalk', 'feishu'] as const
export type RobotPlatform = (typeof ROBOT_PLATFORMS)[number]

export const ADDRESS_FORMS = ['user_id', 'mobile'] as const
export type AddressForm = (typeof ADDRESS_FORMS)[number]

/** How a platform's robot calls one person of its group. */
export interface RobotAddress {
  readonly by: AddressForm
  readonly value: string
}

/** One address for each platform; null: there the robot says the name and calls nobody. */
export type RobotAddresses = Readonly<Record<RobotPlatform, RobotAddress | null>>

/** Feishu's custom robots know no mobile numbers. */
export const FORMS_OF_PLATFORM: Readonly<Record<RobotPlatform, readonly AddressForm[]>> = {
  wecom: ['user_id', 'mobile'],
  dingtalk: ['mobile', 'user_id'],
  feishu: ['user_id'],
}

/** Eleven digits in mainland China, elsewhere `+` and country code, with or without a hyphen after it. */
const MOBILE = /^(1[3-9]\d{9}|\+\d{1,4}-?\d{5,14})$/
/** Ids that companies give: letters, digits and `_ - . @`, beginning with a letter or digit. */
const COMPANY_ID = /^[A-Za-z0-9][\w.@-]{0,63}$/
/** `ou_…` (open id) or the company's own user id; neither has other signs. */
const FEISHU_ID = /^(ou_[A-Za-z0-9]{8,64}|[A-Za-z0-9]{1,64})$/
/** Each platform calls the whole group by this word. */
const EVERYBODY = 'all'

export type AddressProblem = 'no_mobile_number' | 'no_robot_user' | 'no_mobile_there'

/**
 * Why a platform's robot could not call this person, or null where it can. What
 * passes holds no quotes, spaces or angle brackets, so it can stand in any of the
 * platforms' formats, and never means everybody.
 *
 * Source: developer.work.weixin.qq.com/document/path/91770 and /90195 (WeCom's
 * user ids), the custom-robot manuals of DingTalk and Feishu.
 */
export function robotAddressProblem(
  platform: RobotPlatform,
  { by, value }: RobotAddress,
): AddressProblem | null {
  if (!FORMS_OF_PLATFORM[platform].includes(by)) return 'no_mobile_there'
  if (by === 'mobile') return MOBILE.test(value) ? null : 'no_mobile_number'
  const isId = (platform === 'feishu' ? FEISHU_ID : COMPANY_ID).test(value)
  return isId && value.toLowerCase() !== EVERYBODY ? null : 'no_robot_user'
}
