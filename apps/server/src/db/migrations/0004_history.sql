-- Order of the changes of a workspace: the row is locked last in a write, so
-- sequence numbers become visible in their order and without gaps.
create table workspace_tick (
  workspace_id uuid primary key references workspace (id) on delete cascade,
  seq bigint not null
);

-- Every accepted write. `batch` is the first seq of its transaction.
create table change_log (
  workspace_id uuid not null,
  seq bigint not null,
  batch bigint not null,
  plan_id uuid,
  entity text not null,
  entity_id uuid not null,
  version integer not null,
  action text not null check (action in ('create', 'update', 'delete')),
  -- {field: [from, to]}; a field that was empty before a create is left out
  changes jsonb not null,
  member_id uuid,
  source text not null check (source in ('page', 'api', 'import', 'undo', 'template', 'sample')),
  import_id uuid,
  at timestamptz not null,
  primary key (workspace_id, seq)
);
create index change_log_by_record on change_log (workspace_id, plan_id, entity_id, version);

-- Money spent on tasks, append-only: a correction is a further entry.
create table ledger_entry (
  workspace_id uuid not null,
  plan_id uuid not null,
  id uuid not null,
  task_id uuid not null,
  date date not null,
  amount bigint not null,
  source text not null check (source in ('tracker', 'opening', 'reversal', 'sample')),
  note text,
  member_id uuid,
  import_id uuid,
  created_at timestamptz not null,
  primary key (workspace_id, plan_id, id)
);
create index ledger_entry_by_task on ledger_entry (workspace_id, plan_id, task_id, id);

-- What has to leave for other systems, written with the change that causes it.
create table outbox (
  workspace_id uuid not null references workspace (id) on delete cascade,
  id uuid not null,
  kind text not null,
  payload jsonb not null,
  created_at timestamptz not null,
  due_at timestamptz not null,
  sent_at timestamptz,
  tries integer not null default 0,
  last_error text,
  primary key (workspace_id, id)
);
create index outbox_due on outbox (workspace_id, due_at) where sent_at is null;

create table idempotency_key (
  workspace_id uuid not null references workspace (id) on delete cascade,
  member_id uuid not null,
  key text not null,
  fingerprint bytea not null,
  -- null while the first request is still running
  status integer,
  body text,
  created_at timestamptz not null,
  primary key (workspace_id, member_id, key)
);
create index idempotency_key_by_age on idempotency_key (workspace_id, created_at);
