-- Forms that a store fills in by link, without an account (M1). Of the secret in
-- the link only its hash is kept; the PIN is hashed together with that secret, so
-- that its few digits cannot be tried out on a copy of the table.

create table fill_form (
  workspace_id uuid not null,
  id uuid not null,
  source_id uuid not null,
  plan_id uuid,
  name text not null,
  channel text,
  metrics text[] not null,
  token_hash bytea not null,
  pin_hash bytea,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  filled_at timestamptz,
  created_by uuid,
  created_at timestamptz not null,
  primary key (workspace_id, id),
  unique (workspace_id, token_hash),
  foreign key (workspace_id, source_id) references metric_source (workspace_id, id) on delete cascade,
  foreign key (workspace_id, plan_id) references plan (workspace_id, id) on delete cascade
);

alter table fill_form enable row level security;
alter table fill_form force row level security;
create policy workspace_only on fill_form to yingce_app
  using (workspace_id = (select app_workspace_id())) with check (workspace_id = (select app_workspace_id()));
grant select, insert, update, delete on fill_form to yingce_app;
