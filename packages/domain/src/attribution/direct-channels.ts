const DIRECT_NAMES = new Set([
  'direct',
  '(direct)',
  '(direct)/(none)',
  'direct/none',
  'directtraffic',
  '直接',
  '直接访问',
  '直接流量',
  '直接进入',
  '直访',
])

/**
 * Which channels are direct (直接访问), by index: a visit without a source that could be credited.
 *
 * @param named what the user calls direct; empty: the usual names in English and Chinese
 */
export function directChannels(channels: readonly string[], named: readonly string[]): Uint8Array {
  const given = new Set(named)
  return Uint8Array.from(channels, (channel) => {
    const isDirect =
      given.size > 0
        ? given.has(channel)
        : DIRECT_NAMES.has(channel.normalize('NFKC').toLowerCase().replaceAll(/\s/g, ''))
    return isDirect ? 1 : 0
  })
}
