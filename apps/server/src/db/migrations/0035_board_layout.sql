-- How the channel board of a plan is arranged: by a person for themselves, and
-- (without a member) for everybody. Blocks are checked by the contract.

create table board_layout (
  workspace_id uuid not null,
  plan_id uuid not null,
  member_id uuid,
  blocks jsonb not null,
  updated_at timestamptz not null,
  unique nulls not distinct (workspace_id, plan_id, member_id),
  foreign key (workspace_id, plan_id) references plan (workspace_id, id) on delete cascade,
  foreign key (workspace_id, member_id) references member (workspace_id, id) on delete cascade
);

alter table board_layout enable row level security;
alter table board_layout force row level security;
create policy workspace_only on board_layout to yingce_app
  using (workspace_id = (select app_workspace_id())) with check (workspace_id = (select app_workspace_id()));
grant select, insert, update, delete on board_layout to yingce_app;
