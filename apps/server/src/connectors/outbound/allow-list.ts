import ipaddr from 'ipaddr.js'

type Network = [ipaddr.IPv4 | ipaddr.IPv6, number]

/** Where the server may go beside the public internet: machines of the team's own network. */
export interface AllowList {
  /** Lower-case names, whatever they resolve to. */
  readonly hosts: ReadonlySet<string>
  readonly networks: readonly Network[]
}

export const ALLOW_NOTHING: AllowList = { hosts: new Set(), networks: [] }

const HOST = /^(?=.{1,253}$)[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?(\.[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?)*$/i

/**
 * Reads `relay.corp.example, 10.0.0.0/8, 192.168.1.7`.
 *
 * @returns the entry that is neither a host name nor an address nor a network, as text, instead
 */
export function readAllowList(text: string): AllowList | string {
  const hosts = new Set<string>()
  const networks: Network[] = []
  for (const entry of text.split(',').map((part) => part.trim())) {
    if (entry === '') continue
    const network = networkOf(entry)
    if (network !== null) networks.push(network)
    else if (HOST.test(entry) && !/^[\d.]+$/.test(entry)) hosts.add(entry.toLowerCase())
    else return entry
  }
  return { hosts, networks }
}

function networkOf(entry: string): Network | null {
  try {
    if (entry.includes('/')) return ipaddr.parseCIDR(entry)
    const address = ipaddr.parse(entry)
    return [address, address.kind() === 'ipv4' ? 32 : 128]
  } catch {
    return null
  }
}

/** Is this address on the public internet, or one that the operator named? */
export function isReachable(address: string, allow: AllowList): boolean {
  if (!ipaddr.isValid(address)) return false
  // An IPv4 address in IPv6 clothing is judged as what it is.
  const plain = ipaddr.process(address)
  if (plain.range() === 'unicast') return true
  return allow.networks.some(
    ([network, bits]) => network.kind() === plain.kind() && plain.match(network as never, bits),
  )
}
