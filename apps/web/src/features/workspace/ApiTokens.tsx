import {
  TOKEN_SCOPES,
  createApiToken,
  listApiTokens,
  revokeApiToken,
} from '@yingce/contracts/workspace/api-token'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Form, Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { call } from '../../api/call.ts'
import { formatMoment, MISSING } from '../../ui/format.ts'
import { ProblemNote } from '../../ui/ProblemNote.tsx'

interface TokenValues {
  name: string
  scopes: (typeof TOKEN_SCOPES)[number][]
  days: number
}

const LIFETIMES = [7, 30, 90, 365]

/** Tokens for the command line and for programs. */
export function ApiTokens() {
  const { t } = useTranslation('workspace')
  const client = useQueryClient()
  const [form] = Form.useForm<TokenValues>()
  const list = useQuery({ queryKey: ['tokens'], queryFn: ({ signal }) => call(listApiTokens, { signal }) })
  const refresh = () => client.invalidateQueries({ queryKey: ['tokens'] })
  const create = useMutation({
    mutationFn: (body: TokenValues) => call(createApiToken, { body }),
    onSuccess: () => {
      form.resetFields()
      void refresh()
    },
  })
  const revoke = useMutation({
    mutationFn: (tokenId: string) => call(revokeApiToken, { params: { tokenId } }),
    onSettled: refresh,
  })
  return (
    <section className="card" aria-labelledby="tokens-title">
      <div className="card-head">
        <h2 id="tokens-title">{t('tokens.title')}</h2>
        <small>{t('tokens.note')}</small>
      </div>
      <Form
        form={form}
        name="token"
        layout="vertical"
        requiredMark={false}
        initialValues={{ scopes: ['read'], days: 90 }}
        onFinish={(values) => create.mutate(values)}
      >
        <div className="form-row form-row-three">
          <Form.Item
            name="name"
            label={t('tokens.name')}
            rules={[{ required: true, whitespace: true, message: t('tokens.needName') }]}
          >
            <Input maxLength={80} />
          </Form.Item>
          <Form.Item
            name="scopes"
            label={t('tokens.scopes')}
            rules={[{ required: true, message: t('tokens.needScope') }]}
          >
            <Select
              mode="multiple"
              options={TOKEN_SCOPES.map((value) => ({ value, label: t(`tokens.scope.${value}`) }))}
            />
          </Form.Item>
          <Form.Item name="days" label={t('tokens.days')}>
            <Select
              options={LIFETIMES.map((value) => ({ value, label: t('tokens.dayCount', { count: value }) }))}
            />
          </Form.Item>
        </div>
        {create.isError && <ProblemNote error={create.error} />}
        <Button htmlType="submit" loading={create.isPending}>
          {t('tokens.create')}
        </Button>
      </Form>
      {create.data !== undefined && (
        <div className="inline-form" role="status">
          <Input
            readOnly
            value={create.data.secret}
            aria-label={t('tokens.secret')}
            onFocus={(event) => event.target.select()}
          />
          <span className="figure-note">{t('tokens.once')}</span>
        </div>
      )}
      {list.data !== undefined && list.data.items.length > 0 && (
        <div className="table-scroll" tabIndex={0} role="group" aria-labelledby="tokens-title">
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{t('tokens.name')}</th>
                <th scope="col">{t('tokens.scopes')}</th>
                <th scope="col">{t('tokens.lastUsed')}</th>
                <th scope="col">{t('invite.expires')}</th>
                <th scope="col">
                  <span className="visually-hidden">{t('invite.revoke')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {list.data.items.map((token) => (
                <tr key={token.id}>
                  <td>
                    {token.name}
                    <div className="figure-note">{token.prefix}…</div>
                  </td>
                  <td>{token.scopes.map((scope) => t(`tokens.scope.${scope}`)).join(' · ')}</td>
                  <td className="nowrap">
                    {token.lastUsedAt === null ? MISSING : formatMoment(token.lastUsedAt)}
                  </td>
                  <td className="nowrap">{formatMoment(token.expiresAt)}</td>
                  <td>
                    <Button size="small" danger onClick={() => revoke.mutate(token.id)}>
                      {t('invite.revoke')}
                    </Button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}
