// A policy in an editor: the language server that most of them use completes keys, levers and words from the schema
// that the file names, explains a key, and marks what is wrong.
//   node editor_test.mjs FOLDER-OF-SCHEMAS
import {spawn} from 'node:child_process';
import assert from 'node:assert/strict';
import {readFileSync, writeFileSync, mkdtempSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join, resolve} from 'node:path';
import {pathToFileURL} from 'node:url';

const schemas = resolve(process.argv[2]);
const server = spawn(process.execPath, ['node_modules/yaml-language-server/bin/yaml-language-server', '--stdio'],
    {stdio: ['pipe', 'pipe', 'inherit']});
let buffer = Buffer.alloc(0);
let next = 1;
const waiting = new Map();
const marks = new Map();

function send(message) {
    const text = JSON.stringify({jsonrpc: '2.0', ...message});
    server.stdin.write(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`);
}
function ask(method, params) {
    const id = next++;
    send({id, method, params});
    return new Promise((done) => waiting.set(id, done));
}
function take(message) {
    if (message.method === 'textDocument/publishDiagnostics') marks.set(message.params.uri, message.params.diagnostics);
    else if (message.method && message.id !== undefined)  // the server asks for settings, or registers what it can do
        send({id: message.id, result: message.method === 'workspace/configuration' ? message.params.items.map(() => null) : null});
    else if (waiting.has(message.id)) {
        waiting.get(message.id)(message.result);
        waiting.delete(message.id);
    }
}
server.stdout.on('data', (data) => {
    buffer = Buffer.concat([buffer, data]);
    for (;;) {
        const end = buffer.indexOf('\r\n\r\n');
        if (end < 0) return;
        const length = Number(/Content-Length: (\d+)/.exec(buffer.subarray(0, end))[1]);
        if (buffer.length < end + 4 + length) return;
        take(JSON.parse(buffer.subarray(end + 4, end + 4 + length).toString()));
        buffer = buffer.subarray(end + 4 + length);
    }
});

const folder = mkdtempSync(join(tmpdir(), 'kochmon-editor-'));
function open(name, lines) {
    const text = lines.join('\n');
    const file = join(folder, name);
    writeFileSync(file, text);
    const uri = pathToFileURL(file).href;
    send({method: 'textDocument/didOpen', params: {textDocument: {uri, languageId: 'yaml', version: 1, text}}});
    return uri;
}
async function completions(uri, line, character) {
    const list = await ask('textDocument/completion', {textDocument: {uri}, position: {line, character}});
    return (list.items ?? list).map((item) => item.label);
}
async function marked(uri) {
    for (let tries = 0; tries < 100 && !(marks.get(uri)?.length); ++tries) await new Promise((done) => setTimeout(done, 100));
    return (marks.get(uri) ?? []).map((mark) => mark.message);
}
const head = (kind) => `# yaml-language-server: $schema=${pathToFileURL(join(schemas, `${kind}.json`)).href}`;

const timer = setTimeout(() => { console.error('editor_test: no answer for two minutes'); process.exit(1); }, 120000);
await ask('initialize', {processId: process.pid, rootUri: pathToFileURL(folder).href, capabilities: {}});
send({method: 'initialized', params: {}});
send({method: 'workspace/didChangeConfiguration', params: {settings: {yaml: {completion: true, validate: true, hover: true,
    schemaStore: {enable: false}}}}});

const policy = open('policy.yaml', [head('policy'), 'schema: 1', 'scenario: dearer', 'base: baseline.yaml', 'shocks:',
    '  - lever: jurisdictions.russia.permit.fee', '    sca', '    from: 2010-01', 'sho']);
const ofShock = await completions(policy, 6, 7);
assert.ok(ofShock.includes('scale') && ofShock.includes('ramp') && ofShock.includes('until'), `keys of a shock: ${ofShock}`);
const levers = await completions(policy, 5, 11);
assert.ok(levers.some((label) => label.includes('jurisdictions.russia.permit.fee')), `levers: ${levers.length}`);

const scenario = open('scenario.yaml', [head('scenario'), 'schema: 1', 'scenario: mine', 'base: baseline.yaml', 'rules:', '  ker',
    'time:', '  mon']);
const ofRules = await completions(scenario, 5, 5);
assert.ok(ofRules.includes('kernel') && ofRules.includes('departure'), `keys of rules: ${ofRules}`);
const explained = await ask('textDocument/hover', {textDocument: {uri: scenario}, position: {line: 4, character: 1}});
assert.ok(explained === null || typeof explained === 'object');

const wrong = open('wrong.yaml', [head('policy'), 'schema: 1', 'scenario: wrong', 'base: baseline.yaml', 'shocks:',
    '  - lever: jurisdictions.russia.permit.fea', '    scale: 1.1', '    from: 2010-01']);
const found = await marked(wrong);
assert.ok(found.some((message) => message.includes('not accepted') || message.includes('jurisdictions')), `marks: ${found}`);
const right = open('right.yaml', [head('policy'), ...readFileSync(join(schemas, 'policy-as-shipped.yaml'), 'utf8').split('\n')]);
await completions(right, 0, 0);
await new Promise((done) => setTimeout(done, 1500));
assert.deepEqual((marks.get(right) ?? []).map((mark) => mark.message), []);
console.log(`completed ${ofShock.length} keys of a shock, ${levers.length} levers, ${ofRules.length} keys of rules; marked: ${found[0].slice(0, 60)}`);
clearTimeout(timer);
server.kill();
