/**
 * Who may call a route at all; finer rules (which field, whose record) are
 * `can(actor, action, resource)` of the domain's access feature.
 *
 * - `public`: no session needed (set-up, sign-in, health, invitation by link).
 * - `signed-in`: any signed-in person, also one without a workspace.
 * - anything else: an action of the access matrix, checked in the active workspace.
 */
export const ACTIONS = [
  'plan.read',
  'plan.create',
  'plan.update',
  'plan.delete',
  'record.read',
  'record.create',
  'record.update',
  'record.delete',
  'import.run',
  'import.undo',
  'export.run',
  'history.read',
  'event.read',
  'workspace.read',
  'workspace.update',
  'member.read',
  'member.invite',
  'member.update',
  'member.remove',
  'token.manage',
] as const
export type RouteAction = (typeof ACTIONS)[number]
export type Permission = 'public' | 'signed-in' | RouteAction
