/**
 * Words by which channels are known inside longer names ("小红书KOL笔记发布"),
 * every list one channel; lower case.
 */
const CHANNEL_STEMS: readonly (readonly string[])[] = [
  ['小红书', 'xiaohongshu', 'rednote', 'red note'],
  ['抖音', '巨量', '千川', 'douyin', 'tiktok'],
  ['朋友圈'],
  ['视频号'],
  ['公众号'],
  ['微信', '企微', 'wechat', 'wecom'],
  ['微博', 'weibo'],
  ['快手', 'kuaishou'],
  ['b站', '哔哩', 'bilibili'],
  ['知乎', 'zhihu'],
  ['百度', 'baidu'],
  ['天猫', '淘宝', 'tmall', 'taobao'],
  ['京东', 'jd.com'],
  ['拼多多', 'pinduoduo'],
  ['社群', '社区', 'community', 'communities'],
  ['短信', 'sms'],
  ['直播', 'live-stream', 'livestream', 'live stream'],
  ['线下', '门店', '快闪', '地推', 'offline', 'in-store', 'pop-up', 'roadshow'],
]

/** Feeds and ads are formats, not channels; they only decide between two channels of one platform. */
const FORMAT_STEMS: readonly (readonly string[])[] = [
  ['信息流', 'feed'],
  ['kol', '达人'],
  ['koc'],
  ['搜索', 'search'],
]

export type ChannelMatch =
  | { readonly channel: string; readonly by: 'name' | 'word' }
  | { readonly channel: null; readonly by: 'none' | 'ambiguous' }

/**
 * Channel that a task's wording points at: the channel whose whole name it
 * contains (the longest such), else the only one that shares a platform word
 * with it. Two channels that fit equally well are `ambiguous`: money is never
 * laid on a guessed channel.
 *
 * @param text wording of the task: name and strategy
 * @param channels channel names as written in the effect table, distinct
 */
export function matchChannel(text: string, channels: readonly string[]): ChannelMatch {
  const words = text.toLowerCase()
  const named = longest(channels.filter((channel) => words.includes(channel.toLowerCase())))
  if (named !== null) return { channel: named, by: 'name' }
  const scored = channels
    .map((channel) => ({ channel, score: sharedWords(words, channel.toLowerCase()) }))
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score)
  const [first, second] = scored
  if (first === undefined) return { channel: null, by: 'none' }
  if (second !== undefined && second.score === first.score) return { channel: null, by: 'ambiguous' }
  return { channel: first.channel, by: 'word' }
}

/** 10 for each shared platform, 1 for each shared format; formats alone match nothing. */
function sharedWords(text: string, channel: string): number {
  const shares = (stems: readonly string[]) => holdsAny(text, stems) && holdsAny(channel, stems)
  const platforms = CHANNEL_STEMS.filter(shares).length
  return platforms === 0 ? 0 : platforms * 10 + FORMAT_STEMS.filter(shares).length
}

function holdsAny(text: string, stems: readonly string[]): boolean {
  return stems.some((stem) => text.includes(stem))
}

function longest(names: readonly string[]): string | null {
  return names.reduce<string | null>(
    (best, name) => (best === null || name.length > best.length ? name : best),
    null,
  )
}
