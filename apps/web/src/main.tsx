import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { queryClient } from './api/query-client.ts'
import { startTranslations } from './i18n.ts'
import { router } from './routes.tsx'
import { AppProviders } from './ui/AppProviders.tsx'
import { startColorScheme } from './ui/color-scheme.ts'
import './ui/tokens.css'
import './ui/page.css'

startColorScheme()
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
