// SPDX-License-Identifier: MIT
// node report_test.mjs REPORT.html [FOLDER]: opens a report in Chromium without a network and looks at what
// a reader would: nothing fails or is asked for, every chart is drawn, controls and downloads work, no
// fault of accessibility. Pictures go to FOLDER.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const [report, pictures] = process.argv.slice(2);
const address = pathToFileURL(resolve(report)).href;
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });

async function open(options = {}) {
  const context = await browser.newContext({ offline: true, acceptDownloads: true, ...options });
  const page = await context.newPage();
  const faults = [];
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('request', (request) => request.url() !== address && faults.push(`asks for ${request.url()}`));
  const began = Date.now();
  await page.goto(address);
  await page.waitForSelector('html[data-ready=yes]', { timeout: 30_000 });
  return { page, faults, milliseconds: Date.now() - began };
}

async function everyChartIsDrawn(page) {
  const charts = await page.$$eval('figure.chart', (figures) => figures.map((figure) => ({
    id: figure.id,
    drawn: figure.dataset.drawn,
    marks: figure.querySelectorAll('.plot svg path[d], .plot svg line').length,
    width: figure.querySelector('.plot svg')?.getBoundingClientRect().width ?? 0,
  })));
  assert.ok(charts.length > 5, `only ${charts.length} charts`);
  for (const chart of charts) {
    assert.equal(chart.drawn, 'yes', chart.id);
    assert.ok(chart.marks > 5, `${chart.id}: ${chart.marks} marks`);
    assert.ok(chart.width > 200, `${chart.id}: ${chart.width} wide`);
  }
  return charts;
}

async function controlsWork(page) {
  const titleOf = () => page.$eval('[id$=explorer] .plot', (plot) => plot.textContent);
  const before = await titleOf();
  const measures = await page.$$eval('[id$=explorer] [name=measure] option', (all) => all.map((one) => one.value));
  await page.selectOption('[id$=explorer] [name=measure]', measures.at(-1));
  await page.waitForFunction((text) => document.querySelector('[id$=explorer] .plot').textContent !== text, before);
}

async function downloadIsTheTable(page, id) {
  const waiting = page.waitForEvent('download');
  await page.click(`#${id} [data-save=csv]`);
  const text = readFileSync(await (await waiting).path(), 'utf8');
  const content = JSON.parse(await page.$eval(`#content-${id}`, (element) => element.textContent));
  const lines = text.trimEnd().split('\n');
  assert.equal(lines[0], content.columns.join(','));
  assert.equal(lines.length, content.cells.length + 1);
  const first = content.cells[0].map((cell) => (cell === null ? '' : String(cell)));
  assert.equal(lines[1], first.map((cell) => (/[",\n]/.test(cell) ? `"${cell}"` : cell)).join(','));
}

async function hasNoFaultOfAccess(options) {
  const { page } = await open({ ...options, bypassCSP: true });
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ['violations'] }));
  const told = violations.map((one) => `${one.id}: ${one.nodes.slice(0, 3).map((node) => node.html.slice(0, 120)).join(' | ')}`);
  assert.deepEqual(told, []);
}

const looks = [
  { name: 'desktop-light', viewport: { width: 1280, height: 900 }, colorScheme: 'light' },
  { name: 'desktop-dark', viewport: { width: 1280, height: 900 }, colorScheme: 'dark' },
  { name: 'phone-light', viewport: { width: 390, height: 844 }, colorScheme: 'light' },
  { name: 'phone-dark', viewport: { width: 390, height: 844 }, colorScheme: 'dark' },
];
try {
  for (const { name, ...look } of looks) {
    const { page, faults, milliseconds } = await open(look);
    const charts = await everyChartIsDrawn(page);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    const widest = await page.evaluate(() => [...document.querySelectorAll("main *")].filter((one) => one.getBoundingClientRect().right > innerWidth + 1 && !one.closest(".wide, .plot, pre")).map((one) => one.outerHTML.slice(0, 100)));
    assert.ok(overflow <= 0, `${name}: ${overflow} pixels too wide: ${widest.slice(0, 3)}`);
    if (pictures) await page.screenshot({ path: `${pictures}/${name}.png`, fullPage: true });
    if (name === 'desktop-light') {
      await controlsWork(page);
      await downloadIsTheTable(page, await page.$eval('figure.chart', (chart) => chart.id));
      console.log(`${charts.length} charts drawn in ${milliseconds} ms`);
    }
    assert.deepEqual(faults, [], name);
    await hasNoFaultOfAccess(look);
    console.log(`${name}: ok`);
  }
} finally {
  await browser.close();
}
