import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { emitServiceWorker } from './emit-service-worker.ts'

// No manual chunk groups: a vendor group drags the charts into the entry.
export default defineConfig({
  plugins: [react(), emitServiceWorker()],
  build: { target: 'es2023', sourcemap: false, chunkSizeWarningLimit: 1200 },
  server: { proxy: { '/api': 'http://127.0.0.1:8130', '/healthz': 'http://127.0.0.1:8130' } },
})
