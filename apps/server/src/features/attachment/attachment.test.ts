import {
  addAttachment,
  type Attachment,
  listAttachments,
  MAX_ATTACHMENT_BYTES,
  MAX_ATTACHMENTS,
  readAttachment,
  removeAttachment,
} from '@yingce/contracts/attachment/attachment'
import { deletePlan } from '@yingce/contracts/plan/plan'
import { recordRoutes } from '@yingce/contracts/record/record-routes'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Answer, TestClient } from '../../testing/test-client.ts'
import { newPlan, type Person, startTestServer, type TestServer } from '../../testing/test-server.ts'

const JPEG = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3])

let server: TestServer
let owner: Person
let planId: string
let taskId: string

beforeAll(async () => {
  server = await startTestServer()
  owner = await server.setUp()
})
afterAll(() => server.close())

const newTask = async () => {
  planId = await newPlan(owner)
  const { body } = await owner.call(recordRoutes('task').create, {
    params: { planId },
    body: { values: { name: '门店陈列' } },
  })
  taskId = body.id
}

async function add(client: TestClient, bytes: Buffer, name = '现场.jpg'): Promise<Answer<Attachment>> {
  const form = new FormData()
  form.set('entity', 'task')
  form.set('recordId', taskId)
  form.set('file', new File([new Uint8Array(bytes)], name))
  return client.upload(addAttachment, { planId }, form)
}

const list = (client: TestClient) =>
  client.call(listAttachments, { params: { planId }, query: { entity: 'task', recordId: taskId } })

describe('C5: photos of a task', () => {
  test('a photo is listed with who took it and comes back byte for byte as what it is', async () => {
    await newTask()
    const member = await server.join(owner, 'member')
    const { status, body } = await add(member, JPEG)
    expect([status, body.type, body.byteCount, body.by]).toEqual([
      201,
      'image/jpeg',
      JPEG.length,
      member.session.user!.name,
    ])
    expect((await list(owner)).body.items).toEqual([{ ...body, isRemovable: true }])
    const file = await fetch(
      `${server.origin}${readAttachment.path.replace('{planId}', planId).replace('{attachmentId}', body.id)}`,
      { headers: { cookie: owner.cookie } },
    )
    expect([file.headers.get('content-type'), file.headers.get('x-content-type-options')]).toEqual([
      'image/jpeg',
      'nosniff',
    ])
    expect(Buffer.from(await file.arrayBuffer())).toEqual(JPEG)
  })

  test('a page that calls itself a photo is refused by its bytes, and nothing is kept', async () => {
    await newTask()
    const { status, problem } = await add(owner, Buffer.from('<script>alert(1)</script>'), '现场.jpg')
    expect([status, problem?.code, problem?.params['fileName']]).toEqual([422, 'attachment_type', '现场.jpg'])
    expect((await add(owner, Buffer.alloc(MAX_ATTACHMENT_BYTES + 1, JPEG))).status).toBe(413)
    expect((await list(owner)).body.items).toEqual([])
  })

  test('20 files are enough for one record', async () => {
    await newTask()
    for (let count = 0; count < MAX_ATTACHMENTS; count++) expect((await add(owner, JPEG)).status).toBe(201)
    expect((await add(owner, JPEG)).problem?.code).toBe('attachment_limit')
  })

  test('a member takes away only what they added, an owner anything; a viewer and a neighbour nothing', async () => {
    await newTask()
    const [member, viewer] = [await server.join(owner, 'member'), await server.join(owner, 'viewer')]
    const neighbour = await server.neighbour(owner)
    const { id } = (await add(owner, JPEG)).body
    const take = (client: TestClient) =>
      client.call(removeAttachment, { params: { planId, attachmentId: id } })
    expect((await list(member)).body.items[0]?.isRemovable).toBe(false)
    expect([
      (await take(member)).status,
      (await take(viewer)).status,
      (await take(neighbour)).status,
      (await add(viewer, JPEG)).status,
      (await add(neighbour, JPEG)).status,
      (await list(neighbour)).status,
    ]).toEqual([403, 403, 404, 403, 404, 404])
    expect((await take(owner)).status).toBe(204)
    expect((await list(owner)).body.items).toEqual([])
  })

  test('files of a plan go with the plan', async () => {
    await newTask()
    await add(owner, JPEG)
    const count = () =>
      server.rows(owner.session.workspace!.id, 'select from attachment where plan_id = $1', [planId])
    expect(await count()).toHaveLength(1)
    await owner.call(deletePlan, { params: { planId } })
    expect(await count()).toHaveLength(0)
  })
})
