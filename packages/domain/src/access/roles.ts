/**
 * Roles of a workspace, from most to least power.
 *
 * | role    | 中文     | who                                             |
 * |---------|----------|-------------------------------------------------|
 * | owner   | 所有者   | opened the workspace, answers for it            |
 * | admin   | 管理员   | runs members and settings                       |
 * | planner | 策划     | plans and budgets                               |
 * | member  | 成员     | carries out tasks and reports on them           |
 * | finance | 财务     | keeps the money, reads the rest                 |
 * | viewer  | 只读     | looks                                           |
 */
export const ROLES = ['owner', 'admin', 'planner', 'member', 'finance', 'viewer'] as const
export type Role = (typeof ROLES)[number]
