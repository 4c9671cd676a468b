import { defineConfig } from '@playwright/test'
import { systemChromium } from './scripts/test/find-chromium.ts'

// Every worker reads this file again, so what is drawn by chance is kept in the environment. Both ports lie
// below those that systems lend to outgoing connections (Linux from 32,768): the fake platforms begin to
// listen minutes after the draw, and a lent port would be taken by then now and then.
const port = (process.env['YINGCE_E2E_PORT'] ??= String(20_000 + Math.floor(Math.random() * 6_000)))
/** Where the story of notices lets the fake platforms listen; the server sends all calls to robots there. */
const robotPort = (process.env['YINGCE_E2E_ROBOT_PORT'] ??= String(Number(port) + 6_000))
const baseURL = process.env['YINGCE_E2E_URL'] ?? `http://127.0.0.1:${port}`
const executablePath = systemChromium()

/**
 * Stories run against one server with an empty database, as a new team meets it: the first run comes
 * first, then the others, each file and language in a workspace of its own, so that they may run side by side in any order.
 */
export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.e2e.ts',
  // A story waits for its page, its server and the drawing of frames by turns: three of them fill 2 cores.
  workers: 3,
  fullyParallel: false,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000, toPass: { timeout: 10_000 } },
  projects: [
    { name: 'first run', testMatch: 'first-run.e2e.ts' },
    { name: 'grid', testMatch: 'grid*.e2e.ts' },
    {
      name: 'stories',
      testIgnore: ['first-run.e2e.ts', 'grid*.e2e.ts'],
      // What another story already shows in English words is told in Chinese only.
      grepInvert: /, en .*@chinese-only/,
      dependencies: ['first run'],
      // As somebody meets the pages who asked for less motion: every story would wait for fading menus else.
      use: { contextOptions: { reducedMotion: 'reduce' } },
    },
  ],
  use: {
    baseURL,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 1440, height: 900 },
    // Traces double the time that axe takes; a failure leaves the page's outline without them.
    trace: process.env['YINGCE_E2E_TRACE'] === undefined ? 'off' : 'retain-on-failure',
    launchOptions: executablePath === undefined ? {} : { executablePath },
  },
  ...(process.env['YINGCE_E2E_URL'] === undefined
    ? {
        webServer: {
          command: 'node scripts/run.mjs scripts/test/e2e-server.ts',
          url: `${baseURL}/healthz`,
          env: {
            PORT: port,
            LOG_LEVEL: 'warn',
            NOTICE_ENDPOINT_OVERRIDE: `http://127.0.0.1:${robotPort}`,
          },
          // The first start builds the web and creates the database.
          timeout: 180_000,
          gracefulShutdown: { signal: 'SIGTERM', timeout: 20_000 },
          stdout: 'ignore',
          stderr: 'pipe',
        },
      }
    : {}),
})
