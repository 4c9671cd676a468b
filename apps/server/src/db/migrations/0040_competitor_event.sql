-- What competitors did while the plan ran, marked on its trends.

create table competitor_event (
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
  competitor text,
  move text not null default 'campaign' check (move in ('price_change', 'campaign', 'creative', 'landing_page', 'release', 'traffic', 'sentiment', 'other_move')),
  name text not null,
  start_date date,
  end_date date,
  channel text,
  source text,
  remark text,
  primary key (workspace_id, plan_id, id),
  foreign key (workspace_id, plan_id) references plan (workspace_id, id) on delete cascade
);
create index competitor_event_by_position on competitor_event (workspace_id, plan_id, position, id);

alter table competitor_event enable row level security;
alter table competitor_event force row level security;
create policy workspace_only on competitor_event to yingce_app
  using (workspace_id = (select app_workspace_id())) with check (workspace_id = (select app_workspace_id()));
grant select, insert, update, delete on competitor_event to yingce_app;
