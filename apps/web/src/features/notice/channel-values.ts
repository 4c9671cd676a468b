import type { ChannelType, ChannelView, createChannel, updateChannel } from '@yingce/contracts/notice/channel'
import type { BodyOf } from '@yingce/contracts/route'
import {
  NOTICE_KINDS,
  type NoticeKind,
  type NoticeLocale,
  OFFERED_NOTICE_KINDS,
} from '@yingce/domain/notice/notice-kinds'
import { type HoursValues, hoursOf, hoursValues } from './HoursFields.tsx'

/** A channel as its form has it; a secret that stands is not known here and stays empty. */
export interface ChannelValues extends HoursValues {
  type: ChannelType
  name: string
  url?: string
  signSecret?: string
  kinds: NoticeKind[]
  mode: 'now' | 'digest'
  locale: NoticeLocale
  keyword?: string
  host?: string
  port?: number
  isSecure?: boolean
  user?: string
  password?: string
  from?: string
}

/** Kinds that concern a whole group; the others are for single people. */
const GROUP_KINDS: NoticeKind[] = ['milestone', 'overdue', 'alert', 'report']

/** Kinds that a group can be set to hear, and those that it was set to before they were no longer offered. */
export function kindsToChoose(channel: ChannelView | null): readonly NoticeKind[] {
  const chosen = channel?.group?.kinds ?? []
  return NOTICE_KINDS.filter((kind) => OFFERED_NOTICE_KINDS.includes(kind) || chosen.includes(kind))
}

export function channelValues(channel: ChannelView | null, locale: NoticeLocale): ChannelValues {
  const group = channel?.group ?? null
  const mail = channel?.mail ?? null
  return {
    type: channel?.type ?? 'wecom',
    name: channel?.name ?? '',
    kinds: group?.kinds ?? GROUP_KINDS,
    mode: group?.mode ?? 'now',
    locale: group?.locale ?? locale,
    keyword: group?.keyword ?? '',
    ...hoursValues(
      group ?? { digestAt: '09:00', quiet: { from: '21:00', to: '08:00' }, isWorkdaysOnly: true },
    ),
    host: mail?.host ?? '',
    port: mail?.port ?? 465,
    isSecure: mail?.isSecure ?? true,
    user: mail?.user ?? '',
    from: mail?.from ?? '',
  }
}

type Common = Omit<BodyOf<typeof updateChannel>, 'isActive' | 'signSecret'> & { signSecret?: string }

/** What both routes take; what was left empty is not sent, and so stays as it stands. */
export function channelBody(values: ChannelValues): Common & Pick<BodyOf<typeof createChannel>, 'name'> {
  const given = (text: string | undefined) =>
    text === undefined || text.trim() === '' ? undefined : text.trim()
  const { type, name } = values
  if (type === 'mail') {
    const password = values.password === '' ? undefined : values.password
    return {
      name,
      ...(password === undefined ? {} : { password }),
      mail: {
        host: values.host ?? '',
        port: Number(values.port ?? 0),
        isSecure: values.isSecure === true,
        user: given(values.user) ?? null,
        from: values.from ?? '',
      },
    }
  }
  const url = given(values.url)
  const signSecret = given(values.signSecret)
  return {
    name,
    ...(url === undefined ? {} : { url }),
    ...(signSecret === undefined ? {} : { signSecret }),
    group: {
      kinds: values.kinds,
      mode: values.mode,
      locale: values.locale,
      keyword: given(values.keyword) ?? null,
      ...hoursOf(values),
    },
  }
}
