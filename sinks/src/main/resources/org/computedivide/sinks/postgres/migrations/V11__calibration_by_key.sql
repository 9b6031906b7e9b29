-- The same rows as before, begun with what was disclosed: of each family only its own sources are looked through.

create or replace view disclosed_later as
  with estimate as (
    select v.family_id, v.variant_id, v.name, e ->> 'method' as method, coalesce(e ->> 'tier', 'computed') as tier, e ->> 'confidence' as confidence,
           (e ->> 'value')::double precision as value, (e ->> 'low')::double precision as low,
           (e ->> 'high')::double precision as high, coalesce((e ->> 'used')::boolean, false) as used, coalesce(e ->> 'note', '') as note,
           coalesce(e ->> 'boundary', 'unknown') as boundary, coalesce(e -> 'sources', '[]') as sources
    from variants v, jsonb_array_elements(v.estimates) e),
  pair as (
    select d.family_id, d.variant_id, d.name, d.value as disclosed, d.method as disclosed_as, d.sources as disclosed_by,
           e.method, e.confidence, e.value, e.low, e.high, e.sources
    from estimate d join estimate e on e.family_id = d.family_id and e.variant_id = d.variant_id
    where d.tier in ('maker', 'curated') and d.used and e.tier in ('computed', 'imputed')
      and d.value > 0 and e.value > 0 and e.low > 0 and e.note not like 'set aside%'
      and e.boundary not in ('with-data-generation', 'project')
      and not exists (select from jsonb_array_elements_text(e.sources) as own where d.sources ? own)),
  dated as (
    select pair.*, coalesce(told.disclosed_at, told.first) as disclosed_at, coalesce(told.estimated_at, told.first) as estimated_at,
           coalesce(told.revised, told.first_revised) as revised
    from pair join releases r on r.family_id = pair.family_id, lateral (
      select min(m.seen) as first, min(m.revised) as first_revised, max(m.seen) filter (where pair.disclosed_by ? m.key) as disclosed_at,
             max(m.seen) filter (where pair.sources ? m.key) as estimated_at, max(m.revised) filter (where pair.sources ? m.key) as revised
      from (select (member ->> 'source') || '/' || (member ->> 'nativeId') as key, (member ->> 'observedAt')::timestamptz as revised,
                   coalesce(nullif((member ->> 'firstObservedAt')::timestamptz, 'epoch'), (member ->> 'observedAt')::timestamptz) as seen
            from jsonb_array_elements(r.members) as member) m) told)
  select distinct on (disclosed_at, family_id, variant_id, method)
         family_id, variant_id, name, method, confidence, value as estimate, low, high, estimated_at,
         disclosed, disclosed_as, disclosed_at, disclosed between low and high as inside,
         abs(log(value / disclosed)) as error, log(high / low) as decades, revised >= disclosed_at as revised_since
  from dated
  where estimated_at < disclosed_at
  order by disclosed_at, family_id, variant_id, method, value;
