create table plan (
  workspace_id uuid not null references workspace (id) on delete cascade,
  id uuid not null,
  name text not null,
  period_start date,
  period_end date,
  state text not null default 'draft' check (state in ('draft', 'running', 'finished', 'archived')),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  total_budget bigint,
  reserve bigint,
  origin text not null check (origin in ('blank', 'template', 'import', 'sample')),
  version integer not null default 1,
  created_by uuid,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  import_id uuid,
  primary key (workspace_id, id)
);
create index plan_by_creation on plan (workspace_id, created_at, id);
