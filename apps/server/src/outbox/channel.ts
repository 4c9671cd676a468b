import type { ChannelType, GroupSettings, MailSettings } from '@yingce/contracts/notice/channel'
import type { Message } from '@yingce/domain/notice/digest'
import type { NoticeLocale, NoticeSeverity } from '@yingce/domain/notice/notice-kinds'

/** What lies beside the secret. */
export interface ChannelSettings {
  readonly group: GroupSettings | null
  readonly mail: MailSettings | null
}

/** What opens the door; sealed in the database. */
export interface ChannelSecret {
  readonly url: string | null
  readonly signSecret: string | null
  readonly password: string | null
}

export interface Channel {
  readonly id: string
  readonly type: ChannelType
  readonly name: string
  readonly settings: ChannelSettings
  readonly secret: Buffer
}

/** A message as it is kept until it has left; its links are paths. */
export interface StoredMessage extends Message {
  readonly locale: NoticeLocale
  /** Members whom a robot is to call; how is looked up when it leaves. Empty: nobody. */
  readonly mentions: readonly StoredMention[]
}

export interface StoredMention {
  readonly memberId: string
  /** The gravest of what is for them: what is critical calls them in their quiet hours too. */
  readonly severity: NoticeSeverity
}
