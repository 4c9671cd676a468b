import type { ChannelType } from '@yingce/contracts/notice/channel'
import { DINGTALK_ADDRESS } from '../../connectors/dingtalk/dingtalk.ts'
import { FEISHU_ADDRESS } from '../../connectors/feishu/feishu.ts'
import type { Outbound } from '../../connectors/outbound/outbound.ts'
import { WECOM_ADDRESS } from '../../connectors/wecom/wecom.ts'
import { ruleViolated } from '../../http/refusal.ts'

interface PlatformAddress {
  readonly host: string
  readonly path: RegExp
  /** Parameter that holds the robot's key; null: it is in the path. */
  readonly query: string | null
}

const PLATFORMS: Readonly<Partial<Record<ChannelType, PlatformAddress>>> = {
  wecom: WECOM_ADDRESS,
  dingtalk: DINGTALK_ADDRESS,
  feishu: FEISHU_ADDRESS,
}
const SHOWN_CHARACTERS = 4

/**
 * Checks the address of a robot as it was pasted: of the platform itself, or of
 * a host that the operator named (a private deployment).
 *
 * @returns the address as it is kept
 * @throws Refusal `rule_violated` at `body.url`
 */
export function requireAddress(
  type: ChannelType,
  text: string | undefined,
  outbound: Pick<Outbound, 'isNamed'>,
): string {
  const url = text !== undefined && URL.canParse(text) ? new URL(text) : null
  const platform = PLATFORMS[type]
  const isNamed = url !== null && outbound.isNamed(url.hostname)
  if (url === null || !['https:', 'http:'].includes(url.protocol) || (url.protocol === 'http:' && !isNamed))
    throw ruleViolated('body.url', 'no_web_address', 'A whole address that begins with https://')
  if (platform === undefined) return url.href
  const isPlatform = url.hostname === platform.host || isNamed
  const hasKey = platform.query === null || (url.searchParams.get(platform.query) ?? '') !== ''
  if (!isPlatform || !platform.path.test(url.pathname) || !hasKey) {
    throw ruleViolated(
      'body.url',
      'no_robot_address',
      `The robot's address begins with https://${platform.host}/ and is copied whole from its settings`,
      { host: platform.host },
    )
  }
  return url.href
}

/** What is shown of an address: its host and its last characters. */
export function maskedAddress(address: string): string {
  return `${new URL(address).hostname} …${address.slice(-SHOWN_CHARACTERS)}`
}
