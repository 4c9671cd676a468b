import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent as page,
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
import { reviewSearch, viewSearch } from './search-params.ts'

interface RouterContext {
  client: QueryClient
}

const root = createRootRouteWithContext<RouterContext>()({
  component: Outlet,
  notFoundComponent: () => (
    <main>
      <PageNotFound />
    </main>
  ),
})

const setup = createRoute({
  getParentRoute: () => root,
  path: paths.setup,
  beforeLoad: async ({ context }) => {
    const { isSetupNeeded } = await context.client.ensureQueryData(setupQuery)
    if (!isSetupNeeded) throw redirect({ to: paths.home })
  },
  component: page(() => import('./features/identity/SetupPage.tsx'), 'SetupPage'),
})

const signIn = createRoute({
  getParentRoute: () => root,
  path: paths.signIn,
  validateSearch: (search: Record<string, unknown>): { to?: string } =>
    typeof search.to === 'string' && /^\/(?!\/)/.test(search.to) ? { to: search.to } : {},
  component: page(() => import('./features/identity/SignInPage.tsx'), 'SignInPage'),
})

const invitation = createRoute({
  getParentRoute: () => root,
  path: paths.invitation,
  component: page(() => import('./features/identity/InvitationPage.tsx'), 'InvitationPage'),
})

/** A store's own entries by link: no account, no rail. */
const fill = createRoute({
  getParentRoute: () => root,
  path: paths.fill,
  component: page(() => import('./features/metrics/fill-form/FillPage.tsx'), 'FillPage'),
})

/** A board for whoever has its link, signed in or not. */
const sharedBoard = createRoute({
  getParentRoute: () => root,
  path: paths.sharedBoard,
  component: page(() => import('./features/board/channel/SharedBoardPage.tsx'), 'SharedBoardPage'),
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
  component: page(() => import('./features/board/tv/TvPlansPage.tsx'), 'TvPlansPage'),
})
const tvPlan = createRoute({
  getParentRoute: () => root,
  path: paths.tvPlan,
  beforeLoad: requireSession,
  component: page(() => import('./features/board/tv/TvPlanPage.tsx'), 'TvPlanPage'),
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
  component: page(() => import('./features/board/period/PeriodBoardPage.tsx'), 'PeriodBoardPage'),
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
  component: page(() => import('./features/start/StartPage.tsx'), 'StartPage'),
})
const today = createRoute({
  getParentRoute: () => signedIn,
  path: paths.today,
  component: page(() => import('./features/my-day/MyDayPage.tsx'), 'MyDayPage'),
})
const alerts = createRoute({
  getParentRoute: () => signedIn,
  path: paths.alerts,
  component: page(() => import('./features/alerting/AlertsPage.tsx'), 'AlertsPage'),
})
const alert = createRoute({
  getParentRoute: () => signedIn,
  path: paths.alert,
  component: page(() => import('./features/alerting/AlertPage.tsx'), 'AlertPage'),
})
const plans = createRoute({
  getParentRoute: () => signedIn,
  path: paths.plans,
  validateSearch: (search: Record<string, unknown>): { q?: string } =>
    typeof search.q === 'string' && search.q !== '' ? { q: search.q } : {},
  component: page(() => import('./features/plan/PlansPage.tsx'), 'PlansPage'),
})
const newPlan = createRoute({
  getParentRoute: () => signedIn,
  path: paths.newPlan,
  validateSearch: (search: Record<string, unknown>): { template?: string } =>
    typeof search.template === 'string' ? { template: search.template } : {},
  component: page(() => import('./features/plan/NewPlanPage.tsx'), 'NewPlanPage'),
})
const templates = createRoute({
  getParentRoute: () => signedIn,
  path: paths.templates,
  component: page(() => import('./features/plan/TemplatesPage.tsx'), 'TemplatesPage'),
})
const metricData = createRoute({
  getParentRoute: () => signedIn,
  path: paths.data,
  component: page(() => import('./features/metrics/import/DataImportsPage.tsx'), 'DataImportsPage'),
})
const metricImport = createRoute({
  getParentRoute: () => signedIn,
  path: paths.dataImport,
  component: page(() => import('./features/metrics/import/MetricImportPage.tsx'), 'MetricImportPage'),
})
const metricFacts = createRoute({
  getParentRoute: () => signedIn,
  path: paths.dataFacts,
  component: page(() => import('./features/metrics/facts/FactsPage.tsx'), 'FactsPage'),
})
const assignment = createRoute({
  getParentRoute: () => signedIn,
  path: paths.dataAssignment,
  component: page(() => import('./features/metrics/assignment/AssignmentPage.tsx'), 'AssignmentPage'),
})
const fillForms = createRoute({
  getParentRoute: () => signedIn,
  path: paths.dataForms,
  component: page(() => import('./features/metrics/fill-form/FillFormsPage.tsx'), 'FillFormsPage'),
})
const metricSources = createRoute({
  getParentRoute: () => signedIn,
  path: paths.dataSources,
  component: page(() => import('./features/metrics/facts/SourcesPage.tsx'), 'SourcesPage'),
})
const calibration = createRoute({
  getParentRoute: () => signedIn,
  path: paths.dataCalibration,
  validateSearch: (search: Record<string, unknown>): { pair?: string } =>
    typeof search.pair === 'string' ? { pair: search.pair } : {},
  component: page(() => import('./features/metrics/calibration/CalibrationPage.tsx'), 'CalibrationPage'),
})
const imports = createRoute({
  getParentRoute: () => signedIn,
  path: paths.imports,
  component: page(() => import('./features/import/ImportsPage.tsx'), 'ImportsPage'),
})
const newImport = createRoute({
  getParentRoute: () => signedIn,
  path: paths.newImport,
  validateSearch: (search: Record<string, unknown>): { planId?: string } =>
    typeof search.planId === 'string' ? { planId: search.planId } : {},
  component: page(() => import('./features/import/NewImportPage.tsx'), 'NewImportPage'),
})
const importPreview = createRoute({
  getParentRoute: () => signedIn,
  path: paths.importPreview,
  component: page(() => import('./features/import/ImportPreviewPage.tsx'), 'ImportPreviewPage'),
})
const metrics = createRoute({
  getParentRoute: () => signedIn,
  path: paths.metrics,
  component: page(() => import('./features/metrics/dictionary/MetricsPage.tsx'), 'MetricsPage'),
})
const members = createRoute({
  getParentRoute: () => signedIn,
  path: paths.members,
  component: page(() => import('./features/workspace/MembersPage.tsx'), 'MembersPage'),
})
const settings = createRoute({
  getParentRoute: () => signedIn,
  path: paths.settings,
  component: page(() => import('./features/workspace/SettingsPage.tsx'), 'SettingsPage'),
})
const inbox = createRoute({
  getParentRoute: () => signedIn,
  path: paths.inbox,
  component: page(() => import('./features/notice/InboxPage.tsx'), 'InboxPage'),
})
const noticeSettings = createRoute({
  getParentRoute: () => signedIn,
  path: paths.noticeSettings,
  component: page(() => import('./features/notice/NoticeSettingsPage.tsx'), 'NoticeSettingsPage'),
})
const deliveries = createRoute({
  getParentRoute: () => signedIn,
  path: paths.deliveries,
  component: page(() => import('./features/notice/DeliveryLogPage.tsx'), 'DeliveryLogPage'),
})

/** A plan: its header and tabs; each tab is its own page and chunk. */
const plan = createRoute({
  getParentRoute: () => signedIn,
  path: paths.plan,
  component: page(() => import('./features/plan/PlanLayout.tsx'), 'PlanLayout'),
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
  component: page(() => import('./features/board/overview/BoardPage.tsx'), 'BoardPage'),
})
const tracker = createRoute({
  getParentRoute: () => plan,
  path: 'tracker',
  validateSearch: viewSearch,
  component: page(() => import('./features/tracker/TrackerPage.tsx'), 'TrackerPage'),
})
const gantt = createRoute({
  getParentRoute: () => plan,
  path: 'gantt',
  validateSearch: (search: Record<string, unknown>): { zoom?: string; record?: string } => ({
    ...(typeof search.zoom === 'string' ? { zoom: search.zoom } : {}),
    ...(typeof search.record === 'string' ? { record: search.record } : {}),
  }),
  component: page(() => import('./features/gantt/GanttPage.tsx'), 'GanttPage'),
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
  component: page(() => import('./features/record/TargetsPage.tsx'), 'TargetsPage'),
})
const budget = createRoute({
  getParentRoute: () => plan,
  path: 'budget',
  validateSearch: viewSearch,
  component: page(() => import('./features/record/BudgetPage.tsx'), 'BudgetPage'),
})
const data = createRoute({
  getParentRoute: () => plan,
  path: 'data',
  validateSearch: viewSearch,
  component: page(() => import('./features/record/DataPage.tsx'), 'DataPage'),
})
const planAlerts = createRoute({
  getParentRoute: () => plan,
  path: 'alerts',
  component: page(() => import('./features/alerting/AlertRulesPage.tsx'), 'AlertRulesPage'),
})
const risks = createRoute({
  getParentRoute: () => plan,
  path: 'risks',
  validateSearch: viewSearch,
  component: page(() => import('./features/record/RisksPage.tsx'), 'RisksPage'),
})
const execution = createRoute({
  getParentRoute: () => plan,
  path: 'execution',
  validateSearch: viewSearch,
  component: page(() => import('./features/record/ExecutionPage.tsx'), 'ExecutionPage'),
})
const meetings = createRoute({
  getParentRoute: () => plan,
  path: 'meetings',
  validateSearch: (search: Record<string, unknown>): { record?: string } =>
    typeof search.record === 'string' ? { record: search.record } : {},
  component: page(() => import('./features/meeting/MeetingsPage.tsx'), 'MeetingsPage'),
})
const review = createRoute({
  getParentRoute: () => plan,
  path: 'review',
  validateSearch: reviewSearch,
  component: page(() => import('./features/review/ReviewPage.tsx'), 'ReviewPage'),
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
