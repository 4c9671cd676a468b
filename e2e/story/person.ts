import {
  createSetup,
  createSession,
  getSession,
  getSetup,
  type SessionView,
} from '@yingce/contracts/identity/session'
import type { AnswerOf, BodyInputOf, ParamsOf, QueryInputOf, Route } from '@yingce/contracts/route'
import { acceptInvitation, createInvitation } from '@yingce/contracts/workspace/invitation'
import { removeMember, type RoleName } from '@yingce/contracts/workspace/member'
import { createWorkspace } from '@yingce/contracts/workspace/workspace'
import { request, type APIRequestContext } from '@playwright/test'

// oxlint-disable-next-line typescript/no-explicit-any -- a route of any schemas
type AnyRoute = Route<any, any, any, any>
type Given<T> = [T] extends [undefined] ? undefined : T

interface CallInput<R> {
  params?: Given<ParamsOf<R>>
  query?: Given<QueryInputOf<R>>
  body?: Given<BodyInputOf<R>>
  file?: { name: string; mimeType: string; buffer: Buffer }
}

export const PASSWORD = 'spring tea on every table'
export const OWNER = { name: '林知夏', email: 'owner@example.com', password: PASSWORD } as const
export const WORKSPACE = '云岭茶业市场部'

/** Somebody with a cookie: prepares through the API what a story is not about. */
export class Person {
  readonly #api: APIRequestContext
  readonly #origin: string
  session: SessionView | null = null

  private constructor(api: APIRequestContext, origin: string) {
    this.#api = api
    this.#origin = origin
  }

  static async stranger(origin: string): Promise<Person> {
    return new Person(await request.newContext({ baseURL: origin }), origin)
  }

  /** Calls a route of the contract; throws with the answer where the server refuses. */
  async call<R extends AnyRoute>(route: R, input: CallInput<R> = {}): Promise<AnswerOf<R>> {
    const params = (input.params ?? {}) as Record<string, string>
    const path = route.path.replaceAll(/\{(\w+)\}/g, (_all, name: string) =>
      encodeURIComponent(params[name] ?? ''),
    )
    const response = await this.#api.fetch(path, {
      method: route.method,
      headers: { origin: this.#origin, 'sec-fetch-site': 'same-origin' },
      ...(input.query === undefined ? {} : { params: input.query as Record<string, string> }),
      ...(input.file === undefined
        ? input.body === undefined
          ? {}
          : { data: input.body as object }
        : { multipart: { ...(input.body as Record<string, string> | undefined), file: input.file } }),
    })
    if (!response.ok())
      throw new Error(`${route.method} ${path}: ${response.status()} ${await response.text()}`)
    return (response.status() === 204 ? undefined : await response.json()) as AnswerOf<R>
  }

  /** What this person signs in with, beside `PASSWORD`. */
  get email(): string {
    if (this.session === null) throw new Error('A stranger has no e-mail')
    return this.session.user.email
  }

  /** For a browser in which this person is signed in. */
  cookies(): ReturnType<APIRequestContext['storageState']> {
    return this.#api.storageState()
  }

  close(): Promise<void> {
    return this.#api.dispose()
  }
}

/** The owner of the server's first workspace, signed in; does the set-up on a server where nobody has. */
export async function ownerOf(origin: string): Promise<Person> {
  const owner = await Person.stranger(origin)
  const { isSetupNeeded } = await owner.call(getSetup)
  owner.session = isSetupNeeded
    ? await owner.call(createSetup, { body: { ...OWNER, workspaceName: WORKSPACE } })
    : await owner.call(createSession, { body: { email: OWNER.email, password: OWNER.password } })
  return owner
}

let people = 0
const freshEmail = () => `person-${process.pid}-${Date.now()}-${++people}@example.com`

/** Somebody new in the owner's workspace. */
export async function joinAs(origin: string, owner: Person, role: RoleName, name: string): Promise<Person> {
  const { url } = await owner.call(createInvitation, { body: { role } })
  const person = await Person.stranger(origin)
  person.session = await person.call(acceptInvitation, {
    params: { token: url.split('/').at(-1) ?? '' },
    body: { account: { name, email: freshEmail(), password: PASSWORD } },
  })
  return person
}

/** The owner of another workspace on the same server, who belongs to no other. */
export async function neighbourOf(
  origin: string,
  owner: Person,
  { name, workspace }: { name: string; workspace: string } = { name: '邻居', workspace: '隔壁公司' },
): Promise<Person> {
  const person = await joinAs(origin, owner, 'admin', name)
  const memberId = person.session?.memberId ?? ''
  await person.call(createWorkspace, { body: { name: workspace } })
  await owner.call(removeMember, { params: { memberId } })
  person.session = await person.call(getSession)
  return person
}
