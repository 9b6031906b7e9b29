-- Our models under the column names of Epoch AI's Data on AI Models, so that notebooks written for that table run unchanged.

create view epoch_models as
  with country_names (code, name) as (values
    ('AE', 'United Arab Emirates'), ('AR', 'Argentina'), ('AT', 'Austria'), ('AU', 'Australia'),
    ('BD', 'Bangladesh'), ('BE', 'Belgium'), ('BG', 'Bulgaria'), ('BR', 'Brazil'),
    ('CA', 'Canada'), ('CH', 'Switzerland'), ('CL', 'Chile'), ('CN', 'China'),
    ('CO', 'Colombia'), ('CZ', 'Czechia'), ('DE', 'Germany'), ('DK', 'Denmark'),
    ('EE', 'Estonia'), ('EG', 'Egypt'), ('ES', 'Spain'), ('FI', 'Finland'),
    ('FR', 'France'), ('GB', 'United Kingdom of Great Britain and Northern Ireland'), ('GR', 'Greece'), ('HK', 'Hong Kong'),
    ('HR', 'Croatia'), ('HU', 'Hungary'), ('ID', 'Indonesia'), ('IE', 'Ireland'),
    ('IL', 'Israel'), ('IN', 'India'), ('IR', 'Iran (Islamic Republic of)'), ('IS', 'Iceland'),
    ('IT', 'Italy'), ('JP', 'Japan'), ('KE', 'Kenya'), ('KR', 'Korea (Republic of)'),
    ('KZ', 'Kazakhstan'), ('LB', 'Lebanon'), ('LK', 'Sri Lanka'), ('LT', 'Lithuania'),
    ('LU', 'Luxembourg'), ('MO', 'Macao'), ('MX', 'Mexico'), ('MY', 'Malaysia'),
    ('NG', 'Nigeria'), ('NL', 'Netherlands'), ('NO', 'Norway'), ('NZ', 'New Zealand'),
    ('PH', 'Philippines'), ('PK', 'Pakistan'), ('PL', 'Poland'), ('PT', 'Portugal'),
    ('QA', 'Qatar'), ('RO', 'Romania'), ('RS', 'Serbia'), ('RU', 'Russia'),
    ('SA', 'Saudi Arabia'), ('SE', 'Sweden'), ('SG', 'Singapore'), ('SI', 'Slovenia'),
    ('SK', 'Slovakia'), ('TH', 'Thailand'), ('TR', 'Turkey'), ('TW', 'Taiwan'),
    ('UA', 'Ukraine'), ('US', 'United States of America'), ('VN', 'Vietnam'), ('ZA', 'South Africa')),
  makers as (
    select r.family_id,
           string_agg(case m.type when 'academia' then 'Academia' when 'industry' then 'Industry' when 'government' then 'Government'
                      when 'nonprofit' then 'Research collective' end, ',' order by m.place) as types,
           string_agg(coalesce(c.name, m.country), ',' order by m.place) filter (where m.country <> '') as countries
    from releases r
    cross join lateral (
      select e.place, e.maker ->> 'type' as type, coalesce(e.maker ->> 'country', '') as country
      from jsonb_array_elements(r.organization_details) with ordinality as e (maker, place)) m
    left join country_names c on c.code = m.country
    group by r.family_id)
  select coalesce(nullif(v.name, ''), r.name) as "Model",
         array_to_string(r.organizations, ',') as "Organization",
         makers.types as "Organization categorization",
         makers.countries as "Country (of organization)",
         coalesce(v.published_day, r.published_day) as "Publication date",
         (select string_agg(upper(left(d, 1)) || substr(replace(d, '-', ' '), 2), ',') from unnest(r.domains) d) as "Domain",
         null::text as "Task",
         v.parameters as "Parameters",
         v.training_tokens as "Training dataset size (total)",
         v.epochs as "Epochs",
         case when not v.compute_imputed then v.compute end as "Training compute (FLOP)",
         case when not v.compute_imputed then v.compute_low end as "Training compute lower bound",
         case when not v.compute_imputed then v.compute_high end as "Training compute upper bound",
         case when v.compute_imputed then null else case v.compute_method when 'reported' then 'Reported'
           when 'operation-counting' then 'Operation counting' when 'hardware-time' then 'Hardware'
           when 'combined' then 'Operation counting,Hardware' when 'fine-tune' then 'Other' when 'curated' then 'Other' end end
           as "Training compute estimation method",
         case when v.compute is null or v.compute_imputed then 'Unknown' else case v.compute_confidence when 'high' then 'Confident'
           when 'medium' then 'Likely' else 'Speculative' end end as "Confidence",
         v.accelerator as "Training hardware",
         v.accelerator_count as "Hardware quantity",
         v.training_hours as "Training time (hours)",
         v.chip_hours as "Training chip-hours",
         null::double precision as "Hardware utilization (MFU)",
         null::text as "Numerical format",
         null::double precision as "Training power draw (W)",
         null::double precision as "Training compute cost (2023 USD)",
         case r.weights when 'unrestricted' then 'Open weights (unrestricted)' when 'restricted-use' then 'Open weights (restricted use)'
           when 'non-commercial' then 'Open weights (non-commercial)' when 'api' then 'API access'
           when 'hosted' then 'Hosted access (no API)' when 'unreleased' then 'Unreleased' end as "Model accessibility",
         case r.training_code when 'open' then 'Open source' when 'non-commercial' then 'Open (non-commercial)'
           when 'restricted-use' then 'Open (restricted use)' when 'unreleased' then 'Unreleased' end as "Training code accessibility",
         case when r.weights in ('unrestricted', 'restricted-use', 'non-commercial') then 'Yes' when r.weights <> 'unknown' then 'No' end
           as "Open model weights?",
         null::text as "Base model",
         case when v.compute_inherited > 0 and not v.compute_imputed then v.compute_added end as "Finetune compute (FLOP)",
         null::text as "Frontier model",
         case when 'notable' = any (r.flags) then 'True' end as "Notable",
         r.members -> 0 ->> 'url' as "Link",
         null::bigint as "Citations"
  from variants v join releases r using (family_id) left join makers using (family_id)
  where r.state = 'present';
comment on view epoch_models is 'One row for each model under the column names of Epoch AI''s Data on AI Models (2026). What we do not know, or what means something else here, is null. Imputed compute is left out.';
comment on column epoch_models."Model" is 'Name of the variant, or of the release when it has one only.';
comment on column epoch_models."Organization" is 'Names of the makers, joined by commas.';
comment on column epoch_models."Organization categorization" is 'Academia | Industry | Government | Research collective, one for each maker whose kind is known.';
comment on column epoch_models."Country (of organization)" is 'Countries of the makers as that table writes them.';
comment on column epoch_models."Publication date" is 'Day it was published, UTC; the first day of the month or year when only that is known.';
comment on column epoch_models."Domain" is 'What the model is for.';
comment on column epoch_models."Task" is 'Always null: not told here.';
comment on column epoch_models."Parameters" is 'Total parameters.';
comment on column epoch_models."Training dataset size (total)" is 'Tokens seen in training.';
comment on column epoch_models."Epochs" is 'Passes over the data.';
comment on column epoch_models."Training compute (FLOP)" is 'Cumulative training compute in FLOP; a multiply-add is 2. Null when unknown or imputed.';
comment on column epoch_models."Training compute lower bound" is '5th percentile, in FLOP.';
comment on column epoch_models."Training compute upper bound" is '95th percentile, in FLOP.';
comment on column epoch_models."Training compute estimation method" is 'Reported | Operation counting | Hardware | Other (curated tables and fine-tunes), or two of them.';
comment on column epoch_models."Confidence" is 'Confident | Likely | Speculative, of the compute; Unknown when there is none.';
comment on column epoch_models."Training hardware" is 'Canonical name of the chip.';
comment on column epoch_models."Hardware quantity" is 'Number of chips.';
comment on column epoch_models."Training time (hours)" is 'Wall-clock hours.';
comment on column epoch_models."Training chip-hours" is 'Chips times hours.';
comment on column epoch_models."Hardware utilization (MFU)" is 'Always null: see the table facts.';
comment on column epoch_models."Numerical format" is 'Always null: see the table facts.';
comment on column epoch_models."Training power draw (W)" is 'Always null: see energy in the table releases.';
comment on column epoch_models."Training compute cost (2023 USD)" is 'Always null: our costs are nominal; see cost in the table releases.';
comment on column epoch_models."Model accessibility" is 'Openness of the weights in the words of that table.';
comment on column epoch_models."Training code accessibility" is 'Openness of the training code in the words of that table.';
comment on column epoch_models."Open model weights?" is 'Yes when the weights may be downloaded under any licence, else No.';
comment on column epoch_models."Base model" is 'Always null: see compute_inherited in the table variants.';
comment on column epoch_models."Finetune compute (FLOP)" is 'FLOP of this training when it began from a base.';
comment on column epoch_models."Frontier model" is 'Always null: see the view frontier_records.';
comment on column epoch_models."Notable" is 'True when a curated table calls it so.';
comment on column epoch_models."Link" is 'Where its first observation stands.';
comment on column epoch_models."Citations" is 'Always null.';
