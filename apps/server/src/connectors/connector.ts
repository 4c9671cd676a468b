import type { NoticeSeverity } from '@yingce/domain/notice/notice-kinds'
import type { RobotAddress } from '@yingce/domain/notice/robot-address'
import type { Outbound } from './outbound/outbound.ts'

/** A message ready to leave; links are whole addresses. */
export interface OutgoingMessage {
  /** The same at every try. */
  readonly deliveryId: string
  readonly title: string
  readonly lines: readonly { readonly text: string; readonly link: string | null }[]
  /** null: the address of this server is not known (PUBLIC_URL). */
  readonly link: string | null
  /** Words on the link. */
  readonly linkText: string
  readonly severity: NoticeSeverity
  /** People of the group whom a robot calls; others take no notice of them. */
  readonly mentions: readonly Mention[]
}

/** Somebody with the address that the platform knows them by. */
export interface Mention extends RobotAddress {
  readonly name: string
}

/**
 * What became of a try. `retry`: the other side is away or wants less;
 * `refused`: it will answer the same again until somebody changes something.
 */
export type SendOutcome =
  | { readonly outcome: 'sent' }
  | {
      readonly outcome: 'retry'
      readonly code: string
      readonly detail: string
      /** What the platform is known to want; null: as usual. */
      readonly waitSeconds: number | null
      /** Nothing gets through there now, not just this message. */
      readonly isWholeChannel: boolean
    }
  | { readonly outcome: 'refused'; readonly code: string; readonly detail: string }

export interface SendContext {
  readonly outbound: Outbound
  readonly now: Date
}
