// SPDX-License-Identifier: MIT
// Draws the charts of a report from what stands in the page, and answers to its controls. Nothing
// is fetched and nothing is evaluated: expressions of charts run in vega's interpreter.
import { View, parse } from 'vega';
import { expressionInterpreter } from 'vega-interpreter';
import { compile } from 'vega-lite';

const widest = 860;
const room_of_axis = 90;
const least_panel = 120;

function contentOf(id) {
  return JSON.parse(document.getElementById(`content-${id}`).textContent);
}

const dark = matchMedia('(prefers-color-scheme: dark)');
function inkOf() {
  const style = getComputedStyle(document.documentElement);
  const colour = (name) => style.getPropertyValue(name).trim();
  return { text: colour('--text'), line: colour('--line'), faint: colour('--faint') };
}

function configOf() {
  const ink = inkOf();
  return {
    background: null,
    font: 'system-ui, sans-serif',
    view: { stroke: null },
    axis: {
      labelColor: ink.text, titleColor: ink.text, domainColor: ink.line, tickColor: ink.line,
      gridColor: ink.faint, titleFontWeight: 'normal', labelFontSize: 12, titleFontSize: 12,
    },
    legend: { labelColor: ink.text, titleColor: ink.text, labelFontSize: 12, orient: 'top', labelLimit: 400 },
    header: { labelColor: ink.text, titleColor: ink.text, labelFontSize: 12 },
    title: { color: ink.text },
    text: { color: ink.text },
    rule: { color: ink.line },
  };
}

// What a mark stands for, beside the pointer.
function tooltipOf() {
  const box = document.createElement('div');
  box.className = 'tooltip';
  box.hidden = true;
  document.body.append(box);
  return (handler, event, item, value) => {
    box.hidden = value === null || value === undefined || value === '';
    if (box.hidden) return;
    box.textContent = typeof value === 'object'
      ? Object.entries(value).map(([name, is]) => `${name}: ${is}`).join('\n')
      : String(value);
    const right = document.documentElement.clientWidth - box.offsetWidth - 8;
    box.style.left = `${Math.max(0, Math.min(event.clientX + 12, right)) + scrollX}px`;
    box.style.top = `${event.clientY + 12 + scrollY}px`;
  };
}

// As wide as the page; of panels in rows each, beside its axis.
function sized(spec, width, beside) {
  if (spec.facet) return { ...spec, spec: { ...spec.spec, width: Math.max(width - beside, least_panel) } };
  return { ...spec, width, autosize: { type: 'fit-x', contains: 'padding' } };
}

class Chart {
  constructor(figure, tooltip) {
    this.figure = figure;
    this.plot = figure.querySelector('.plot');
    this.canvas = this.plot.appendChild(document.createElement('div')); // vega gives it a role
    this.content = contentOf(figure.id);
    this.tooltip = tooltip;
    this.rows = this.content.rows;
  }

  // Panels whose labels take more room than was left for them are drawn once more.
  async draw(beside = room_of_axis) {
    const spec = { ...this.content.spec, data: { name: 'rows', values: this.rows } };
    const { spec: flat } = compile(sized(spec, this.width(), beside), { config: configOf() });
    this.view?.finalize();
    this.view = new View(parse(flat, null, { ast: true }), {
      expr: expressionInterpreter, renderer: 'svg', container: this.canvas, hover: true,
      tooltip: this.tooltip,
    });
    await this.view.runAsync();
    const over = Math.ceil(this.canvas.scrollWidth - this.width());
    if (spec.facet && over > 0 && beside === room_of_axis) return this.draw(beside + over);
    // The plot has a name, and its rows stand in a table: marks one by one would be read out.
    this.canvas.setAttribute('aria-hidden', 'true');
    this.figure.dataset.drawn = 'yes';
  }

  width() {
    return Math.min(this.plot.clientWidth, widest);
  }

  show(rows) {
    this.rows = rows;
    return this.draw();
  }
}

// A text that a spreadsheet would take for a formula gets an apostrophe; numbers do not.
function cellOf(value) {
  if (value === null || value === undefined) return '';
  const isFormula = typeof value === 'string' && /^[=+\-@\t\r]/.test(value);
  const text = isFormula ? `'${value}` : String(value);
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function csvOf(columns, rows) {
  const lines = rows.map((row) => columns.map((column) => cellOf(row[column])).join(','));
  return `${columns.join(',')}\n${lines.map((line) => `${line}\n`).join('')}`;
}

function save(name, text, type) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

function offerDownloads(chart) {
  const name = chart.figure.id;
  const { columns, spec } = chart.content;
  chart.figure.querySelector('[data-save=csv]')
    .addEventListener('click', () => save(`${name}.csv`, csvOf(columns, chart.rows), 'text/csv'));
  chart.figure.querySelector('[data-save=spec]').addEventListener('click', () => {
    const whole = { ...spec, data: { values: chart.rows } };
    save(`${name}.vl.json`, `${JSON.stringify(whole, null, 1)}\n`, 'application/json');
  });
}

// Rows of a chart are columns of a table, each value once: `[['2010-01', 0.4], ...]`.
function rowsOf(columns, cells) {
  return cells.map((row) => Object.fromEntries(columns.map((column, k) => [column, row[k]])));
}

/// A chart of any measure in any group: what is chosen stands in the selects beside it.
class Explorer {
  constructor(chart) {
    this.chart = chart;
    this.series = chart.content.series;
    this.measure = chart.figure.querySelector('[name=measure]');
    this.group = chart.figure.querySelector('[name=group]');
    this.measure.addEventListener('change', () => this.choose());
    this.group.addEventListener('change', () => this.choose());
  }

  choose() {
    const found = this.series.filter(
      (one) => one.measure === this.measure.value && one.group === this.group.value,
    );
    const [first] = found;
    this.chart.content.spec.encoding.y.title = first ? first.unit : '';
    const rows = found.flatMap((one) => one.values.map((value, k) => ({
      month: this.chart.content.months[k], measure: one.measure, group: one.group,
      scenario: one.scenario, value,
    })));
    return this.chart.show(rows.filter((row) => row.value !== null));
  }
}

async function start() {
  const tooltip = tooltipOf();
  const charts = [...document.querySelectorAll('figure.chart')].map(
    (figure) => new Chart(figure, tooltip),
  );
  for (const chart of charts) {
    if (chart.content.cells) chart.rows = rowsOf(chart.content.columns, chart.content.cells);
    offerDownloads(chart);
    if (chart.content.series) await new Explorer(chart).choose();
    else await chart.draw();
  }
  const again = () => charts.forEach((chart) => chart.draw());
  dark.addEventListener('change', again);
  let waiting;
  addEventListener('resize', () => {
    clearTimeout(waiting);
    waiting = setTimeout(again, 150);
  });
  document.documentElement.dataset.ready = 'yes';
}

start();
