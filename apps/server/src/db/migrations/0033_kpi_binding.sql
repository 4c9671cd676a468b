-- A reached value bound to a metric (M12, X11): it is computed from the facts that are
-- assigned to the record, and nobody types over it until the binding is taken off.

create table kpi_binding (
  workspace_id uuid not null,
  plan_id uuid not null,
  -- no key to the record: a record that is deleted and brought back has its binding again
  record_id uuid not null,
  entity text not null check (entity in ('task', 'target', 'effect_review')),
  -- key of the metric dictionary
  metric text not null,
  -- null: all of them
  channel text,
  strategy text,
  -- null: from the first fact on, and up to now
  day_from date,
  day_to date,
  created_by uuid,
  created_at timestamptz not null,
  primary key (workspace_id, plan_id, record_id),
  foreign key (workspace_id, plan_id) references plan (workspace_id, id) on delete cascade
);

alter table kpi_binding enable row level security;
alter table kpi_binding force row level security;
create policy workspace_only on kpi_binding to yingce_app
  using (workspace_id = (select app_workspace_id())) with check (workspace_id = (select app_workspace_id()));
grant select, insert, update, delete on kpi_binding to yingce_app;
