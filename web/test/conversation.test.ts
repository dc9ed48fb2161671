import type { Browser, Page } from "@playwright/test";

import { loadLocale, languages, type Language, type Locale } from "../src/i18n/locale.js";
import { expect, expectToFit, faultsOf, test } from "./board.js";
import { importPeople, signInAs } from "./service.js";

// The whole conversation, by the pages alone, with both people's browsers open at the same time. Its texts are those of
// the catalogues, so that it can be walked in every language: GROUNDWORK_BOARD_LANGUAGES=all, before a release.

const walked = process.env["GROUNDWORK_BOARD_LANGUAGES"] === "all" ? (Object.keys(languages) as Language[]) : (["en"] as const);
const zone = "Europe/Berlin";

const [ana, ben] = ["Ana Ríos", "Ben Ode"];
const mission = "Make tools that people trust";
const values = ["Honesty", "Curiosity", "Family", "Craft", "Fairness"];
const [motivator, strength, area] = ["Hard problems", "Clear writing", "Delegating"];
const [short, long] = ["Lead one product", "Head a department"];
const action = "Lead the monthly review";
const note = "I am unsure about the second objective.";
const suggestion = "Lead one team first";
const promised = "Clear two days a month";
const summary = "Gladly. Let us talk about the pace.";
const point = "Who takes over my on-call week?";
const outcome = "Lead the small design review";

const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** A person with a browser of their own, which speaks the language and is open during the whole walk. */
async function open(browser: Browser, language: Language, person: string, address: string): Promise<{ page: Page; close: () => Promise<void> }> {
  const context = await browser.newContext({ locale: language, timezoneId: zone, viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  const faults = faultsOf(page);
  await signInAs(page, person, address);
  return {
    page,
    close: async () => {
      await context.close();
      expect(faults).toEqual([]);
    },
  };
}

for (const language of walked) {
  test(`Ana and Ben have the whole conversation, each in their own browser, in ${languages[language]}`, async ({ browser }) => {
    test.setTimeout(240_000);
    const [employee, manager] = [`ana.${language}`, `ben.${language}`];
    await importPeople([[manager, ben, "grace.lindqvist"], [employee, ana, manager]]);
    const locale = await loadLocale(language, zone);
    const hers = await open(browser, language, employee, "/plan");
    const his = await open(browser, language, manager, "/team");
    await expect(his.page.getByText(locale.t.team.nobodyWaits)).toBeVisible();

    await sheWrites(hers.page, locale);
    await his.page.reload();
    await expect(his.page.getByText(locale.t.team.nobodyWaits)).toBeVisible();
    await expect(his.page.getByText(mission)).toHaveCount(0);
    await sheShares(hers.page, locale);
    await heResponds(his.page, locale);
    await sheTakesOver(hers.page, locale);
    await bothAgree(hers.page, his.page, locale);
    await bothTalk(hers.page, his.page, locale);
    await sheRecordsProgress(hers.page, locale);
    await heSeesIt(his.page, locale);

    await hers.close();
    await his.close();
  });
}

/** What to do now, beside the plan. */
const next = (page: Page) => page.locator("gw-plan-side");
const dialog = (page: Page) => page.locator("gw-dialog[open]");

/** From nothing to a draft of which nothing is left to say: eight answers, aligned, and an action. */
async function sheWrites(page: Page, { t: { plan, common }, format }: Locale): Promise<void> {
  await page.getByRole("button", { name: plan.begin }).click();
  const question = (key: string) => page.locator(`[data-key=${key}]`);
  await question("mission_statement").getByRole("textbox").fill(mission);
  const list = async (key: "values" | "motivators" | "strengths" | "development_areas", names: readonly string[]) => {
    for (const [index, name] of names.entries()) {
      const label = plan.itemNumber(plan.item[key], format.number(index + 1));
      await question(key).getByRole("textbox", { name: label, exact: true }).fill(name);
    }
  };
  await list("values", values);
  await list("motivators", [motivator]);
  const shortTerm = question("short_term_objective");
  await shortTerm.getByLabel(plan.summary).fill(short);
  await shortTerm.getByRole("radio", { name: plan.newAssignment }).check();
  await shortTerm.getByLabel(plan.detailNew).fill("Lead of the search team");
  await question("long_term_objective").getByLabel(plan.summary).fill(long);
  await list("strengths", [strength]);
  await list("development_areas", [area]);
  for (const name of [...values, motivator, strength, area]) {
    await page.getByRole("button", { name: plan.leadsTo(name, plan.short_term) }).click();
  }
  // An action can name an area that has been saved.
  await expect(page.locator("[data-save]")).toHaveText(plan.save.saved);

  const { actions } = plan;
  await page.getByRole("button", { name: actions.add }).click();
  const form = page.locator("gw-action-form");
  await form.getByLabel(actions.name).fill(action);
  await form.getByLabel(actions.due).fill(inDays(90));
  await form.getByLabel(actions.area).selectOption(area);
  await form.getByRole("checkbox", { name: plan.short }).check();
  await form.getByRole("button", { name: common.save }).click();
  await expect(page.getByRole("heading", { name: action })).toBeVisible();

  await expect(page.locator("[data-save]")).toHaveText(plan.save.saved);
  await expect(next(page)).toContainText(plan.next.share(ben));
  await expect(next(page)).toContainText(plan.answered(format.number(8), format.number(8)));
  await expect(page.locator("gw-plan-answers .findings")).toHaveCount(0);
  await expectToFit(page);
}

async function sheShares(page: Page, { t: { plan } }: Locale): Promise<void> {
  await next(page).getByRole("button", { name: plan.next.shareButton }).click();
  await dialog(page).getByRole("textbox").fill(note);
  await dialog(page).getByRole("button", { name: plan.shareNow }).click();
  await expect(next(page)).toContainText(plan.next.wait(ben));
}

/** He sees that she waits, and answers her objectives, her strength, her area and her action. */
async function heResponds(page: Page, { t: { team, feedback, common } }: Locale): Promise<void> {
  await page.reload();
  await expect(page.getByRole("heading", { name: team.waiting(1) })).toBeVisible();
  await expectToFit(page);
  await page.getByRole("link", { name: team.respondTo(ana) }).click();
  await expect(page.getByRole("heading", { name: feedback.respondTo(ana) })).toBeVisible();
  await expect(page.getByText(note)).toBeVisible();
  const about = (name: string) => page.getByRole("region", { name, exact: true });
  const goOn = (step: keyof typeof feedback.steps) => page.getByRole("button", { name: feedback.next(feedback.steps[step]) }).click();

  for (const [horizon, wrote, achievable] of [["short_term", short, "partly"], ["long_term", long, "yes"]] as const) {
    const objective = about(feedback.horizon[horizon]);
    await expect(objective).toContainText(wrote);
    for (const [asked, answer] of [[feedback.reasonable, "yes"], [feedback.achievable, achievable]] as const) {
      await objective.getByRole("group", { name: asked }).getByRole("radio", { name: common.verdict[answer], exact: true }).check();
    }
  }
  const shortTerm = about(feedback.horizon.short_term);
  await shortTerm.getByText(feedback.counterProposal).click();
  await shortTerm.getByLabel(feedback.counterProposalLabel).fill(suggestion);

  await goOn("strengths");
  await about(strength).getByRole("radio", { name: feedback.stance.agree, exact: true }).check();
  await about(area).getByRole("radio", { name: feedback.stance.adjust, exact: true }).check();
  await about(area).getByLabel(feedback.betterName).fill("Letting go");

  await goOn("actions");
  const support = about(action);
  await support.getByRole("radio", { name: feedback.decision.supported, exact: true }).check();
  await support.getByRole("button", { name: feedback.promise }).click();
  await support.getByLabel(feedback.promiseTitle).fill(promised);
  await support.getByLabel(feedback.promiseDue).fill(inDays(60));

  await goOn("closing");
  await page.getByLabel(feedback.summaryLabel).fill(summary);
  await expectToFit(page);
  await page.locator(".bar").getByRole("button", { name: feedback.toReview }).click();
  await page.getByRole("button", { name: feedback.submit }).click();
  await expect(page.getByRole("heading", { name: feedback.yours })).toBeVisible();
}

/** She has had her plan open all the while: she reads his answer point by point, takes one over, and shares again. */
async function sheTakesOver(page: Page, { t: { plan, common } }: Locale): Promise<void> {
  await page.reload();
  await expect(next(page)).toContainText(plan.next.feedback(ben));
  const said = page.getByRole("article", { name: plan.feedback.from(ben) });
  for (const text of [short, long, strength, area, action, summary, suggestion, "Letting go"]) {
    await expect(said).toContainText(text);
  }
  await expect(said).toContainText(`${plan.feedback.achievable}: ${common.verdict.partly}`);
  await expect(said).toContainText(plan.feedback.stance.adjust);
  await expect(said).toContainText(plan.feedback.decision.supported);
  await expect(said).toContainText(plan.feedback.commitment(promised));
  await expectToFit(page);

  await said.getByRole("checkbox", { name: plan.feedback.takeOver }).first().check();
  await said.getByRole("button", { name: plan.feedback.confirmWith(1) }).click();
  await next(page).getByRole("button", { name: plan.next.againButton }).click();
  await dialog(page).getByRole("button", { name: plan.shareNow }).click();
  await expect(next(page)).toContainText(plan.next.wait(ben));
  await page.getByRole("tab", { name: plan.tabs.plan, exact: true }).click();
  await expect(page.locator("[data-key=short_term_objective]")).toContainText(suggestion);
}

/** He agrees to what she has shared again, then she does. */
async function bothAgree(hers: Page, his: Page, { t: { plan, feedback, common } }: Locale): Promise<void> {
  await his.reload();
  await expect(his.getByRole("heading", { name: feedback.agreeTitle })).toBeVisible();
  await his.getByRole("button", { name: feedback.agree, exact: true }).click();
  await expect(his.getByRole("heading", { name: feedback.agreeTitle })).toHaveCount(0);

  await hers.reload();
  await expect(next(hers)).toContainText(plan.next.agree);
  await next(hers).getByRole("button", { name: plan.next.agreeButton }).click();
  await expect(hers.locator("gw-status[plan=agreed]")).toHaveText(common.planStatus.agreed);
}

/** He plans the talk, she adds a point; he writes a note that she reads, and holds the talk with an outcome for her. */
async function bothTalk(hers: Page, his: Page, { t: { plan, talk, feedback } }: Locale): Promise<void> {
  await his.getByRole("link", { name: feedback.wholePlan }).click();
  await his.getByRole("tab", { name: plan.tabs.talk, exact: true }).click();
  await his.getByRole("button", { name: talk.plan }).click();
  await his.getByLabel(talk.day, { exact: true }).fill(inDays(3));
  await his.getByRole("button", { name: talk.planIt }).click();
  await expect(his.getByLabel(talk.sharedNotes)).toBeVisible();
  await expectToFit(his);

  await hers.getByRole("tab", { name: plan.tabs.talk, exact: true }).click();
  await hers.getByLabel(talk.addPoint).fill(point);
  await hers.keyboard.press("Enter");
  await expect(hers.getByRole("checkbox", { name: point })).toBeVisible();
  await expect(hers.getByText(talk.waiting)).toHaveCount(0);

  const again = async (page: Page) => {
    await page.reload();
    await page.getByRole("tab", { name: plan.tabs.talk, exact: true }).click();
  };
  await again(his);
  await his.getByRole("checkbox", { name: point }).check();
  await his.getByLabel(talk.sharedNotes).fill("We begin small: one review first.");
  await expect(his.locator("gw-talk-note[kind=shared]").getByRole("status")).toHaveText(talk.noteState.saved);
  await again(hers);
  await expect(hers.getByRole("checkbox", { name: point })).toBeChecked();
  await expect(hers.getByLabel(talk.sharedNotes)).toHaveValue("We begin small: one review first.");

  await his.getByLabel(talk.outcome).fill(outcome);
  await his.getByRole("radio", { name: ana }).check();
  await his.getByLabel(talk.due, { exact: true }).fill(inDays(30));
  await his.getByRole("group", { name: talk.newOutcome, exact: true }).getByRole("button", { name: talk.addOutcome }).click();
  await expect(his.getByRole("listitem").filter({ hasText: outcome })).toContainText(ana);
  await his.getByRole("button", { name: talk.finish }).click();
  await dialog(his).getByRole("button", { name: talk.finish }).click();
  await expect(his.getByRole("heading", { name: talk.result })).toBeVisible();
}

/** What he wrote down is one of her actions now; two clicks say how far it is. */
async function sheRecordsProgress(page: Page, { t: { plan }, format }: Locale): Promise<void> {
  await page.reload();
  const item = page.getByRole("article", { name: outcome });
  await item.getByRole("button", { name: plan.actions.record }).click();
  await item.getByRole("button", { name: format.percent(50) }).click();
  await expect(page.getByRole("progressbar", { name: plan.actions.progressOf(outcome) })).toHaveAttribute("aria-valuenow", "50");
  await expectToFit(page);
}

async function heSeesIt(page: Page, { t: { shell, team, common } }: Locale): Promise<void> {
  await page.getByRole("link", { name: shell.team, exact: true }).click();
  await expect(page.getByText(team.nobodyWaits)).toBeVisible();
  // Half of one of three: her action, her outcome of the talk, and his promise.
  const row = page.getByRole("table", { name: team.caption }).getByRole("row", { name: ana });
  await expect(row).toContainText(common.planStatus.agreed);
  await expect(row.getByRole("progressbar", { name: team.progressOf(ana) })).toHaveAttribute("aria-valuenow", "17");
  await expectToFit(page);
}
