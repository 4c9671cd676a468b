-- How the targets of a workspace are judged: where at risk begins and how a ceiling is attained.
alter table workspace
  add column pace_at_risk double precision not null default 0.9 check (pace_at_risk between 0.5 and 1),
  add column ratio_at_risk double precision not null default 0.1 check (ratio_at_risk between 0 and 0.5),
  add column ceiling_method text not null default 'quotient' check (ceiling_method in ('quotient', 'mirror'));
