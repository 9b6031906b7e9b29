// The why of one release: figures, methods, arithmetic, quotes, sources, history.

import { read } from './api.js';
import { byId, el, inItsSource, key, name, outside, quoted, table } from './dom.js';
import { count, flop, moment, scientific, short, shortWithInterval, words } from './format.js';

const dialog = byId('why');
let shown = null;
let returnTo = null;

/** Opens or closes the panel as the address says. */
export async function route(failed) {
  const id = /^#\/releases\/(.+)$/.exec(location.hash)?.[1];
  if (!id) {
    shown = null;
    if (dialog.open) dialog.close();
    return;
  }
  shown = decodeURIComponent(id);
  await refresh(failed);
}

/** Reads the shown release again, when one of the changed keys is its own or all changed. */
export async function refresh(failed) {
  const asked = shown;
  if (asked === null) return;
  try {
    const release = await read(`releases/${encodeURIComponent(asked)}`);
    if (shown === asked) open(content(release));
  } catch (error) {
    if (shown === asked) open([head(asked, null), el('p.empty', error.message)]);
    failed(error);
  }
}

function open(children) {
  const scrolled = dialog.open ? dialog.scrollTop : 0;
  dialog.replaceChildren(...children);
  if (!dialog.open) {
    returnTo = document.activeElement;
    dialog.showModal();
  }
  dialog.scrollTop = scrolled;
}

dialog.addEventListener('close', () => {
  shown = null;
  // This event comes a little after the closing, and an answer in between opens it once more.
  if (dialog.open) dialog.close();
  if (location.hash.startsWith('#/releases/')) history.replaceState(null, '', location.pathname + location.search);
  returnTo?.focus?.();
});
dialog.addEventListener('click', event => {
  if (event.target === dialog) dialog.close();
});

function head(title, release) {
  return el('header.why-head',
    el('div', el('h2', { id: 'why-title' }, name(title)),
      release ? el('p.quiet', name(release.organizations.join(', ') || 'maker unknown'), ' · ', release.published_at?.slice(0, 10) ?? 'date unknown') : null),
    el('button.close', { type: 'button', 'aria-label': 'Close', onclick: () => dialog.close() }, '×'));
}

function content(release) {
  return [
    head(release.name, release),
    el('div.why-body',
      release.state === 'withdrawn' ? el('p.notice', 'This release was withdrawn by its sources.') : null,
      headline(release),
      ...release.variants.map(variant => variantPart(release, variant)),
      factsPart(release),
      opennessPart(release),
      makersPart(release),
      sourcesPart(release),
      newsPart(release),
      el('p.quiet.small', `Methods ${release.methods_version || 'unknown'}. `,
        el('a', { href: `api/v1/releases/${encodeURIComponent(release.family_id)}` }, 'All of this as JSON'))),
  ];
}

function headline(release) {
  const dl = el('dl.headline');
  const add = (term, value, note) => dl.append(el('div', el('dt', term), el('dd', value, note ? el('span.quiet', ` ${note}`) : null)));
  add('Training compute', flop(release.compute, release.compute_low, release.compute_high),
    release.compute === null ? '' : [words(release.compute_method).toLowerCase(), release.compute_imputed ? 'never in sums or records' : '', release.compute_disagree ? 'methods disagree by more than 3×' : ''].filter(Boolean).join('; '));
  add('Parameters', shortWithInterval(release.parameters, release.parameters_low, release.parameters_high));
  if (release.cost !== null) add('Cost', `${shortWithInterval(release.cost, release.cost_low, release.cost_high)} USD`, 'amortised own hardware');
  if (release.energy !== null) add('Energy', `${shortWithInterval(release.energy, release.energy_low, release.energy_high)} kWh`, 'servers with PUE');
  if (release.carbon !== null) add('Carbon', `${shortWithInterval(release.carbon, release.carbon_low, release.carbon_high)} kg CO2e`);
  if (release.derivatives > 0) add('Derivatives', count(release.derivatives), 'fine-tunes, quantizations, adapters, merges');
  if (release.flags.length) add('Flags', release.flags.join(', '));
  for (const jump of release.record_jumps) add('Needs review', `${short(jump.times)} times the record before`, `record-jump: ${jump.variant || jump.release} ${scientific(jump.compute)} against ${scientific(jump.former_record)} FLOP; most such jumps are errors of a source`);
  return dl;
}

function variantPart(release, variant) {
  const alone = release.variants.length === 1;
  const what = [
    ['parameters', variant.parameters, short], ['active per token', variant.active_parameters, short],
    ['training tokens', variant.training_tokens, short], ['epochs', variant.epochs, short],
    ['chips', variant.accelerator_count, short], ['hours', variant.training_hours, short], ['chip-hours', variant.chip_hours, short],
  ].filter(([, value]) => value !== null).map(([label, value, write]) => `${write(value)} ${value === 1 ? label.replace(/s$/, '') : label}`);
  if (variant.accelerator) what.push(`on ${variant.accelerator}`);
  return el('section',
    el('h3', alone ? 'How the compute figure came about' : name(variant.name || variant.variant_id),
      alone ? null : el('span.quiet', ` ${variant.published_at?.slice(0, 10) ?? ''} ${flop(variant.compute, variant.compute_low, variant.compute_high)}`)),
    what.length ? el('p', name(what.join(' · '))) : null,
    variant.compute_arithmetic ? el('p.arithmetic', name(variant.compute_arithmetic)) : null,
    variant.compute_inherited === null ? null : el('p.small', `Of this, ${scientific(variant.compute_inherited)} FLOP are inherited from the base and ${variant.compute_added === null ? 'an unknown amount' : `${scientific(variant.compute_added)} FLOP`} were added.`),
    variant.compute === null ? null : el('p.quiet.small', `${boundary(variant.compute_boundary)}; ${variant.compute_stage === 'unknown' ? 'training stage not stated' : `stage: ${words(variant.compute_stage).toLowerCase()}`}; confidence ${variant.compute_confidence}.`),
    variant.estimates.length ? el('ul.estimates', variant.estimates.map(estimate)) : el('p.quiet', 'No method applies: the sources state too little.'));
}

function boundary(word) {
  return { 'updates-only': 'Counts weight updates only', 'with-data-generation': 'Counts updates and data generation', project: 'Counts the whole project' }[word] ?? 'What is counted is not stated';
}

function estimate(item) {
  return el(`li${item.used ? '.used' : '.lost'}`,
    el('p', el('span.verdict', item.used ? 'used' : 'not used'), ` ${words(item.method)}: `, el('b', flop(item.value ?? 0, item.low, item.high))),
    item.arithmetic ? el('p.arithmetic', name(item.arithmetic)) : null,
    item.note ? el('p.small', name(item.note)) : null,
    item.width ? el('p.quiet.small', `Width of the interval: ${words(item.width).toLowerCase()}, ${Math.log10(item.high / item.low).toFixed(1)} decades.`) : null,
    item.sources?.length ? el('p.quiet.small', 'from ', name(item.sources.join(', '))) : null);
}

function factsPart(release) {
  if (!release.facts.length) return null;
  const aside = [...new Set(release.variants.flatMap(variant => variant.set_aside))];
  return el('section', el('h3', 'What the sources say'),
    el('p.quiet.small', 'Every value that was read, in its place in the source, and whether it stands. The words around a quote are those of the source.'),
    el('ul.facts', quotes(release.facts).map(facts => el('li',
      facts[0].quote ? inItsSource(facts[0].words_before, facts[0].quote, facts.map(span), facts[0].words_after) : null,
      facts.map(fact => factLine(release, fact)),
      el('p.quiet.small', outside(facts[0].url, facts[0].title || facts[0].observation))))),
    aside.length ? [el('h4', 'Set aside, because others contradict it a thousand times over'), el('ul.plain', aside.map(sentence => el('li', name(sentence))))] : null);
}

// Facts that one quote proves stand together.
function quotes(facts) {
  const byPlace = new Map();
  for (const fact of facts) {
    const place = fact.quote ? `${fact.observation} ${fact.quote_start} ${fact.quote}` : `${fact.observation} alone`;
    byPlace.set(place, [...(byPlace.get(place) ?? []), fact]);
  }
  return [...byPlace.values()];
}

// Where the value stands in its quote; for what is not told apart exactly, where its words are first.
function span(fact) {
  if (fact.value_start >= 0) return [fact.value_start, fact.value_end];
  const at = fact.value ? fact.quote.indexOf(fact.value) : -1;
  return [at, at + (at < 0 ? 0 : fact.value.length)];
}

// What the operator said of a value: accepted, rejected, or nothing.
function verdict(release, fact) {
  const said = release.facts.filter(one => one.source === 'operator');
  const judges = said.filter(one => one.field === 'subject' && one.value === fact.observation).map(one => one.observation);
  const judged = said.find(one => (one.field === 'accept' || one.field === 'reject') && one.value === fact.field && judges.includes(one.observation));
  return judged ? `${judged.field}ed by the operator` : '';
}

function fate(release, fact, kept, lost) {
  const judged = verdict(release, fact);
  if (judged.startsWith('reject')) return ` · ${judged}`;
  if (fact.quarantine && !judged) return [' · stands aside: ', name(fact.quarantine)];
  const before = judged ? ` · ${judged}` : '';
  if (kept.length) return [before, ' · ', el('span.verdict', `stands${release.variants.length > 1 ? ` for ${kept.map(variant => variant.name || variant.variant_id).join(', ')}` : ''}`)];
  return lost.length ? [before, ' · does not stand: ', name([...new Set(lost.map(one => one.why))].join('; '))] : before;
}

function factLine(release, fact) {
  const lost = release.variants.flatMap(variant => variant.candidates.filter(one => isSame(one, fact)).map(one => ({ ...one, of: variant })));
  const kept = stands(release, fact);
  return el(`p.fact${kept.length ? '.used' : fact.quarantine || lost.length ? '.lost' : ''}`,
    el('b', `${fieldWords(fact.field)}: `), name(fact.number === null ? fact.value : `${short(fact.number)} ${fact.unit}`.trim()),
    fact.owner ? [' of ', name(fact.owner)] : null,
    el('span.small', fate(release, fact, kept, lost)),
    el('span.quiet.small', ` · rule ${fact.rule}`));
}

function isSame(candidate, fact) {
  return candidate.observation === fact.observation && candidate.field === fact.field && candidate.start === fact.quote_start
    && (candidate.number ?? null) === fact.number && (fact.number !== null || candidate.text === fact.value);
}

const COLUMNS = { parameters: 'parameters', activeParameters: 'active_parameters', trainingTokens: 'training_tokens', datasetTokens: 'training_tokens',
  epochs: 'epochs', acceleratorCount: 'accelerator_count', trainingHours: 'training_hours', chipHours: 'chip_hours' };

// The variants for which a value stands.
function stands(release, fact) {
  if (fact.field === 'accelerator') return release.variants.filter(variant => variant.accelerator === fact.value);
  const column = COLUMNS[fact.field];
  return column && fact.number !== null ? release.variants.filter(variant => variant[column] === fact.number) : [];
}

function fieldWords(field) {
  return words(field.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase());
}

/** The fourteen parts of the European Open Source AI Index. */
const OPENNESS_PARTS = {
  opencode: 'Code that trains and runs it', llmdata: 'Data of the base model', llmweights: 'Weights of the base model', rldata: 'Data of the tuning',
  rlweights: 'Weights after tuning', license: 'Clauses of the licence', code: 'Documentation of the code', architecture: 'Documentation of the architecture',
  preprint: 'Preprint', paper: 'Reviewed paper', modelcard: 'Model card', datasheet: 'Datasheet', package: 'Package', api: 'API',
};

function opennessPart(release) {
  const dimensions = Object.entries(release.openness_dimensions);
  return el('section', el('h3', 'How open it is'),
    table(['Part', 'State'], [
      ['Weights', words(release.weights)],
      ['Licence', release.license ? name(release.license) : 'unknown'],
      ['Training code', words(release.training_code)],
      ['Training data', words(release.data)],
      ...(release.mof_class ? [['Model Openness Framework', `class ${release.mof_class}`]] : []),
      ...dimensions.map(([part, state]) => [OPENNESS_PARTS[part] ?? words(part), words(state)]),
    ]),
    release.openness_quote ? quoted(release.openness_quote, release.license) : null,
    release.openness_rule ? el('p.quiet.small', `Rule ${release.openness_rule}.`) : null);
}

function makersPart(release) {
  return el('section', el('h3', 'Who made it'),
    el('p', 'Set rule: ', key('c', release.affiliation, words(release.affiliation)), el('span.quiet', ` · 30 % rule: ${words(release.affiliation_by_share).toLowerCase()}`)),
    release.organization_details.length ? table(['Maker', 'Type', 'Country', 'Why'], release.organization_details.map(maker =>
      [name(maker.name ?? ''), words(maker.type) + (maker.stateInstitute ? ', state institute' : ''), maker.country ?? 'unknown', maker.rule ?? '']))
      : el('p.quiet', 'No maker is known.'));
}

function sourcesPart(release) {
  return el('section', el('h3', 'Sources and history'), el('ul.plain', release.members.map(member => el('li',
    outside(member.url, member.title || `${member.source}/${member.nativeId}`),
    el('span.quiet.small', ` ${member.source}, published ${member.publishedAt?.slice(0, 10) ?? 'unknown'}, seen ${moment(member.observedAt)} UTC${member.link ? `, bound by ${member.link}` : ''}`)))),
  el('p.quiet.small', `First seen ${moment(release.first_observed_at)} UTC, last changed ${moment(release.changed_at)} UTC.`));
}

function newsPart(release) {
  if (!release.alerts.length && !release.corrections.length) return null;
  return el('section', el('h3', 'Alerts and corrections'), el('ul.plain',
    release.alerts.map(alert => el('li', el('b', name(alert.title)), el('span.quiet.small', ` ${alert.state}, ${moment(alert.observed_at)} UTC`), el('p.small', name(alert.message)))),
    release.corrections.map(correction => el('li', name(correction.sentence || `${correction.field}: ${correction.before} → ${correction.after}`), el('span.quiet.small', ` ${words(correction.why).toLowerCase()}, ${moment(correction.observed_at)} UTC`)))));
}
