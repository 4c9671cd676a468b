import { createMetricDefinition } from '@yingce/contracts/metrics/metric-definition'
import { type AlertRuleInput, createAlertRule } from '@yingce/contracts/alerting/alert-rule'
import { createDependency } from '@yingce/contracts/record/dependency'
import { postEntry } from '@yingce/contracts/money/journal'
import { addAttachment } from '@yingce/contracts/attachment/attachment'
import { createFillForm } from '@yingce/contracts/metrics/fill-form'
import { listMetricSources } from '@yingce/contracts/metrics/metric-source'
import { recordRoutes } from '@yingce/contracts/record/record-routes'
import type { Route } from '@yingce/contracts/route'
import { createApiToken } from '@yingce/contracts/workspace/api-token'
import { createBoardShare } from '@yingce/contracts/board/board-share'
import { createInvitation } from '@yingce/contracts/workspace/invitation'
import type { RoleName } from '@yingce/contracts/workspace/member'
import { ROLES } from '@yingce/domain/access/roles'
import { type Entity, ENTITY_NAMES } from '@yingce/domain/records/entities'
import type { FieldSet } from '@yingce/domain/records/field'
import { DEFAULT_NOTICE_PREFERENCE } from '@yingce/domain/notice/preference'
import { ENTITIES } from '@yingce/domain/records/entities'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { TestClient } from '../testing/test-client.ts'
import { newPlan, type Person, startTestServer, type TestServer } from '../testing/test-server.ts'

/**
 * Over all routes of the OpenAPI document, so that a new route is in here
 * without anybody thinking of it.
 */
interface Operation {
  readonly method: string
  readonly path: string
  readonly operationId: string
  readonly permission: string
  readonly isUpload: boolean
  /** Query that the route cannot do without. */
  readonly query: string
}

interface Documented {
  operationId: string
  'x-permission': string
  requestBody?: { content: object }
  parameters?: { name: string; in: string; required: boolean; schema: { enum?: string[] } }[]
}

const METRIC_CONTENT = {
  zh: '阅读点赞率',
  en: 'Likes per read',
  unit: 'share',
  direction: 'higher',
  definitionZh: '点赞 ÷ 阅读',
  definitionEn: 'Likes per read',
  formula: 'likes / reads',
} as const

let server: TestServer
let owner: Person
let neighbour: Person
let operations: Operation[]
/** An id for every path parameter, all of them of the owner's workspace. */
const ids: Record<string, string> = {}
/** `recordId` by path segment of the entity. */
const recordIds: Record<string, string> = {}

beforeAll(async () => {
  server = await startTestServer()
  owner = await server.setUp()
  neighbour = await server.neighbour(owner)
  await fillWorkspace()
  const { body } = await owner.request('GET', '/api/openapi.json')
  const { paths } = body as { paths: Record<string, Record<string, Documented>> }
  operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      method: method.toUpperCase(),
      path,
      operationId: operation.operationId,
      permission: operation['x-permission'],
      isUpload: 'multipart/form-data' in (operation.requestBody?.content ?? {}),
      query: (operation.parameters ?? [])
        .filter((each) => each.in === 'query' && each.required)
        .map(
          ({ name, schema }) =>
            `${name}=${schema.enum?.[0] ?? (name === 'recordId' ? recordIds['phases'] : '')}`,
        )
        .join('&'),
    })),
  )
})

afterAll(() => server.close())

const ALERT_RULE: AlertRuleInput = {
  name: '',
  condition: { type: 'missing_data', metric: 'clicks', days: 1 },
  policy: { severity: 'info', cooldownDays: 0, repeats: false },
  scope: { channel: null, campaign: null, taskId: null },
  recipients: [],
  isOn: false,
  riskId: null,
}

async function fillWorkspace(): Promise<void> {
  const planId = await newPlan(owner)
  ids['planId'] = planId
  for (const entity of ENTITY_NAMES) {
    const routes = recordRoutes(entity)
    const { body } = await owner.call(routes.create as Route, {
      params: { planId } as never,
      body: { values: requiredValues(entity) } as never,
    })
    recordIds[routes.list.path.split('/').at(-1)!] = (body as { id: string }).id
  }
  const tasks = recordRoutes('task')
  const { body: second } = await owner.call(tasks.create, {
    params: { planId },
    body: { values: { name: '二' } },
  })
  const { body: link } = await owner.call(createDependency, {
    params: { planId },
    body: { fromTaskId: recordIds['tasks']!, toTaskId: second.id },
  })
  ids['dependencyId'] = link.id
  const money = { kind: 'expense' as const, date: '2025-06-01', amount: 1, payee: '印厂', taskId: second.id }
  ids['entryId'] = (await owner.call(postEntry, { params: { planId }, body: money })).body.id
  ids['memberId'] = (await server.join(owner, 'viewer')).session.memberId!
  ids['invitationId'] = (await owner.call(createInvitation, { body: { role: 'viewer' } })).body.invitation.id
  ids['formId'] = (
    await owner.call(createFillForm, { body: { name: '西湖店', metrics: ['orders'] } })
  ).body.form.id
  ids['document'] = 'weekly'
  ids['section'] = 'summary'
  ids['boundId'] = recordIds['tasks']!
  ids['sourceId'] = (await owner.call(listMetricSources)).body.items[0]!.id
  ids['tokenId'] = (await owner.call(createApiToken, { body: { name: 't', scopes: ['read'] } })).body.token.id
  const [batch] = await server.rows<{ id: string }>(
    owner.session.workspace!.id,
    `insert into import_batch (workspace_id, id, file_name, file_bytes, file_hash, content, format, created_at)
     values ($1, gen_random_uuid(), 'a.csv', 1, 'x', 'x', 'csv', now()) returning id`,
    [owner.session.workspace!.id],
  )
  ids['importId'] = batch!.id
  const { body: shared } = await owner.call(createBoardShare, { params: { planId }, body: { label: 'x' } })
  const form = new FormData()
  form.set('entity', 'task')
  form.set('recordId', second.id)
  form.set('file', new File([new Uint8Array([0xff, 0xd8, 0xff])], 'a.jpg'))
  ids['attachmentId'] = (await owner.upload(addAttachment, { planId }, form)).body.id
  ids['shareId'] = shared.share.id
  ids['meetingId'] = recordIds['meetings']!
  ids['nodeId'] = recordIds['kpi-nodes']!
  const { body: metric } = await owner.call(createMetricDefinition, {
    body: { key: 'likesPerRead', ...METRIC_CONTENT },
  })
  ids['metricKey'] = metric.key
  const workspaceId = owner.session.workspace!.id
  ids['pairId'] = planId
  await server.rows(
    workspaceId,
    `insert into calibration_setting (workspace_id, version, pairs, updated_at)
     values ($1, 1, jsonb_build_array(jsonb_build_object('id', $2::text, 'metric', 'clicks', 'platformId', $3::text, 'otherId', $3::text,
       'tolerance', 0, 'trusted', 'other')), now())`,
    [workspaceId, planId, ids['sourceId']],
  )
  const [channel] = await server.rows<{ id: string }>(
    workspaceId,
    `insert into notice_channel (workspace_id, id, type, name, settings, secret, masked, created_at, updated_at)
     values ($1, gen_random_uuid(), 'wecom', 'x', '{"group": null, "mail": null}', '', '', now(), now()) returning id`,
    [workspaceId],
  )
  ids['channelId'] = channel!.id
  const [delivery] = await server.rows<{ id: string }>(
    workspaceId,
    `insert into delivery (workspace_id, id, channel_id, message, item_count, state, next_at, created_at)
     values ($1, gen_random_uuid(), $2, '{"title": "x"}', 1, 'dead', now(), now()) returning id`,
    [workspaceId, channel!.id],
  )
  ids['deliveryId'] = delivery!.id
  const { body: rule } = await owner.call(createAlertRule, { params: { planId }, body: ALERT_RULE })
  ids['ruleId'] = rule.id
  const [alert] = await server.rows<{ id: string }>(
    workspaceId,
    `insert into alert (workspace_id, plan_id, id, rule_id, title, severity, day, since, evidence, fired_at)
     values ($1, $2, gen_random_uuid(), $3, '{"zh": "x", "en": "x"}', 'info', '2025-06-01', '2025-06-01', '[]', now()) returning id`,
    [workspaceId, planId, rule.id],
  )
  ids['alertId'] = alert!.id
}

function requiredValues(entity: Entity): Record<string, unknown> {
  const entries = Object.entries(ENTITIES[entity] as FieldSet).filter(([, spec]) => spec.required)
  return Object.fromEntries(
    entries.map(([field, spec]) => [field, spec.kind === 'date' ? '2025-06-01' : '名']),
  )
}

function address({ path, query }: Operation): string {
  const filled = path.replaceAll(/\{(\w+)\}/g, (_all, name: string) => {
    if (name === 'token') return 'A'.repeat(65)
    const id = name === 'recordId' ? recordIds[path.split('/')[4]!] : ids[name]
    if (id === undefined)
      throw new Error(`This test has no id for {${name}} of ${path}: make one in fillWorkspace`)
    return id
  })
  return query === '' ? filled : `${filled}?${query}`
}

/** A body that the contract takes, so that it is the access that decides. */
function bodyFor({ operationId, method, isUpload }: Operation): unknown {
  if (method === 'GET' || method === 'DELETE' || isUpload) return undefined
  const entity = ENTITY_NAMES.find((name) =>
    Object.values(recordRoutes(name)).some((route) => route.operationId === operationId),
  )
  if (entity !== undefined) {
    const id = recordIds[recordRoutes(entity).list.path.split('/').at(-1)!]
    if (operationId.startsWith('createMany')) return { items: [{ values: requiredValues(entity) }] }
    if (operationId.startsWith('create')) return { values: requiredValues(entity) }
    if (operationId.startsWith('updateMany')) return { items: [{ id, version: 1, values: {} }] }
    if (operationId.startsWith('update')) return { version: 1, values: {} }
    return { ids: [id] }
  }
  const bodies: Record<string, unknown> = {
    createDependency: { fromTaskId: recordIds['tasks'], toTaskId: recordIds['tasks'] },
    previewEntry: { kind: 'rebate', date: '2025-06-01', amount: 1, account: 'x' },
    postEntry: { kind: 'rebate', date: '2025-06-01', amount: 1, account: 'x' },
    reverseEntry: { date: '2025-06-01', reason: 'x' },
    reconcileEntry: { isReconciled: false },
    updatePlan: { version: 1, values: {} },
    createPlan: { name: 'x' },
    createSamplePlan: {},
    updateMember: {},
    updateWorkspace: {},
    createInvitation: { role: 'viewer' },
    createApiToken: { name: 'x', scopes: ['read'] },
    announcePresence: { clientId: 'abcdefgh', view: 'tracker', recordId: null, field: null },
    updateImport: {},
    confirmImport: {},
    undoImport: {},
    updateMetricSource: {},
    bindKpi: { entity: 'task', metric: 'cost' },
    updateMetricImport: {},
    confirmMetricImport: {},
    undoMetricImport: {},
    takeEffectFacts: { recordIds: [] },
    openMeeting: { kind: 'weekly', day: '2025-06-10', locale: 'zh-CN' },
    setMeetingRhythm: { items: [] },
    createMetricDefinition: { key: 'savesPerRead', ...METRIC_CONTENT },
    updateMetricDefinition: { version: 1, ...METRIC_CONTENT },
    readNotices: {},
    updateNoticePreference: DEFAULT_NOTICE_PREFERENCE,
    updateNoticeSetting: { morningAt: '09:00', workEndsAt: '18:00', weeklyOn: 5 },
    createBoardShare: { label: 'x' },
    saveCalibration: { version: 0, pairs: [] },
    saveOwnBoardLayout: { blocks: null, version: 0 },
    saveSharedBoardLayout: { blocks: null, version: 0 },
    saveOwnPeriodLayout: { blocks: null, version: 0 },
    saveSharedPeriodLayout: { blocks: null, version: 0 },
    createAlertRule: ALERT_RULE,
    updateAlertRule: { ...ALERT_RULE, version: 1 },
    backTestAlertRule: {
      condition: ALERT_RULE.condition,
      policy: ALERT_RULE.policy,
      scope: ALERT_RULE.scope,
      period: { from: '2025-06-01', to: '2025-06-02' },
    },
    actOnAlert: { name: 'x', owner: null, dueDate: null },
    resolveAlert: { resolution: '' },
    fireRisk: { reason: 'x', day: '2025-06-01' },
    writeDocumentSection: { locale: 'zh-CN', text: 'x', version: 0 },
    createChannel: { type: 'wecom', name: 'x' },
    updateChannel: {},
  }
  return bodies[operationId]
}

async function ask(client: TestClient, operation: Operation) {
  if (operation.operationId === 'streamEvents') {
    const response = await fetch(`${server.origin}${operation.path}`, {
      headers: client.cookie === '' ? {} : { cookie: client.cookie },
    })
    await response.body?.cancel()
    return { status: response.status, problem: undefined }
  }
  return client.request(operation.method, address(operation), bodyFor(operation))
}

const hasPlace = ({ path }: Operation) => path.includes('{') && !path.includes('{token}')

test('there are routes to look at', () => {
  expect(operations.length).toBeGreaterThan(100)
  for (const operation of operations) address(operation)
})

test('without a session every route but the public ones is 401', async () => {
  for (const operation of operations.filter(({ permission }) => permission !== 'public')) {
    const { status } = await ask(server.stranger(), operation)
    expect([operation.operationId, status]).toEqual([operation.operationId, 401])
  }
}, 120_000)

test('a person of another workspace gets 404 for every id of this one', async () => {
  const places = operations.filter(hasPlace)
  for (const operation of places) {
    if (operation.isUpload) continue
    const { status, problem } = await ask(neighbour, operation)
    expect([operation.operationId, status, problem?.code]).toEqual([operation.operationId, 404, 'not_found'])
  }
  expect(places.length).toBeGreaterThan(60)
}, 120_000)

test('and nothing of it was touched', async () => {
  const entries = await server.rows<{ member_id: string }>(
    owner.session.workspace!.id,
    'select member_id from change_log',
  )
  expect(entries.length).toBeGreaterThan(10)
  expect(entries.filter(({ member_id }) => member_id === neighbour.session.memberId)).toEqual([])
})

describe('roles', () => {
  const people = new Map<RoleName, Person>()

  beforeAll(async () => {
    for (const role of ROLES) people.set(role, role === 'owner' ? owner : await server.join(owner, role))
  })

  test('what a role may at all is the same on every route and in its abilities', async () => {
    for (const [role, person] of people) {
      for (const operation of operations) {
        const { permission, operationId, method } = operation
        if (permission === 'public' || permission === 'signed-in' || operation.isUpload) continue
        if (person.session.abilities[permission] === true && method !== 'GET') continue
        const { status } = await ask(person, operation)
        const isAllowed = person.session.abilities[permission] === true
        expect([role, operationId, status === 403]).toEqual([role, operationId, !isAllowed])
      }
    }
  }, 180_000)

  test('a member enters what was spent but not what is budgeted', async () => {
    const { create } = recordRoutes('task')
    const place = { planId: ids['planId']! }
    const member = people.get('member')!
    expect(
      (await member.call(create, { params: place, body: { values: { name: 'a', spent: 5 } } })).status,
    ).toBe(201)
    const refused = await member.call(create, { params: place, body: { values: { name: 'a', budget: 5 } } })
    expect([refused.status, refused.problem?.params]).toEqual([
      403,
      { action: 'record.create', reason: 'money_field', fields: ['budget'] },
    ])
  })

  test('finance changes budgets and nothing else', async () => {
    const { update } = recordRoutes('task')
    const place = { planId: ids['planId']!, recordId: recordIds['tasks']! }
    const finance = people.get('finance')!
    expect(
      (await finance.call(update, { params: place, body: { version: 1, values: { budget: 700 } } })).status,
    ).toBe(200)
    expect(
      (await finance.call(update, { params: place, body: { version: 2, values: { name: 'b' } } })).status,
    ).toBe(403)
  })

  test('a member deletes what they created and nothing else', async () => {
    const { create, remove, removeMany } = recordRoutes('task')
    const planId = ids['planId']!
    const member = people.get('member')!
    const { body: own } = await member.call(create, {
      params: { planId },
      body: { values: { name: '我的' } },
    })
    expect(
      (await member.call(removeMany, { params: { planId }, body: { ids: [own.id, recordIds['tasks']!] } }))
        .status,
    ).toBe(403)
    expect((await member.call(remove, { params: { planId, recordId: own.id } })).status).toBe(204)
  })
})
