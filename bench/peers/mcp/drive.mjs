import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";
import { StreamableHTTPClientTransport } from "@modelcontextprotocol/sdk/client/streamableHttp.js";

const [where, ...command] = process.argv.slice(2);
const transport = where.startsWith("http") ? new StreamableHTTPClientTransport(new URL(where)) : new StdioClientTransport({ command: where, args: command });
const client = new Client({ name: "typescript-sdk", version: "1" });
await client.connect(transport);
console.log("server", client.getServerVersion(), (await client.listTools()).tools.map((tool) => tool.name).join(" "));
async function ask(name, args) {
  const answer = await client.callTool({ name, arguments: args }, undefined, { timeout: 120000 });
  const text = answer.content.map((block) => block.text).join("");
  if (answer.isError) throw new Error(text);
  try { return JSON.parse(text); } catch { return text; }
}
const { run, best } = await ask("start_run", { problem: "bin-packing" });
console.log("seed", best);
const bodies = ["remaining", "-remaining", "item == remaining ? remaining + 25.6 : item > 51.2 ? remaining % item : remaining < 51.33 ? remaining % item + item * 0.1764 : item"];
for (const body of bodies) {
  const sample = await ask("sample_parent", { run });
  const [[path, text]] = Object.entries(sample.parent.files);
  const child = text.replace(/(=>|return)\s*[^;]+;/, (_, arrow) => `${arrow} ${body};`);
  console.log(body, await ask("submit_candidate", { run, files: { [path]: child }, parent: sample.parent.step }));
}
console.log(await ask("stop_run", { run }));
await client.close();
