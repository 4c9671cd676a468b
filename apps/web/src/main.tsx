import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { onSessionEnd, queryClient } from './api/query-client.ts'
import { sessionQuery } from './api/use-session.ts'
import { startTranslations } from './i18n.ts'
import { router } from './routes.tsx'
import { AppProviders } from './ui/AppProviders.tsx'
import { startColorScheme } from './ui/color-scheme.ts'
import './ui/tokens.css'
import './ui/page.css'

startColorScheme()
// The guard of the signed-in pages sends to the sign-in, and back here afterwards.
onSessionEnd(() => {
  queryClient.setQueryData(sessionQuery.queryKey, null)
  void router.invalidate()
})
await startTranslations()

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root')
createRoot(root).render(
  <StrictMode>
    <AppProviders client={queryClient}>
      <RouterProvider router={router} />
    </AppProviders>
  </StrictMode>,
)
