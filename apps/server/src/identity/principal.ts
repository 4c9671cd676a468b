import type { TOKEN_SCOPES } from '@yingce/contracts/workspace/api-token'
import type { RoleName } from '@yingce/contracts/workspace/member'

export type TokenScope = (typeof TOKEN_SCOPES)[number]

export interface ActiveWorkspace {
  readonly id: string
  readonly name: string
  readonly currency: string
  readonly timeZone: string
}

/** Who calls: a person by session, or a program by a token of a member. */
export interface Principal {
  readonly account: { readonly id: string; readonly name: string; readonly email: string }
  /** Hash of the session's token; null for a program. */
  readonly sessionHash: Buffer | null
  readonly tokenId: string | null
  /** What a token may at most; null for a person. */
  readonly scopes: readonly TokenScope[] | null
  readonly member: { readonly id: string; readonly role: RoleName } | null
  readonly workspace: ActiveWorkspace | null
}

/** A principal who belongs to the active workspace. */
export interface MemberPrincipal extends Principal {
  readonly member: { readonly id: string; readonly role: RoleName }
  readonly workspace: ActiveWorkspace
}

export function isMember(principal: Principal): principal is MemberPrincipal {
  return principal.member !== null && principal.workspace !== null
}
