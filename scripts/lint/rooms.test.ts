import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkLint } from '../check/check-lint.ts'
import { checkSuppressions } from '../check/check-suppressions.ts'

/**
 * A rule that looks at nothing passes. So here every rule meets a file that
 * breaks it, in a small copy of the project's layout, next to files that come as
 * close to it as is allowed: exactly the first ones must be reported.
 */
const ALLOWED: Readonly<Record<string, string>> = {
  'packages/domain/src/plan/plan.ts': 'export const plan = 1\nexport interface Row { readonly id: string }\n',
  'packages/domain/src/plan/progress.ts': "import { plan } from './plan.ts'\nexport const progress = plan\n",
  'packages/domain/src/plan/progress.test.ts':
    "import { readFileSync } from 'node:fs'\nimport { test } from 'vitest'\ntest('reads', () => void readFileSync('x'))\n",
  'packages/domain/src/plan/moment.ts': 'export const moment = (now: string) => new Date(now).getTime()\n',
  'packages/contracts/src/plan/plan.ts':
    "import { z } from 'zod'\nimport { plan } from '@yingce/domain/plan/plan'\nexport const schema = z.literal(plan)\n",
  'packages/office/src/write.ts':
    "import { deflateSync } from 'node:zlib'\nimport { plan } from '@yingce/domain/plan/plan'\nexport const written = deflateSync(String(plan))\n",
  'apps/server/src/db/rows.ts': 'export interface PlanRow { readonly id: string }\n',
  'apps/server/src/db/database.ts': 'export const database = 1\n',
  'apps/server/src/http/mount-route.ts': 'export const mountRoute = 1\n',
  'apps/server/src/features/plan/plan.store.ts':
    "import { database } from '../../db/database.ts'\nimport type { PlanRow } from '../../db/rows.ts'\nexport const store = (row: PlanRow) => [row, database]\n",
  'apps/server/src/features/plan/plan.read.ts': "export { store } from './plan.store.ts'\n",
  'apps/server/src/features/task/task.routes.ts':
    "import { mountRoute } from '../../http/mount-route.ts'\nimport { store } from '../plan/plan.read.ts'\nexport const routes = [mountRoute, store]\n",
  'apps/server/src/main.ts': "import { routes } from './features/task/task.routes.ts'\nconsole.log(routes)\n",
  'apps/server/src/connectors/mail/send.ts': "export const send = () => import('node:net')\n",
  'apps/web/src/ui/Chart.tsx': "export { init } from 'echarts/core'\n",
  'apps/web/src/ui/harness/serve.ts': "export { createServer } from 'node:http'\n",
  'e2e/chart.e2e.ts': "export { createServer } from '../apps/web/src/ui/harness/serve.ts'\n",
  'apps/web/src/features/plan/use-plan.ts': "export { schema } from '@yingce/contracts/plan/plan'\n",
  'apps/cli/src/main.ts':
    "import { written } from '@yingce/office/write'\nimport { schema } from '@yingce/contracts/plan/plan'\nconsole.log(written, schema)\n",
}

/** Each with the rule that must speak, and the only one. */
const FORBIDDEN: readonly (readonly [rule: string, sentence: string, file: string, text: string])[] = [
  [
    'rooms(imports)',
    'domain must not import contracts',
    'packages/domain/src/a/to-contracts.ts',
    "export { schema } from '@yingce/contracts/plan/plan'\n",
  ],
  [
    'rooms(imports)',
    'domain must not import server',
    'packages/domain/src/a/to-server.ts',
    "export * from '../../../../apps/server/src/db/database.ts'\n",
  ],
  [
    'rooms(imports)',
    'domain must not import office',
    'packages/domain/src/a/to-office.ts',
    "import type { written } from '@yingce/office/write'\nexport type W = typeof written\n",
  ],
  [
    'rooms(imports)',
    'domain has no dependencies',
    'packages/domain/src/a/to-node.ts',
    "export { readFileSync } from 'node:fs'\n",
  ],
  [
    'rooms(imports)',
    'domain has no dependencies',
    'packages/domain/src/a/to-zod.ts',
    "export { z } from 'zod'\n",
  ],
  [
    'rooms(imports)',
    'contracts must not import office',
    'packages/contracts/src/a/to-office.ts',
    "export { written } from '@yingce/office/write'\n",
  ],
  [
    'rooms(imports)',
    'contracts depend on domain and zod only',
    'packages/contracts/src/a/to-fastify.ts',
    "export type { FastifyInstance } from 'fastify'\n",
  ],
  [
    'rooms(imports)',
    'office must not import contracts',
    'packages/office/src/to-contracts.ts',
    "export { schema } from '@yingce/contracts/plan/plan'\n",
  ],
  [
    'rooms(imports)',
    'server must not import web',
    'apps/server/src/http/to-web.ts',
    "export { Chart } from '../../../web/src/ui/Chart.tsx'\n",
  ],
  [
    'rooms(imports)',
    'web must not import server',
    'apps/web/src/api/to-server.ts',
    "export const load = () => import('../../../server/src/db/database.ts')\n",
  ],
  [
    'rooms(imports)',
    'web must not import server',
    'apps/web/src/api/type-of-server.ts',
    "export type D = typeof import('../../../server/src/db/database.ts')\n",
  ],
  [
    'rooms(imports)',
    'web must not import office',
    'apps/web/src/api/to-office.ts',
    "export { written } from '@yingce/office/write'\n",
  ],
  [
    'rooms(imports)',
    'cli must not import server',
    'apps/cli/src/to-server.ts',
    "export { database } from '../../server/src/db/database.ts'\n",
  ],
  [
    'rooms(imports)',
    'of another feature only *.read.ts',
    'apps/server/src/features/task/to-store.ts',
    "export { store } from '../plan/plan.store.ts'\n",
  ],
  [
    'rooms(imports)',
    'of another feature only *.read.ts',
    'apps/server/src/features/task/import/to-store.ts',
    "export { store } from '../../plan/plan.store.ts'\n",
  ],
  [
    'rooms(imports)',
    'only *.store.ts and *.read.ts know the rows',
    'apps/server/src/features/plan/row-user.ts',
    "export type { PlanRow } from '../../db/rows.ts'\n",
  ],
  [
    'rooms(imports)',
    'connectors must not import features',
    'apps/server/src/connectors/mail/to-feature.ts',
    "export { store } from '../../features/plan/plan.read.ts'\n",
  ],
  [
    'rooms(imports)',
    'db must not import features',
    'apps/server/src/db/to-feature.ts',
    "export { store } from '../features/plan/plan.read.ts'\n",
  ],
  [
    'rooms(imports)',
    'http must not import features',
    'apps/server/src/http/to-feature.ts',
    "export { store } from '../features/plan/plan.read.ts'\n",
  ],
  [
    'rooms(imports)',
    'db must not import http',
    'apps/server/src/db/to-http.ts',
    "export { mountRoute } from '../http/mount-route.ts'\n",
  ],
  [
    'rooms(imports)',
    'main.ts wires the parts together',
    'apps/server/src/http/to-main.ts',
    "import '../main.ts'\nexport const x = 1\n",
  ],
  [
    'rooms(imports)',
    'server must not import scripts',
    'apps/server/src/http/to-scripts.ts',
    "export { root } from '../../../../scripts/root.ts'\n",
  ],
  [
    'rooms(imports)',
    'e2e must not import web',
    'e2e/to-web.ts',
    "export { Chart } from '../apps/web/src/ui/Chart.tsx'\n",
  ],
  [
    'rooms(imports)',
    'only ui/ imports "echarts/core"',
    'apps/web/src/features/plan/PlanChart.tsx',
    "export { init } from 'echarts/core'\n",
  ],
  [
    'rooms(imports)',
    'the web runs in a browser',
    'apps/web/src/features/plan/to-node.ts',
    "export { join } from 'node:path'\n",
  ],
  [
    'rooms(pure-domain)',
    'Date.now is not pure',
    'packages/domain/src/b/now.ts',
    'export const now = () => Date.now()\n',
  ],
  [
    'rooms(pure-domain)',
    'Math.random is not pure',
    'packages/domain/src/b/random.ts',
    'export const random = () => Math.random()\n',
  ],
  [
    'rooms(pure-domain)',
    'new Date() reads the clock',
    'packages/domain/src/b/today.ts',
    'export const today = () => new Date()\n',
  ],
  [
    'rooms(pure-domain)',
    'Date() is not pure',
    'packages/domain/src/b/text.ts',
    'export const text = () => Date()\n',
  ],
  [
    'rooms(pure-domain)',
    'domain does not know console',
    'packages/domain/src/b/say.ts',
    "export const say = () => console.log('x')\n",
  ],
  [
    'eslint(max-lines)',
    'too many lines',
    'packages/domain/src/c/long.ts',
    Array.from({ length: 401 }, (_, i) => `export const n${i} = ${i}\n`).join(''),
  ],
  [
    'import(no-cycle)',
    'Dependency cycle',
    'packages/domain/src/c/hen.ts',
    "import { egg } from './egg.ts'\nexport const hen = () => egg\n",
  ],
  [
    'import(no-cycle)',
    'Dependency cycle',
    'packages/domain/src/c/egg.ts',
    "import { hen } from './hen.ts'\nexport const egg = () => hen\n",
  ],
  [
    'import(no-default-export)',
    'Prefer named exports',
    'packages/domain/src/c/default.ts',
    'export default 1\n',
  ],
  [
    'typescript(no-explicit-any)',
    'any',
    'packages/domain/src/c/anything.ts',
    'export const anything = (x: any) => x\n',
  ],
  [
    'typescript(no-floating-promises)',
    'Promises must be awaited',
    'apps/server/src/http/floating.ts',
    'const later = async () => 1\nexport const go = () => {\n  later()\n}\n',
  ],
  [
    'react-hooks(rules-of-hooks)',
    'conditionally',
    'apps/web/src/ui/Hook.tsx',
    "import { useState } from 'react'\nexport function Hook({ on }: { on: boolean }) {\n  if (on) useState(1)\n  return null\n}\n",
  ],
]

let folder: string
let problems: readonly string[]
let scope: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'yingce-lint-'))
  const files = { ...ALLOWED, ...Object.fromEntries(FORBIDDEN.map(([, , file, text]) => [file, text])) }
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(join(folder, dirname(file)), { recursive: true })
    writeFileSync(join(folder, file), text)
  }
  const compilerOptions = {
    strict: true,
    module: 'nodenext',
    allowImportingTsExtensions: true,
    noEmit: true,
    jsx: 'react-jsx',
  }
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions }))
  const result = await checkLint(folder)
  problems = result.problems
  scope = result.scope
}, 60_000)

afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('the lint', () => {
  test('looked at every planted file', () => {
    expect(Number.parseInt(scope, 10)).toBe(Object.keys(ALLOWED).length + FORBIDDEN.length)
  })

  test.each(FORBIDDEN)('%s reports "%s" in %s', (rule, sentence, file) => {
    const found = problems.filter((problem) => problem.startsWith(`${file}:`))
    expect(found).toHaveLength(1)
    expect(found[0]).toContain(`[${rule}]`)
    expect(found[0]).toContain(sentence)
  })

  test('reports nothing else', () => {
    const planted = FORBIDDEN.map(([, , file]) => `${file}:`)
    expect(problems.filter((problem) => !planted.some((file) => problem.startsWith(file)))).toEqual([])
  })
})

describe('silenced checks', () => {
  const silence = ['// oxlint', 'disable-next-line'].join('-')

  test.each([
    ['without a reason', `${silence} no-console\n`, 'give the reason'],
    ['without a rule', `${silence}\n`, 'name the rule'],
    ['with an empty reason', `${silence} no-console -- \n`, 'give the reason'],
    ['as ts-expect-error without a reason', ['// @ts', 'expect-error\n'].join('-'), 'give the reason'],
    ['as ts-ignore', ['// @ts', 'ignore because I say so\n'].join('-'), 'use ts-expect-error'],
  ])('are reported %s', (_, text, sentence) => {
    const file = 'packages/domain/src/d/silent.ts'
    mkdirSync(join(folder, dirname(file)), { recursive: true })
    writeFileSync(join(folder, file), text)
    const found = checkSuppressions(folder).problems
    expect(found).toHaveLength(1)
    expect(found[0]).toContain(`${file}:1:1`)
    expect(found[0]).toContain(sentence)
    rmSync(join(folder, file))
  })

  test('are accepted with a rule and a reason', () => {
    const file = 'packages/domain/src/d/reasoned.ts'
    mkdirSync(join(folder, dirname(file)), { recursive: true })
    writeFileSync(join(folder, file), `${silence} no-console -- the command prints its answer here\n`)
    expect(checkSuppressions(folder).problems).toEqual([])
    rmSync(join(folder, file))
  })
})
