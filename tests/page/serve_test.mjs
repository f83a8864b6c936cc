// SPDX-License-Identifier: MIT
// node serve_test.mjs KOCHMON BASE FOLDER [PICTURES]: serves a folder that holds a comparison `earlier` and lives the
// story of somebody who edits a policy, in Chromium, which finds no other host: a mistake is shown at its field, the
// run's bar moves, a run is stopped, the effect is the command line's to the digit. Nothing fails or is asked for
// elsewhere, and no page has a fault of accessibility. Pictures go to PICTURES.
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const [kochmon, base, folder, pictures] = process.argv.slice(2);
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
for (const name of ['policies', 'fee-up', 'long', 'beside']) rmSync(join(folder, name), { recursive: true, force: true });

const server = spawn(kochmon, ['serve', folder, '--base', base], { stdio: ['ignore', 'pipe', 'inherit'] });
const ended = new Promise((resolve) => server.on('exit', (code, signal) => resolve({ code, signal })));
const address = await new Promise((resolve) => server.stdout.once('data', (text) => resolve(String(text).trim())));
const { origin } = new URL(address);
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox', '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'] });

const faults = [];
async function newContext(options = {}) {
  const context = await browser.newContext(options);
  context.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
  context.on('weberror', (error) => faults.push(error.error().message));
  context.on('request', (request) => request.url().startsWith(`${origin}/`) || request.url().startsWith('data:') ||
    faults.push(`asks for ${request.url()}`));
  return context;
}

const looks = [
  { name: 'desktop-light', viewport: { width: 1280, height: 900 }, colorScheme: 'light' },
  { name: 'desktop-dark', viewport: { width: 1280, height: 900 }, colorScheme: 'dark' },
  { name: 'phone-light', viewport: { width: 390, height: 844 }, colorScheme: 'light' },
  { name: 'phone-dark', viewport: { width: 390, height: 844 }, colorScheme: 'dark' },
];

async function fill(page, label, text) {
  await page.getByLabel(label, { exact: false }).first().fill(text);
}

async function aMistakeIsShownAtItsField(page) {
  await page.getByRole('link', { name: 'New policy' }).first().click();
  await page.waitForSelector('html[data-ready=yes]');
  await fill(page, 'Name of the policy', 'fee-up');
  await page.getByLabel('Lever').selectOption('jurisdictions.russia.permit.fee');
  const about = await page.locator('.about').innerText();
  for (const word of ['RUB', 'range', 'source', 'in the base']) assert.ok(about.includes(word), `no ${word} in ${about}`);
  await page.getByLabel('Amount').fill('-5 RUB');
  await page.getByLabel('From').fill('2010-01');
  await page.getByRole('button', { name: 'Check and save' }).click();
  await page.locator('[data-field=amount][aria-invalid=true]').waitFor();
  assert.match(await page.locator('[data-mistake=amount]').innerText(), /-5 RUB.*expected/s);
  assert.equal(await page.evaluate(() => document.activeElement.dataset.field), 'amount');
  assert.match(await page.locator('#verdict').innerText(), /1 mistake/);
  assert.equal(await page.locator('[data-field=from][aria-invalid=true]').count(), 0);
}

async function itIsMendedByHand(page) {
  await page.getByLabel('How').selectOption('scale');
  await page.getByLabel('Amount').fill('1.5');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.querySelector('#verdict').textContent.endsWith('is saved and right.'));
  assert.match(readFileSync(join(folder, 'policies/fee-up.yaml'), 'utf8'), /lever: jurisdictions\.russia\.permit\.fee\n {4}scale: 1\.5\n/);
}

async function run(page, { result, persons, months, replicates }) {
  await fill(page, 'Result name', result);
  await page.getByLabel('Persons', { exact: true }).fill(persons);
  await page.getByLabel('Months').fill(months);
  await page.getByLabel('Replicates').fill(replicates);
  await page.getByRole('button', { name: 'Save and run' }).click();
}

async function theBarMovesAndTheEffectAppears(page) {
  await page.evaluate(() => {
    globalThis.bars = [];
    const bar = document.querySelector('#bar');
    new MutationObserver(() => globalThis.bars.push(bar.value)).observe(bar, { attributes: true });
  });
  await run(page, { result: 'fee-up', persons: '20000', months: '24', replicates: '3' });
  await page.locator('#effects table').waitFor({ timeout: 120_000 });
  const bars = await page.evaluate(() => globalThis.bars);
  assert.ok(new Set(bars.filter((value) => value > 0 && value < 1)).size >= 2, `the bar stood at ${bars}`);
  assert.equal(bars.at(-1), 1);
  assert.match(await page.locator('#progress').innerText(), /fee-up: done/);
}

// The digits are those of effects.csv, and of the same command typed in.
async function theEffectIsTheCommandLines(page) {
  const lines = readFileSync(join(folder, 'fee-up/effects.csv'), 'utf8').trimEnd().split('\n').map((line) => line.split(','));
  const columns = lines[0];
  const month = lines.at(-1)[columns.indexOf('month')];
  const lineOf = (measure, by) => lines.find((line) => line[1] === month && line[2] === measure && line[3] === by);
  const wanted = [lineOf('legality_by_right', 'jurisdiction'), lineOf('naturalization_rate', 'jurisdiction'), lineOf('abroad', 'total')]
    .map((line) => (name) => line[columns.indexOf(name)]).map((cell) => [cell('policy'), cell('difference'),
      `${cell('low90')} to ${cell('high90')}`, cell('base'), cell('with_policy'), cell('month')]);
  const shown = await page.$$eval('#effects tbody tr', (rows) => rows.map((row) => [...row.cells].slice(1).map((cell) => cell.textContent)));
  assert.deepEqual(shown.slice(0, 3), wanted);
  const command = (await page.locator('#run-commands pre').last().innerText()).split(' ');
  assert.equal(command[0], 'kochmon');
  execFileSync(kochmon, command.slice(1).map((word) => (word === join(folder, 'fee-up') ? join(folder, 'beside') : word)).concat('--quiet'));
  assert.equal(readFileSync(join(folder, 'beside/effects.csv'), 'utf8'), readFileSync(join(folder, 'fee-up/effects.csv'), 'utf8'));
}

async function aRunIsStopped(page) {
  await run(page, { result: 'long', persons: '300000', months: '120', replicates: '9' });
  await page.getByRole('button', { name: 'Stop the run' }).click();
  await page.waitForFunction(() => document.querySelector('#progress').textContent === 'long: stopped');
  assert.ok(!existsSync(join(folder, 'long/run.json')));
}

async function whatIsThereIsNotLost(page) {
  await run(page, { result: 'fee-up', persons: '20000', months: '24', replicates: '3' });
  await page.locator('#result[aria-invalid=true]').waitFor();
  assert.match(await page.locator('[data-mistake=result]').innerText(), /is there already/);
}

async function theReportOpens(page) {
  await page.getByRole('link', { name: 'Report' }).click();
  await page.waitForSelector('html[data-ready=yes]', { timeout: 30_000 });
  const drawn = await page.$$eval('figure.chart', (all) => all.filter((one) => one.dataset.drawn === 'yes').length);
  assert.ok(drawn > 5, `${drawn} charts`);
  await page.goBack();
}

async function nobodyElseGetsIn(place) {
  const other = await browser.newContext();
  const page = await other.newPage();
  for (const tried of [place, `${origin}/`, `${origin}/?token=${'0'.repeat(32)}`])
    assert.equal((await page.goto(tried)).status(), 403, tried);
  await other.close();
}

async function hasNoFaultOfAccess(page, what) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ['violations'] }));
  const told = violations.map((one) => `${one.id}: ${one.nodes.slice(0, 3).map((node) => node.html.slice(0, 120)).join(' | ')}`);
  assert.deepEqual(told, [], what);
}

const pages = {
  list: './',
  editor: 'edit?policy=fee-up',
  opened: 'open?result=fee-up',
  two: 'two?one=earlier&other=fee-up',
};
async function everyPageIsFit(look) {
  const { name, ...options } = look;
  const context = await newContext({ ...options, bypassCSP: true });
  const page = await context.newPage();
  await page.goto(address);
  const place = page.url();
  for (const [what, where] of Object.entries(pages)) {
    await page.goto(new URL(where, place).href);
    if (what === 'editor') await page.locator('#progress').filter({ hasText: 'long' }).waitFor();
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(overflow <= 0, `${name}, ${what}: ${overflow} pixels too wide`);
    await hasNoFaultOfAccess(page, `${name}, ${what}`);
    if (pictures) await page.screenshot({ path: join(pictures, `serve-${what}-${name}.png`), fullPage: true });
  }
  await context.close();
}

try {
  const context = await newContext({ viewport: looks[0].viewport });
  const page = await context.newPage();
  await page.goto(address);
  const place = page.url();
  assert.ok(!place.includes('token'), 'the address keeps the token');
  await page.getByRole('link', { name: 'earlier' }).waitFor();
  await aMistakeIsShownAtItsField(page);
  if (pictures) await page.screenshot({ path: join(pictures, 'serve-mistake.png'), fullPage: true });
  await hasNoFaultOfAccess(await copyOf(page), 'a mistake');
  await itIsMendedByHand(page);
  await theBarMovesAndTheEffectAppears(page);
  if (pictures) await page.locator('#effect').screenshot({ path: join(pictures, 'serve-effect.png') });
  await theEffectIsTheCommandLines(page);
  await whatIsThereIsNotLost(page);
  await theReportOpens(page);
  await page.goto(new URL('edit?policy=fee-up', place).href);
  await page.waitForSelector('html[data-ready=yes]');
  assert.equal(await page.getByLabel('Amount').inputValue(), '1.5');
  await aRunIsStopped(page);
  await nobodyElseGetsIn(place);
  for (const look of looks) {
    await everyPageIsFit(look);
    console.log(`${look.name}: ok`);
  }
  assert.deepEqual(faults, []);
  console.log('serve: ok');
} catch (error) {
  console.error(faults);
  throw error;
} finally {
  await browser.close();
  server.kill('SIGTERM');
  assert.deepEqual(await ended, { code: 0, signal: null });
}

// With axe-core in it, which the content policy of our pages lets in nowhere.
async function copyOf(page) {
  const context = await newContext({ bypassCSP: true });
  const copy = await context.newPage();
  await copy.goto(address);
  await copy.goto(page.url());
  await aMistakeIsShownAtItsField(copy);
  return copy;
}
