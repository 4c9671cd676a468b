-- Read-only links to the channel board of a plan. Of the link only a hash is
-- kept; whoever opens it works in its workspace, like everybody else.

create table board_share (
  workspace_id uuid not null,
  plan_id uuid not null,
  id uuid not null,
  token_hash bytea not null,
  password_hash text,
  label text not null,
  is_money_shown boolean not null,
  created_by uuid,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  view_count integer not null default 0,
  last_viewed_at timestamptz,
  primary key (workspace_id, plan_id, id),
  unique (workspace_id, token_hash),
  foreign key (workspace_id, plan_id) references plan (workspace_id, id) on delete cascade
);

alter table board_share enable row level security;
alter table board_share force row level security;
create policy workspace_only on board_share to yingce_app
  using (workspace_id = (select app_workspace_id())) with check (workspace_id = (select app_workspace_id()));
grant select, insert, update, delete on board_share to yingce_app;
