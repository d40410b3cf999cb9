/* Opens pages in Firefox. Asked as JSON on standard input, answers as JSON: for each address and width what the browser
   complained of, whether the page scrolls sideways, which hosts it asked, and, where wanted, what axe found. */

import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import puppeteer from "puppeteer-core";

const asked = JSON.parse(readFileSync(0, "utf8"));
const axe = readFileSync(fileURLToPath(import.meta.resolve("axe-core/axe.min.js")), "utf8");
const DARK = 0; // what Firefox calls the schemes
const LIGHT = 1;
const PATIENCE = 120_000; // ms, on a busy machine

const browser = await puppeteer.launch({
  browser: "firefox",
  executablePath: asked.program,
  timeout: PATIENCE,
  extraPrefsFirefox: { "layout.css.prefers-color-scheme.content-override": asked.scheme === "dark" ? DARK : LIGHT },
});
const page = await browser.newPage();
page.setDefaultTimeout(PATIENCE);
let complaints = [];
let hosts = [];
page.on("console", (message) => complaints.push(message.text()));
page.on("pageerror", (error) => complaints.push(error.message)); // what the Content-Security-Policy refused, too
page.on("requestfailed", (request) => complaints.push(`${request.url()} ${request.failure()?.errorText}`));
page.on("request", (request) => hosts.push(new URL(request.url()).host));

const answers = [];
for (const address of asked.addresses) {
  for (const width of asked.widths) {
    complaints = [];
    hosts = [];
    await page.setViewport({ width, height: 900 });
    await page.goto(address);
    const shown = await page.evaluate(() => ({
      dark: matchMedia("(prefers-color-scheme: dark)").matches,
      sideways: document.documentElement.scrollWidth > document.documentElement.clientWidth,
      width: innerWidth,
    }));
    answers.push({ address, ...shown, complaints, hosts: [...new Set(hosts)], violations: asked.axe.includes(address) ? await barriers() : [] });
  }
}
if (asked.pdf) await page.pdf({ path: asked.pdf, format: "A4" }); // the last page
await browser.close();
process.stdout.write(JSON.stringify(answers));

async function barriers() {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { violations } = await window.axe.run(document, { resultTypes: ["violations"] });
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`);
  });
}
