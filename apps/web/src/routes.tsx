import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router'
import { SPAN_NAME } from '@yingce/domain/board/board-span'
import type { QueryClient } from '@tanstack/react-query'
import { queryClient } from './api/query-client.ts'
import { sessionQuery, setupQuery } from './api/use-session.ts'
import { PageError } from './ui/PageError.tsx'
import { PageLoading } from './ui/PageLoading.tsx'
import { PageNotFound } from './ui/PageNotFound.tsx'
import { Shell } from './features/shell/Shell.tsx'
import { paths } from './paths.ts'

interface RouterContext {
  client: QueryClient
}

/** Search params of the grids: the whole view lives in the address, as one compact text that the grid's page reads. */
const viewSearch = (search: Record<string, unknown>): { view?: string; record?: string } => ({
  ...(typeof search.view === 'string' ? { view: search.view } : {}),
  ...(typeof search.record === 'string' ? { record: search.record } : {}),
})

const root = createRootRouteWithContext<RouterContext>()({
  component: Outlet,
  notFoundComponent: PageNotFound,
})

const setup = createRoute({
  getParentRoute: () => root,
  path: paths.setup,
  beforeLoad: async ({ context }) => {
    const { isSetupNeeded } = await context.client.ensureQueryData(setupQuery)
    if (!isSetupNeeded) throw redirect({ to: paths.home })
  },
  component: lazyRouteComponent(() => import('./features/identity/SetupPage.tsx'), 'SetupPage'),
})

const signIn = createRoute({
  getParentRoute: () => root,
  path: paths.signIn,
  validateSearch: (search: Record<string, unknown>): { to?: string } =>
    typeof search.to === 'string' && /^\/(?!\/)/.test(search.to) ? { to: search.to } : {},
  component: lazyRouteComponent(() => import('./features/identity/SignInPage.tsx'), 'SignInPage'),
})

const invitation = createRoute({
  getParentRoute: () => root,
  path: paths.invitation,
  component: lazyRouteComponent(() => import('./features/identity/InvitationPage.tsx'), 'InvitationPage'),
})

/** A store's own entries by link: no account, no rail. */
const fill = createRoute({
  getParentRoute: () => root,
  path: paths.fill,
  component: lazyRouteComponent(() => import('./features/metrics/FillPage.tsx'), 'FillPage'),
})

/** A board for whoever has its link, signed in or not. */
const sharedBoard = createRoute({
  getParentRoute: () => root,
  path: paths.sharedBoard,
  component: lazyRouteComponent(() => import('./features/board/SharedBoardPage.tsx'), 'SharedBoardPage'),
})

async function requireSession({ context, location }: { context: RouterContext; location: { href: string } }) {
  const session = await context.client.ensureQueryData(sessionQuery)
  if (session !== null) return
  const { isSetupNeeded } = await context.client.ensureQueryData(setupQuery)
  if (isSetupNeeded) throw redirect({ to: paths.setup })
  throw redirect({ to: paths.signIn, search: location.href === '/' ? {} : { to: location.href } })
}

/** Everything behind the sign-in. */
const signedIn = createRoute({
  getParentRoute: () => root,
  id: 'signed-in',
  beforeLoad: requireSession,
  component: Shell,
})

/** Boards on a wall: signed in, without the rail. */
const tvPlans = createRoute({
  getParentRoute: () => root,
  path: paths.tvPlans,
  beforeLoad: requireSession,
  component: lazyRouteComponent(() => import('./features/board/TvPlansPage.tsx'), 'TvPlansPage'),
})
const tvPlan = createRoute({
  getParentRoute: () => root,
  path: paths.tvPlan,
  beforeLoad: requireSession,
  component: lazyRouteComponent(() => import('./features/board/TvPlanPage.tsx'), 'TvPlanPage'),
})
const boards = createRoute({
  getParentRoute: () => signedIn,
  path: paths.boards,
  validateSearch: (search: Record<string, unknown>): { period?: string; currency?: string } => ({
    ...(typeof search.period === 'string' && SPAN_NAME.test(search.period) ? { period: search.period } : {}),
    ...(typeof search.currency === 'string' && search.currency.length === 3
      ? { currency: search.currency }
      : {}),
  }),
  component: lazyRouteComponent(() => import('./features/board/PeriodBoardPage.tsx'), 'PeriodBoardPage'),
})

const home = createRoute({
  getParentRoute: () => signedIn,
  path: paths.home,
  beforeLoad: () => {
    throw redirect({ to: paths.plans })
  },
})
const start = createRoute({
  getParentRoute: () => signedIn,
  path: paths.start,
  component: lazyRouteComponent(() => import('./features/start/StartPage.tsx'), 'StartPage'),
})
const today = createRoute({
  getParentRoute: () => signedIn,
  path: paths.today,
  component: lazyRouteComponent(() => import('./features/my-day/MyDayPage.tsx'), 'MyDayPage'),
})
const alerts = createRoute({
  getParentRoute: () => signedIn,
  path: paths.alerts,
  component: lazyRouteComponent(() => import('./features/alerting/AlertsPage.tsx'), 'AlertsPage'),
})
const alert = createRoute({
  getParentRoute: () => signedIn,
  path: paths.alert,
  component: lazyRouteComponent(() => import('./features/alerting/AlertPage.tsx'), 'AlertPage'),
})
const plans = createRoute({
  getParentRoute: () => signedIn,
  path: paths.plans,
  validateSearch: (search: Record<string, unknown>): { q?: string } =>
    typeof search.q === 'string' && search.q !== '' ? { q: search.q } : {},
  component: lazyRouteComponent(() => import('./features/plan/PlansPage.tsx'), 'PlansPage'),
})
const newPlan = createRoute({
  getParentRoute: () => signedIn,
  path: paths.newPlan,
  validateSearch: (search: Record<string, unknown>): { template?: string } =>
    typeof search.template === 'string' ? { template: search.template } : {},
  component: lazyRouteComponent(() => import('./features/plan/NewPlanPage.tsx'), 'NewPlanPage'),
})
const templates = createRoute({
  getParentRoute: () => signedIn,
  path: paths.templates,
  component: lazyRouteComponent(() => import('./features/plan/TemplatesPage.tsx'), 'TemplatesPage'),
})
const metricData = createRoute({
  getParentRoute: () => signedIn,
  path: paths.data,
  component: lazyRouteComponent(() => import('./features/metrics/DataImportsPage.tsx'), 'DataImportsPage'),
})
const metricImport = createRoute({
  getParentRoute: () => signedIn,
  path: paths.dataImport,
  component: lazyRouteComponent(() => import('./features/metrics/MetricImportPage.tsx'), 'MetricImportPage'),
})
const metricFacts = createRoute({
  getParentRoute: () => signedIn,
  path: paths.dataFacts,
  component: lazyRouteComponent(() => import('./features/metrics/FactsPage.tsx'), 'FactsPage'),
})
const assignment = createRoute({
  getParentRoute: () => signedIn,
  path: paths.dataAssignment,
  component: lazyRouteComponent(() => import('./features/metrics/AssignmentPage.tsx'), 'AssignmentPage'),
})
const fillForms = createRoute({
  getParentRoute: () => signedIn,
  path: paths.dataForms,
  component: lazyRouteComponent(() => import('./features/metrics/FillFormsPage.tsx'), 'FillFormsPage'),
})
const metricSources = createRoute({
  getParentRoute: () => signedIn,
  path: paths.dataSources,
  component: lazyRouteComponent(() => import('./features/metrics/SourcesPage.tsx'), 'SourcesPage'),
})
const calibration = createRoute({
  getParentRoute: () => signedIn,
  path: paths.dataCalibration,
  validateSearch: (search: Record<string, unknown>): { pair?: string } =>
    typeof search.pair === 'string' ? { pair: search.pair } : {},
  component: lazyRouteComponent(() => import('./features/metrics/CalibrationPage.tsx'), 'CalibrationPage'),
})
const imports = createRoute({
  getParentRoute: () => signedIn,
  path: paths.imports,
  component: lazyRouteComponent(() => import('./features/import/ImportsPage.tsx'), 'ImportsPage'),
})
const newImport = createRoute({
  getParentRoute: () => signedIn,
  path: paths.newImport,
  validateSearch: (search: Record<string, unknown>): { planId?: string } =>
    typeof search.planId === 'string' ? { planId: search.planId } : {},
  component: lazyRouteComponent(() => import('./features/import/NewImportPage.tsx'), 'NewImportPage'),
})
const importPreview = createRoute({
  getParentRoute: () => signedIn,
  path: paths.importPreview,
  component: lazyRouteComponent(() => import('./features/import/ImportPreviewPage.tsx'), 'ImportPreviewPage'),
})
const metrics = createRoute({
  getParentRoute: () => signedIn,
  path: paths.metrics,
  component: lazyRouteComponent(() => import('./features/metrics/MetricsPage.tsx'), 'MetricsPage'),
})
const members = createRoute({
  getParentRoute: () => signedIn,
  path: paths.members,
  component: lazyRouteComponent(() => import('./features/workspace/MembersPage.tsx'), 'MembersPage'),
})
const settings = createRoute({
  getParentRoute: () => signedIn,
  path: paths.settings,
  component: lazyRouteComponent(() => import('./features/workspace/SettingsPage.tsx'), 'SettingsPage'),
})
const inbox = createRoute({
  getParentRoute: () => signedIn,
  path: paths.inbox,
  component: lazyRouteComponent(() => import('./features/notice/InboxPage.tsx'), 'InboxPage'),
})
const noticeSettings = createRoute({
  getParentRoute: () => signedIn,
  path: paths.noticeSettings,
  component: lazyRouteComponent(
    () => import('./features/notice/NoticeSettingsPage.tsx'),
    'NoticeSettingsPage',
  ),
})
const deliveries = createRoute({
  getParentRoute: () => signedIn,
  path: paths.deliveries,
  component: lazyRouteComponent(() => import('./features/notice/DeliveryLogPage.tsx'), 'DeliveryLogPage'),
})

/** A plan: its header and tabs; each tab is its own page and chunk. */
const plan = createRoute({
  getParentRoute: () => signedIn,
  path: paths.plan,
  component: lazyRouteComponent(() => import('./features/plan/PlanLayout.tsx'), 'PlanLayout'),
})
const planIndex = createRoute({
  getParentRoute: () => plan,
  path: '/',
  beforeLoad: ({ params }) => {
    throw redirect({ to: '/plans/$planId/board', params, replace: true })
  },
})
const board = createRoute({
  getParentRoute: () => plan,
  path: 'board',
  component: lazyRouteComponent(() => import('./features/board/BoardPage.tsx'), 'BoardPage'),
})
const tracker = createRoute({
  getParentRoute: () => plan,
  path: 'tracker',
  validateSearch: viewSearch,
  component: lazyRouteComponent(() => import('./features/tracker/TrackerPage.tsx'), 'TrackerPage'),
})
const gantt = createRoute({
  getParentRoute: () => plan,
  path: 'gantt',
  validateSearch: (search: Record<string, unknown>): { zoom?: string; record?: string } => ({
    ...(typeof search.zoom === 'string' ? { zoom: search.zoom } : {}),
    ...(typeof search.record === 'string' ? { record: search.record } : {}),
  }),
  component: lazyRouteComponent(() => import('./features/gantt/GanttPage.tsx'), 'GanttPage'),
})
const targets = createRoute({
  getParentRoute: () => plan,
  path: 'targets',
  validateSearch: (
    search: Record<string, unknown>,
  ): { view?: string; record?: string; as?: 'table' | 'tree' } => ({
    ...viewSearch(search),
    ...(search.as === 'tree' ? { as: 'tree' as const } : {}),
  }),
  component: lazyRouteComponent(() => import('./features/record/TargetsPage.tsx'), 'TargetsPage'),
})
const budget = createRoute({
  getParentRoute: () => plan,
  path: 'budget',
  validateSearch: viewSearch,
  component: lazyRouteComponent(() => import('./features/record/BudgetPage.tsx'), 'BudgetPage'),
})
const data = createRoute({
  getParentRoute: () => plan,
  path: 'data',
  validateSearch: viewSearch,
  component: lazyRouteComponent(() => import('./features/record/DataPage.tsx'), 'DataPage'),
})
const planAlerts = createRoute({
  getParentRoute: () => plan,
  path: 'alerts',
  component: lazyRouteComponent(() => import('./features/alerting/AlertRulesPage.tsx'), 'AlertRulesPage'),
})
const risks = createRoute({
  getParentRoute: () => plan,
  path: 'risks',
  validateSearch: viewSearch,
  component: lazyRouteComponent(() => import('./features/record/RisksPage.tsx'), 'RisksPage'),
})
const execution = createRoute({
  getParentRoute: () => plan,
  path: 'execution',
  validateSearch: viewSearch,
  component: lazyRouteComponent(() => import('./features/record/ExecutionPage.tsx'), 'ExecutionPage'),
})
const meetings = createRoute({
  getParentRoute: () => plan,
  path: 'meetings',
  validateSearch: (search: Record<string, unknown>): { record?: string } =>
    typeof search.record === 'string' ? { record: search.record } : {},
  component: lazyRouteComponent(() => import('./features/meeting/MeetingsPage.tsx'), 'MeetingsPage'),
})
const review = createRoute({
  getParentRoute: () => plan,
  path: 'review',
  validateSearch: viewSearch,
  component: lazyRouteComponent(() => import('./features/review/ReviewPage.tsx'), 'ReviewPage'),
})

const tree = root.addChildren([
  setup,
  signIn,
  invitation,
  fill,
  sharedBoard,
  tvPlans,
  tvPlan,
  signedIn.addChildren([
    home,
    boards,
    start,
    today,
    alerts,
    alert,
    plans,
    newPlan,
    templates,
    metricData,
    metricImport,
    metricFacts,
    metricSources,
    calibration,
    assignment,
    fillForms,
    imports,
    newImport,
    importPreview,
    metrics,
    members,
    settings,
    inbox,
    noticeSettings,
    deliveries,
    plan.addChildren([
      planIndex,
      board,
      tracker,
      gantt,
      targets,
      budget,
      data,
      planAlerts,
      risks,
      execution,
      meetings,
      review,
    ]),
  ]),
])

export const router = createRouter({
  routeTree: tree,
  context: { client: queryClient },
  defaultPreload: 'intent',
  defaultPreloadStaleTime: 0,
  defaultPendingComponent: PageLoading,
  defaultErrorComponent: PageError,
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
