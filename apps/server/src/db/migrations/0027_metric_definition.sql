-- Metrics that a workspace defines itself. A version is never changed: a new
-- wording or formula is a new row, so that an old report still says what it meant.

create table metric_definition (
  workspace_id uuid not null references workspace (id) on delete cascade,
  key text not null,
  version integer not null check (version > 0),
  zh text not null,
  en text not null,
  unit text not null,
  kind text not null,
  direction text not null check (direction in ('higher', 'lower')),
  definition_zh text not null,
  definition_en text not null,
  formula text not null,
  created_by uuid,
  created_at timestamptz not null,
  primary key (workspace_id, key, version)
);

alter table metric_definition enable row level security;
alter table metric_definition force row level security;
create policy workspace_only on metric_definition to yingce_app
  using (workspace_id = (select app_workspace_id())) with check (workspace_id = (select app_workspace_id()));
grant select, insert on metric_definition to yingce_app;
