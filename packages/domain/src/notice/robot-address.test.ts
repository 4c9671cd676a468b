import { describe, expect, it } from 'vitest'
import { robotAddressProblem } from './robot-address.ts'
import type { AddressForm, RobotPlatform } from './robot-address.ts'

describe('notice: how a robot calls a person (X7)', () => {
  it.each<[string, RobotPlatform, AddressForm, string, string | null]>([
    ['eleven digits from 13 to 19 are a mobile number', 'dingtalk', 'mobile', '13800001111', null],
    ['twelve digits are none', 'dingtalk', 'mobile', '138000011112', 'no_mobile_number'],
    ['a landline is none', 'wecom', 'mobile', '02188886666', 'no_mobile_number'],
    ['abroad it has a plus and the country code', 'dingtalk', 'mobile', '+852-61234567', null],
    ['spaces inside are not taken', 'wecom', 'mobile', '138 0000 1111', 'no_mobile_number'],
    ['a WeCom user id may be all digits', 'wecom', 'user_id', '10086', null],
    ['and may have a dot and a hyphen', 'wecom', 'user_id', 'li.wei-2', null],
    ['but does not begin with @', 'wecom', 'user_id', '@all', 'no_robot_user'],
    ['nor mean everybody', 'wecom', 'user_id', 'ALL', 'no_robot_user'],
    ['64 characters are an id', 'dingtalk', 'user_id', 'a'.repeat(64), null],
    ['65 are not', 'dingtalk', 'user_id', 'a'.repeat(65), 'no_robot_user'],
    [
      'an open id of Feishu begins with ou_',
      'feishu',
      'user_id',
      'ou_7d8a6e6df7621556ce0d21922b676706',
      null,
    ],
    ['a user id of Feishu has letters and digits', 'feishu', 'user_id', '5b9g3c4d', null],
    ['a quote would leave the tag', 'feishu', 'user_id', 'ou_1"><at', 'no_robot_user'],
    ['Feishu is not called by mobile number', 'feishu', 'mobile', '13800001111', 'no_mobile_there'],
  ])('%s', (_rule, platform, by, value, problem) => {
    expect(robotAddressProblem(platform, { by, value })).toBe(problem)
  })
})
