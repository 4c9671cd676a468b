import { ACTIONS } from './actions.ts'
import type { Action } from './actions.ts'
import { can } from './can.ts'
import type { Actor, Resource } from './can.ts'

/**
 * The actions that this person may do to this resource, for an answer's
 * `abilities`: pages read the list and derive nothing themselves.
 */
export function abilities(actor: Actor, resource: Resource = {}): readonly Action[] {
  return ACTIONS.filter((action) => can(actor, action, resource).allowed)
}
