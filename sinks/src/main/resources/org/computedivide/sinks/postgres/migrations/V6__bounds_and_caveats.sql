-- What stands beside a number: bounds of a share with all unknown on either side, what a reader must be told, and trends that are no fit.

alter table tallies add column worst_low double precision;
alter table tallies add column worst_high double precision;
alter table tallies add column caveat text not null default '';
comment on column tallies.worst_low is 'Of a share: its value if none of the unknown belonged.';
comment on column tallies.worst_high is 'Of a share: its value if all of the unknown belonged.';
comment on column tallies.caveat is 'What the reader of the number must be told, one sentence; empty when nothing.';

alter table trends add column number double precision;
alter table trends add column unit text not null default 'months';
comment on column trends.number is 'The value of what is not a fit (a lag, a date to come, a growth), in the unit of this row. Null for a fit.';
comment on column trends.unit is 'months | FLOP | decimal year | times.';
