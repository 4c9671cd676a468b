/** Every address of the page, in one place. */
export const PLAN_TABS = [
  'board',
  'targets',
  'budget',
  'tracker',
  'gantt',
  'data',
  'alerts',
  'risks',
  'execution',
  'meetings',
  'review',
] as const
export type PlanTab = (typeof PLAN_TABS)[number]

export const paths = {
  home: '/',
  setup: '/setup',
  signIn: '/sign-in',
  invitation: '/join/$token',
  start: '/start',
  today: '/today',
  inbox: '/inbox',
  alerts: '/alerts',
  alert: '/alerts/$alertId',
  plans: '/plans',
  newPlan: '/plans/new',
  plan: '/plans/$planId',
  imports: '/imports',
  newImport: '/imports/new',
  importPreview: '/imports/$importId',
  templates: '/templates',
  members: '/members',
  settings: '/settings',
  noticeSettings: '/settings/notices',
  deliveries: '/settings/notices/log',
} as const
