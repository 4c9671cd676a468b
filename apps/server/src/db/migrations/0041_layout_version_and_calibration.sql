-- Arrangements of boards are saved against the version that was seen, so a row
-- stays when its arrangement goes back to the one behind it. Without a plan it
-- is of the board over all plans.

alter table board_layout alter column plan_id drop not null;
alter table board_layout alter column blocks drop not null;
alter table board_layout add column version integer not null default 1;

-- Which metrics of which two sources are held against each other; the pairs are
-- checked by the contract.

create table calibration_setting (
  workspace_id uuid primary key references workspace (id) on delete cascade,
  version integer not null,
  pairs jsonb not null,
  updated_at timestamptz not null
);

alter table calibration_setting enable row level security;
alter table calibration_setting force row level security;
create policy workspace_only on calibration_setting to yingce_app
  using (workspace_id = (select app_workspace_id())) with check (workspace_id = (select app_workspace_id()));
grant select, insert, update, delete on calibration_setting to yingce_app;
