import type { Action } from '@yingce/domain/access/actions'

/**
 * Who may call a route at all; finer rules (which field, whose record) are
 * `can(actor, action, resource)` of the domain's access feature.
 *
 * - `public`: no session needed (set-up, sign-in, health, invitation by link).
 * - `signed-in`: any signed-in person, also one without a workspace.
 * - anything else: an action of the access matrix, checked in the active workspace.
 */
export type Permission = 'public' | 'signed-in' | Action
