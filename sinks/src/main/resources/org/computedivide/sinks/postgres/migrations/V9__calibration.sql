-- Whether our intervals held: where a source disclosed a training compute later than what our estimate rests on was seen.

create view disclosed_later as
  with member as (
    select r.family_id, (m ->> 'source') || '/' || (m ->> 'nativeId') as key, (m ->> 'observedAt')::timestamptz as seen
    from releases r, jsonb_array_elements(r.members) m),
  estimate as (
    select v.family_id, v.variant_id, v.name, e ->> 'method' as method, coalesce(e ->> 'tier', 'computed') as tier, e ->> 'confidence' as confidence,
           (e ->> 'value')::double precision as value, (e ->> 'low')::double precision as low,
           (e ->> 'high')::double precision as high, coalesce((e ->> 'used')::boolean, false) as used, coalesce(e ->> 'note', '') as note,
           coalesce(e ->> 'boundary', 'unknown') as boundary, coalesce(e -> 'sources', '[]') as sources,
           coalesce((select max(member.seen) from member where member.family_id = v.family_id and e -> 'sources' ? member.key),
                    (select min(member.seen) from member where member.family_id = v.family_id)) as seen
    from variants v, jsonb_array_elements(v.estimates) e)
  select distinct on (d.seen, d.family_id, d.variant_id, e.method)
         d.family_id, d.variant_id, d.name, e.method, e.confidence, e.value as estimate, e.low, e.high, e.seen as estimated_at,
         d.value as disclosed, d.method as disclosed_as, d.seen as disclosed_at, d.value between e.low and e.high as inside,
         abs(log(e.value / d.value)) as error, log(e.high / e.low) as decades
  from estimate d join estimate e on e.family_id = d.family_id and e.variant_id = d.variant_id
  where d.tier in ('maker', 'curated') and d.used and e.tier in ('computed', 'imputed') and e.seen < d.seen
    and d.value > 0 and e.value > 0 and e.low > 0 and e.note not like 'set aside%'
    and e.boundary not in ('with-data-generation', 'project')
    and not exists (select from jsonb_array_elements_text(e.sources) as own where d.sources ? own)
  order by d.seen, d.family_id, d.variant_id, e.method, e.value;
comment on view disclosed_later is 'One row for each training compute that a source disclosed after our estimate was possible, and each method that had estimated it: was it inside our interval? Estimates that rest on the disclosing source itself are left out.';
comment on column disclosed_later.family_id is 'Id of the family.';
comment on column disclosed_later.variant_id is 'Normalised name of the variant; empty when the family has one only.';
comment on column disclosed_later.name is 'Name for people.';
comment on column disclosed_later.method is 'How we had estimated it: operation-counting | hardware-time | combined | fine-tune | imputed.';
comment on column disclosed_later.confidence is 'How sure we said we were: high | medium | low.';
comment on column disclosed_later.estimate is 'Our estimate from what was seen before, by the methods of today, in FLOP.';
comment on column disclosed_later.low is '5th percentile of the estimate, in FLOP.';
comment on column disclosed_later.high is '95th percentile of the estimate, in FLOP.';
comment on column disclosed_later.estimated_at is 'When the last source that the estimate rests on was seen.';
comment on column disclosed_later.disclosed is 'What was disclosed, in FLOP.';
comment on column disclosed_later.disclosed_as is 'reported (by the maker) | curated (by a table).';
comment on column disclosed_later.disclosed_at is 'When the disclosing source was seen.';
comment on column disclosed_later.inside is 'Whether the disclosed value lies in our 90 % interval.';
comment on column disclosed_later.error is 'Absolute difference of estimate and disclosed value, in decades.';
comment on column disclosed_later.decades is 'Width of our interval, in decades.';

create view calibration as
  select method, confidence, count(*) as disclosed, count(*) filter (where inside) as inside,
         (count(*) filter (where inside))::double precision / count(*) as share,
         percentile_cont(0.5) within group (order by error) as median_error,
         percentile_cont(0.5) within group (order by decades) as median_decades
  from disclosed_later
  group by method, confidence;
comment on view calibration is 'How often our 90 % intervals held where a compute was disclosed later, by method and confidence; 0.85 to 0.95 is wanted.';
comment on column calibration.method is 'operation-counting | hardware-time | combined | fine-tune | imputed.';
comment on column calibration.confidence is 'How sure we said we were: high | medium | low.';
comment on column calibration.disclosed is 'Number of later disclosures.';
comment on column calibration.inside is 'How many of them lie in our interval.';
comment on column calibration.share is 'The same as a share, from 0 to 1.';
comment on column calibration.median_error is 'Median of the absolute error, in decades.';
comment on column calibration.median_decades is 'Median width of the interval, in decades.';
