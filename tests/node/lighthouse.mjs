/* Has Lighthouse audit pages in Chromium. Asked as JSON on standard input, answers as JSON: for each address the scores
   of the categories, from 0 to 1, and the audits that were not passed. */

import { readFileSync } from "node:fs";
import lighthouse from "lighthouse";
import puppeteer from "puppeteer-core";

const asked = JSON.parse(readFileSync(0, "utf8"));
const PATIENCE = 120_000; // ms, on a busy machine

const browser = await puppeteer.launch({ executablePath: asked.program, args: asked.options, timeout: PATIENCE });

const answers = [];
for (const address of asked.addresses) {
  const page = await browser.newPage();
  const flags = { onlyCategories: asked.categories, disableFullPageScreenshot: true, maxWaitForLoad: PATIENCE, logLevel: "silent" };
  const { lhr } = await lighthouse(address, flags, undefined, page);
  await page.close();
  const scores = Object.fromEntries(Object.values(lhr.categories).map(({ id, score }) => [id, score]));
  const failed = Object.values(lhr.audits).filter(({ score }) => score !== null && score < 1);
  answers.push({ address, scores, failed: failed.map(({ id, title }) => `${id}: ${title}`) });
}
await browser.close();
process.stdout.write(JSON.stringify(answers));
