// SPDX-License-Identifier: MIT
// The editor of policies: fields with what the program says of each lever, mistakes at their fields, a run
// with its progress, its effect. All texts come in as texts, never as HTML.
'use strict';
(() => {
  const form = document.getElementById('policy');
  if (!form) return;
  const at = (id) => document.getElementById(id);
  const jsonOf = (id) => JSON.parse(at(id).textContent);
  const levers = jsonOf('levers');
  const leverOf = new Map(levers.map((lever) => [lever.path, lever]));
  let fields = 0;

  function make(name, text = '', attributes = {}) {
    const element = document.createElement(name);
    element.textContent = text;
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    return element;
  }

  function fillLevers(select) {
    const groups = new Map();
    for (const { path } of levers) {
      const head = path.split('.').slice(0, 2).join('.');
      if (!groups.has(head)) groups.set(head, make('optgroup', '', { label: head }));
      groups.get(head).append(make('option', path, { value: path }));
    }
    select.append(make('option', 'choose a lever', { value: '' }), ...groups.values());
  }

  // What stands beside the fields of a change: meaning, unit, range, value and source in the base.
  function showLever(change) {
    const lever = leverOf.get(change.querySelector('[data-field=lever]').value);
    const about = change.querySelector('.about');
    const groups = change.querySelector('.groups');
    about.replaceChildren();
    groups.replaceChildren();
    if (!lever) return;
    const rows = [['meaning', lever.meaning], ['unit', lever.units], [lever.choices.length ? 'choice' : 'range', lever.range],
      ['in the base', lever.value], ['source', lever.source], ['in force where', lever.in_force.join('; ')],
      ['read', lever.in_january ? 'in January alone' : '']];
    for (const [term, text] of rows) if (text) about.append(make('dt', term), make('dd', text));
    for (const { name, names } of lever.groups) groups.append(boxesOf(name, names));
    const operation = change.querySelector('[data-field=operation]');
    for (const option of operation.options) option.disabled = lever.choices.length > 0 && option.value !== 'set';
    if (lever.choices.length) operation.value = 'set';
  }

  function boxesOf(dimension, names) {
    const set = make('fieldset');
    set.append(make('legend', `For some of ${dimension} alone (none: for all)`));
    for (const name of names) {
      const label = make('label');
      label.append(make('input', '', { type: 'checkbox', 'data-group': dimension, value: name }), name);
      set.append(label);
    }
    return set;
  }

  function addChange(draft = null) {
    const change = at('change').content.firstElementChild.cloneNode(true);
    for (const field of change.querySelectorAll('[data-field]')) {
      field.id = `field-${++fields}`;
      field.previousElementSibling.htmlFor = field.id;
      const mistake = change.querySelector(`[data-mistake="${field.dataset.field}"]`);
      if (!mistake) continue;
      mistake.id = `mistake-${fields}`;
      field.setAttribute('aria-describedby', mistake.id);
    }
    const select = change.querySelector('[data-field=lever]');
    fillLevers(select);
    for (const field of change.querySelectorAll('[data-field]'))
      if (draft && draft[field.dataset.field]) field.value = draft[field.dataset.field];
    showLever(change);
    for (const box of change.querySelectorAll('[data-group]'))
      box.checked = Boolean(draft?.groups?.[box.dataset.group]?.includes(box.value));
    select.addEventListener('change', () => showLever(change));
    change.querySelector('[data-do=remove]').addEventListener('click', () => {
      change.remove();
      numberChanges();
      at('more').focus();
    });
    at('changes').append(change);
    numberChanges();
    return change;
  }

  function numberChanges() {
    [...at('changes').children].forEach((change, k) => {
      change.querySelector('legend').textContent = `Change ${k + 1}`;
      change.querySelector('[data-do=remove]').textContent = `Remove change ${k + 1}`;
    });
  }

  function draftOf(change) {
    const draft = { groups: {} };
    for (const field of change.querySelectorAll('[data-field]')) draft[field.dataset.field] = field.value.trim();
    for (const box of change.querySelectorAll('[data-group]:checked'))
      (draft.groups[box.dataset.group] ??= []).push(box.value);
    return draft;
  }

  async function post(page, content) {
    const answer = await fetch(page, {
      method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(content),
    }).catch(() => null);
    const failed = (text) => ({ ok: false, mistakes: [{ shock: null, field: 'whole', text }] });
    if (!answer) return failed('Nobody answers: kochmon serve has ended.');
    const isJson = answer.headers.get('Content-Type') === 'application/json';
    if (isJson) return answer.json();
    const trouble = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const text = trouble.querySelector('pre, body')?.textContent ?? answer.statusText;
    return failed(text);
  }

  function clearMistakes() {
    for (const place of document.querySelectorAll('.mistake')) {
      place.textContent = '';
      place.classList.remove('gentle');
    }
    for (const field of document.querySelectorAll('[aria-invalid]')) field.removeAttribute('aria-invalid');
  }

  const fieldOf = (place) => document.querySelector(`[aria-describedby~="${place.id}"]`);

  // At its field, and where that has none below all of them.
  function showMistake({ shock, field, text }, isGentle) {
    const change = at('changes').children[shock ?? -1];
    const place = change?.querySelector(`[data-mistake="${field}"]`) ??
      document.querySelector(`form > p > [data-mistake="${field}"], .fields > p > [data-mistake="${field}"]:not(.change *)`) ?? at('whole');
    place.textContent += (place.textContent ? '\n' : '') + text;
    place.classList.toggle('gentle', isGentle);
    const target = fieldOf(place);
    if (!isGentle) target?.setAttribute('aria-invalid', 'true');
    return target;
  }

  function showVerdict(verdict) {
    clearMistakes();
    for (const note of verdict.notes ?? []) showMistake(note, true);
    const targets = verdict.mistakes.map((mistake) => showMistake(mistake, false)).filter(Boolean);
    targets[0]?.focus();
    const count = verdict.mistakes.length;
    at('verdict').textContent = count ? `${count} ${count === 1 ? 'mistake' : 'mistakes'}, shown at the fields.`
      : verdict.file ? `${verdict.file} is saved and right.` : '';
    if (verdict.command) showCommand('validate', verdict.command);
    return verdict.ok;
  }

  const commands = new Map();
  function showCommand(kind, command) {
    commands.set(kind, command);
    at('commands').hidden = false;
    at('run-commands').replaceChildren(...[...commands.values()].map((text) => {
      const block = make('pre');
      block.append(make('code', text));
      return block;
    }));
  }

  async function save() {
    const draft = { name: at('name').value.trim(), shocks: [...at('changes').children].map(draftOf) };
    return showVerdict(await post('save', draft));
  }

  async function run() {
    if (!(await save())) return;
    const value = (id) => at(id).value.trim();
    const wish = { policy: value('name'), result: value('result') || value('name'), persons: value('persons'),
      months: value('months'), replicates: value('replicates') };
    const verdict = await post('run', wish);
    if (verdict.ok) at('effect').hidden = true;
    else showVerdict(verdict);
  }

  function secondsLeft(seconds) {
    return seconds < 90 ? `${Math.round(seconds)} seconds left` : `${Math.round(seconds / 60)} minutes left`;
  }

  let told = '';
  let lastTold = 0;
  // A reader of the screen hears a change of state at once, progress every five seconds.
  function tell(text, isUrgent) {
    if (text === told || (!isUrgent && Date.now() - lastTold < 5000)) return;
    told = text;
    lastTold = Date.now();
    at('progress').textContent = text;
  }

  const phases = { running: 'running', done: 'done', stopped: 'stopped', failed: 'failed' };
  let phaseBefore = '';
  function showState(state) {
    if (state.phase === 'none') return;
    const isNew = state.phase !== phaseBefore;
    phaseBefore = state.phase;
    const isRunning = state.phase === 'running';
    at('going').hidden = false;
    at('bar').value = state.done;
    at('percent').textContent = `${Math.round(state.done * 100)} %`;
    at('start').disabled = isRunning;
    at('stop').hidden = !isRunning;
    at('told-of').hidden = isRunning || !state.told;
    if (isNew) at('told-of').open = state.phase !== 'done';
    at('told').textContent = state.told;
    showCommand('run', state.command);
    const where = isRunning && state.month ? `, ${state.month}, ${secondsLeft(state.seconds_left)}` : '';
    tell(`${state.result}: ${phases[state.phase]}${where}`, isNew);
    if (state.phase === 'done' && isNew) showEffect(state.result);
  }

  async function showEffect(result) {
    const address = `?result=${encodeURIComponent(result)}`;
    const answer = await fetch(`effects${address}`);
    if (!answer.ok) return;
    const heads = ['Measure', 'Policy', 'Difference', '90 % interval', 'Base', 'With policy', 'Month'];
    const table = make('table');
    table.append(make('caption', `Effect in the last month, as ${result}/effects.csv has it`));
    const head = table.createTHead().insertRow();
    for (const text of heads) head.append(make('th', text, { scope: 'col' }));
    const body = table.createTBody();
    for (const row of await answer.json()) {
      const cells = [row.policy, row.difference, row.low_90 ? `${row.low_90} to ${row.high_90}` : 'one replicate gives none',
        row.base, row.with_policy, row.month];
      const line = body.insertRow();
      line.append(make('th', `${row.measure} (${row.unit})`, { scope: 'row' }), ...cells.map((text) => make('td', text)));
    }
    const wide = make('div', '', { class: 'wide', tabindex: '0', role: 'region', 'aria-label': 'Effect in the last month' });
    wide.append(table);
    const links = make('p');
    links.append(make('a', 'Report', { href: `report${address}` }), ' and ', make('a', 'files of the result', { href: `open${address}` }));
    at('effects').replaceChildren(wide, links);
    at('effect').hidden = false;
  }

  // Every field of the whole form knows the place of its mistakes.
  for (const id of ['name', 'result', 'persons', 'months', 'replicates']) {
    const place = document.querySelector(`[data-mistake="${id}"]`);
    place.id = `mistake-of-${id}`;
    at(id).setAttribute('aria-describedby', `${at(id).getAttribute('aria-describedby') ?? ''} ${place.id}`.trim());
  }
  const draft = jsonOf('draft');
  if (draft.name) at('name').value = draft.name;  // what was typed meanwhile stays
  if (draft.shocks.length) draft.shocks.forEach((shock) => addChange(shock));
  else addChange();
  at('more').addEventListener('click', () => addChange().querySelector('select').focus());
  form.addEventListener('submit', (event) => { event.preventDefault(); save(); });
  at('run').addEventListener('submit', (event) => { event.preventDefault(); run(); });
  at('stop').addEventListener('click', () => post('stop', {}));
  new EventSource('events').addEventListener('message', (event) => showState(JSON.parse(event.data)));
  document.documentElement.dataset.ready = 'yes';
})();
