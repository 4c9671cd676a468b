-- The KPI tree of a plan: one row a node, the parent by its id.

create table kpi_node (
  workspace_id uuid not null,
  plan_id uuid not null,
  id uuid not null,
  position double precision not null,
  version integer not null default 1,
  unread jsonb not null default '{}',
  created_by uuid,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  import_id uuid,
  parent_id uuid,
  level text not null default 'process' check (level in ('result', 'process', 'base')),
  name text not null,
  metric text,
  target text,
  binding text not null default 'facts' check (binding in ('facts', 'entered')),
  actual text,
  baseline text,
  channel text,
  start_date date,
  end_date date,
  weight double precision not null default 1,
  benchmark text,
  benchmark_source text,
  benchmark_date date,
  owner text,
  remark text,
  primary key (workspace_id, plan_id, id),
  foreign key (workspace_id, plan_id) references plan (workspace_id, id) on delete cascade
);
create index kpi_node_by_position on kpi_node (workspace_id, plan_id, position, id);

alter table kpi_node enable row level security;
alter table kpi_node force row level security;
create policy workspace_only on kpi_node to yingce_app
  using (workspace_id = (select app_workspace_id())) with check (workspace_id = (select app_workspace_id()));
grant select, insert, update, delete on kpi_node to yingce_app;
