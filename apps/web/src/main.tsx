import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { ApiProblem } from './api/errors.ts'
import { onSessionEnd, queryClient } from './api/query-client.ts'
import { sessionQuery } from './api/use-session.ts'
import { startTranslations } from './i18n.ts'
import { forgetSession } from './offline/kept-session.ts'
import { router } from './routes.tsx'
import { AppProviders } from './ui/AppProviders.tsx'
import { startColorScheme } from './ui/color-scheme.ts'
import './ui/tokens.css'
import './ui/page.css'

startColorScheme()
// The guard of the signed-in pages sends to the sign-in, and back here afterwards.
onSessionEnd(() => {
  forgetSession()
  queryClient.setQueryData(sessionQuery.queryKey, null)
  void router.invalidate()
})
await startTranslations()

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root')
// What a page shows by itself is no fault for the console: a refusal (nothing here, not allowed), or no line.
const onCaughtError = (error: unknown) => {
  if (!(error instanceof ApiProblem) && navigator.onLine) console.error(error)
}
createRoot(root, { onCaughtError }).render(
  <StrictMode>
    <AppProviders client={queryClient}>
      <RouterProvider router={router} />
    </AppProviders>
  </StrictMode>,
)
